import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-details');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-details' })).toEqual([]);
});

test('a form that could not be taken shows what was typed, and the others stay as they are', () => {
  const html = renderPreset(module, 'Wrong telephone', { locale: 'de' });
  expect(html).toContain('value="at home"');
  expect(html).toContain('value="Ada King"');
  expect(html).toMatch(/<option value="de" selected="">Deutsch/);
  expect(html).toContain('Bitte eine Telefonnummer angeben oder das Feld leer lassen.');
  expect(renderPreset(module, 'Wrong password').match(/aria-invalid/g)).toHaveLength(1);
});

test('who has no password can have a link to set one', () => {
  expect(renderPreset(module, 'Without a password')).toContain('action="/_actions/account.ask-for-reset"');
  expect(renderPreset(module, 'Password asked for')).toContain('is on its way to ada@example.com');
});
