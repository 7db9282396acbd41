import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-contact');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-contact' })).toEqual([]);
});

test('every field can be filled in by the browser and has a keyboard that fits', () => {
  const html = renderPreset(module, 'Empty');
  expect(html).toMatch(/<input[^>]*type="email"[^>]*inputMode="email"[^>]*autoComplete="email"/i);
  expect(html).toMatch(/<input[^>]*type="tel"[^>]*inputMode="tel"[^>]*autoComplete="tel"/i);
});

test('what was typed stands in its field again, with what is wrong beside it, and the first has the focus', () => {
  const html = renderPreset(module, 'Wrongly filled in', { locale: 'de' });
  expect(html).toContain('value="ada@example"');
  expect(html).toContain('aria-describedby="field-contact-email-problem"');
  expect(html).toMatch(/id="field-contact-email-problem">Bitte eine E-Mail-Adresse/);
  expect(html.match(/autofocus/gi)).toHaveLength(1);
});

test('guests are offered to sign in and come back, and who is signed in reads as whom', () => {
  expect(renderPreset(module, 'Empty')).toMatch(/href="\/account\/sign-in\?next=[^"]+">Sign in</);
  expect(renderPreset(module, 'Signed in', { locale: 'de' })).toContain(
    'Sie sind als Ada Lovelace angemeldet.',
  );
});

test('where there is nothing to check out there is nothing to fill in', () => {
  expect(renderPreset(module, 'Nothing to check out')).toBe('');
});
