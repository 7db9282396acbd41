import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'sign-in');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'sign-in' })).toEqual([]);
});

test('one form signs in, mails a link and asks for a new password, with fields that browsers fill in', () => {
  const html = renderPreset(module, 'Form');
  expect(html.match(/<form /g)).toHaveLength(1);
  expect(html).toMatch(
    /<form[^>]*action="\/_actions\/account\.sign-in" method="post"|<form[^>]*method="post" action="\/_actions\/account\.sign-in"/,
  );
  for (const way of ['ask-for-link', 'ask-for-reset'])
    expect(html).toMatch(new RegExp(`formaction="/_actions/account\\.${way}"`, 'i'));
  expect(html).toMatch(/autocomplete="username"/i);
  expect(html).toMatch(/autocomplete="current-password"/i);
});

test('a wish is kept while one signs in', () => {
  const html = renderPreset(module, 'After a wish');
  expect(html).toMatch(/name="wish" value="tide-mug"/);
  // The other ways of signing in do not keep it.
  expect(html).toMatch(
    /type="password".*Sign in with your password, and what you chose is on your wish list\..*>Sign in<\/button>/s,
  );
  expect(renderPreset(module, 'Form')).not.toContain('name="wish"');
});

test('providers the shop trusts are links, since a form may not be sent on to them', () => {
  expect(renderPreset(module, 'With a provider', { locale: 'de' })).toMatch(
    /<a class="vt-button"[^>]*href="\/_account\/provider\/oidc\?next=[^"]+">Weiter mit Inselkonto</,
  );
});

test('a wrong password is said beside its field without telling whether there is an account', () => {
  const html = renderPreset(module, 'Wrong password');
  expect(html).toContain('value="ada@example.com"');
  expect(html).toMatch(/id="sign-in-password-problem">Email and password do not belong together/);
});

test('after asking for a mail it says the same whoever asked', () => {
  expect(renderPreset(module, 'Link mailed', { locale: 'de' })).toContain(
    'Gibt es ein Konto mit <strong>ada@example.com</strong>, ist ein Link unterwegs',
  );
  expect(renderPreset(module, 'Reset mailed')).toContain('a link to set a new password is on its way');
});
