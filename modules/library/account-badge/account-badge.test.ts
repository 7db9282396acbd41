import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-badge');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-badge' })).toEqual([]);
});

test('guests are led to sign in, and who is signed in to their account', () => {
  expect(renderPreset(module, 'Guest')).toMatch(/href="\/account\/sign-in".*>Sign in</);
  expect(renderPreset(module, 'Signed in', { locale: 'de' })).toMatch(
    /href="\/de\/account".*>A<.*>Ihr Konto, Ada Lovelace</,
  );
  expect(renderPreset(module, 'Without a name')).toContain('>Ø<');
});
