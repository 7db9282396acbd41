import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTypedForm, typedFormCookie } from './typed-form.ts';

const cookieValue = (cookie: string) => /^vt_form=([^;]*)/.exec(cookie)?.[1];
const texts = fc.dictionary(fc.string({ maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 60 }), {
  maxKeys: 6,
});

test('[DA-66] a form comes back from its cookie as it was typed, whatever was', () => {
  fc.assert(
    fc.property(texts, texts, (values, problems) => {
      const form = { mutation: 'checkout.update', values, problems };
      const cookie = typedFormCookie(form, { secure: true });
      expect(openTypedForm(cookieValue(cookie))).toEqual(form);
      expect(cookie).toMatch(/; Path=\/; Max-Age=120; HttpOnly; SameSite=Lax; Secure$/);
    }),
  );
});

test('[DA-66] what is too large is left out, the longest without a problem first', () => {
  const noise = (length: number) =>
    Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('');
  const values = { note: noise(3000), street: noise(300), email: 'ada@example' };
  const cookie = typedFormCookie({ mutation: 'm', values, problems: { street: 'long' } }, { secure: false });
  expect(cookie.length).toBeLessThan(4000);
  expect(openTypedForm(cookieValue(cookie))?.values).toEqual({ street: values.street, email: 'ada@example' });
});

test('[DA-66] a cookie that anybody may have written is read or it is none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => openTypedForm(text)).not.toThrow();
    }),
  );
  const pack = (text: string) => Buffer.from(text).toString('base64url');
  expect([undefined, '', 'x', pack('["m",{"a":1},{}]')].map(openTypedForm)).toEqual(Array(4).fill(undefined));
});
