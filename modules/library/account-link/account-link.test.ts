import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-link');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-link' })).toEqual([]);
});

test('the token is posted by a button: looking at the page uses nothing up', () => {
  const html = renderPreset(module, 'Sign in');
  expect(html).toContain('action="/_actions/account.follow-link"');
  expect(html).toContain('name="token" value="vtl_an-example"');
});

test('a link to set a password asks for one, and says what is wrong with it', () => {
  expect(renderPreset(module, 'New password')).toContain('action="/_actions/account.set-password"');
  expect(renderPreset(module, 'New password too short', { locale: 'de' })).toContain(
    'Bitte mindestens 8 Zeichen.',
  );
});

test('a link that is over says why and leads on', () => {
  const html = renderPreset(module, 'Over');
  expect(html).toContain('This link does not work any more');
  expect(html).toContain('href="/account/sign-in"');
  expect(renderPreset(module, 'Email taken')).toContain('belongs to another account');
});
