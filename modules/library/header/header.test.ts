import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'header');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'header' })).toEqual([]);
});

test('every category of the menu can be reached without JavaScript', () => {
  const html = renderPreset(module, 'With search and cart', { library });
  expect(html).toMatch(/<button type="button"[^>]*popoverTarget="header-menu-home"/i);
  expect(html).toMatch(/id="header-menu-home" popover="auto"/i);
  expect(html).toContain('<a href="/c/mugs-cups">Mugs &amp; cups</a>');
});

test('it stands without categories when they could not be had', () => {
  expect(renderPreset(module, 'Without categories')).toContain('aria-label="Ostrand, home page"');
});
