import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'sign-up');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'sign-up' })).toEqual([]);
});

test('what cannot be used is said beside its field; what was typed stays, but for the password', () => {
  const html = renderPreset(module, 'Wrongly filled in');
  expect(html).toContain('value="ada@"');
  expect(html).toContain('value="Ada Lovelace"');
  expect(html).toMatch(/id="sign-up-password-problem">Please use at least 8 characters/);
  expect(html.match(/autofocus/gi)).toHaveLength(1);
});

test('afterwards it says where the mail went', () => {
  expect(renderPreset(module, 'Mailed', { locale: 'de' })).toContain(
    'Wir haben an <strong>ada@example.com</strong> geschrieben.',
  );
});
