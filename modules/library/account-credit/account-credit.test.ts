import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-credit');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-credit' })).toEqual([]);
});

test('it tells the balance, what runs out first, and why money came or went', () => {
  const html = renderPreset(module, 'Store credit', { locale: 'de' });
  expect(html).toContain('24,50');
  expect(html).toMatch(/10,00.*davon gelten bis 01\.07\.2027/);
  expect(html).toMatch(/Für eine Bestellung eingesetzt.*-15,50/s);
  expect(html).toContain('Zur Entschuldigung');
  expect(html).toContain('For the lamp that came late');
});

test('who has none reads where it would come from', () => {
  expect(renderPreset(module, 'None')).toContain('It comes from returns');
});
