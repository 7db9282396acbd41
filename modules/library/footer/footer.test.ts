import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'footer');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'footer' })).toEqual([]);
});

test('the currency is chosen by a plain form', () => {
  const html = renderPreset(module, 'Everything');
  expect(html).toContain('action="/_actions/session.set-currency"');
  expect(html).toMatch(/value="GBP"[^>]*aria-pressed="false"/);
});

test('the language on show is marked, the other one is a link in its own language', () => {
  const html = renderPreset(module, 'Everything', { locale: 'de' });
  expect(html).toContain('<a href="/" lang="en" hrefLang="en">English</a>');
  expect(html).toContain('hrefLang="de" aria-current="true"');
});

test('the other language is the same page in it', () => {
  expect(renderPreset(module, 'On a product page')).toContain('href="/de/p/becher-tide" lang="de"');
  expect(renderPreset(module, 'On a product page', { locale: 'de' })).toContain(
    'href="/p/tide-mug" lang="en"',
  );
  expect(renderPreset(module, 'On a page that is not there')).toContain('href="/de/" lang="de"');
});
