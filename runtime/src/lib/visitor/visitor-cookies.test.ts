import { noticeCookie, openNotice } from '@vitrine/data-actions/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCookie, writeCookie } from './cookie.ts';
import { noticeHtml } from './notice.ts';
import { createValueSigner } from './signed-value.ts';

const signer = createValueSigner('a secret of some length');

describe('cookies', () => {
  it('finds a cookie among others and takes no other for it', () => {
    const header = 'xvt_cart=no; a=vt_cart=no; vt_cart=yes; vt_cart2=no';
    expect(readCookie(header, 'vt_cart')).toBe('yes');
    expect(readCookie(header, 'cart')).toBeUndefined();
    expect(readCookie(undefined, 'vt_cart')).toBeUndefined();
    expect(readCookie('vt_cart=%E0%A4%A', 'vt_cart')).toBeUndefined();
  });

  it('any value comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const pair = writeCookie('c', value, { secure: false }).split(';')[0];
        expect(readCookie(pair, 'c')).toBe(value);
      }),
    );
  });

  it('[RT-VIS-1] cookies are hidden from scripts, and from plain HTTP when the shop has HTTPS', () => {
    expect(writeCookie('c', 'v', { secure: true, maxAge: 5 })).toBe(
      'c=v; Path=/; Max-Age=5; HttpOnly; SameSite=Lax; Secure',
    );
  });
});

describe('signed values', () => {
  it('[RT-VIS-2] only what we signed for this purpose is believed', () => {
    const signed = signer.sign('cart', 'abc');
    expect(signer.open('cart', signed)).toBe('abc');
    expect(signer.open('notice', signed)).toBeUndefined();
    expect(signer.open('cart', 'abc')).toBeUndefined();
    expect(signer.open('cart', `abd.${signed.slice(4)}`)).toBeUndefined();
    expect(signer.open('cart', undefined)).toBeUndefined();
    expect(createValueSigner('another secret, longer').open('cart', signed)).toBeUndefined();
  });

  it('a short secret is refused with what to do', () => {
    expect(() => createValueSigner('short')).toThrow(/at least 16 characters; it has 5\. Set VITRINE_SECRET/);
  });
});

describe('notices', () => {
  it('[RT-VIS-3] a notice is shown as text, whatever the cookie says', () => {
    const [pair = ''] = noticeCookie({ tone: 'bad', text: '<b>Größe</b> "fehlt"' }, { secure: false }).split(
      ';',
    );
    const notice = openNotice(readCookie(pair, 'vt_notice'));
    expect(notice && noticeHtml(notice)).toBe(
      '<div class="vt-notice" id="vt-notice" tabindex="-1" data-tone="bad" role="alert">&lt;b&gt;Größe&lt;/b&gt; &quot;fehlt&quot;</div>',
    );
    for (const cookie of [undefined, '', 'x', '["loud","x"]', '["good",5]', `["good","${'a'.repeat(501)}"]`])
      expect(openNotice(cookie)).toBeUndefined();
  });

  it('[RT-VIS-3] a browser keeps it however much its button puts back, in any script', () => {
    const message = Array.from({ length: 500 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
    );
    const values = { recipientName: message.slice(0, 100).join(''), recipientMessage: message.join('') };
    const button = { text: 'Undo', mutation: 'cart.put-back', values, key: 'once' };
    const cookie = noticeCookie({ tone: 'good', text: 'Gone.', button }, { secure: true });
    expect(cookie.length).toBeLessThan(4000);
    expect(openNotice(readCookie(cookie.split(';')[0]!, 'vt_notice'))).toEqual({
      tone: 'good',
      text: 'Gone.',
      button,
    });
    expect(openNotice('~')).toBeUndefined();
  });

  it('[RT-VIS-3] a button beside it posts a mutation of the shop, and nothing but that', () => {
    const button = { text: 'Undo', mutation: '"/><b>', values: { 'a"': '<b>' }, key: 'once' };
    const [pair = ''] = noticeCookie({ tone: 'good', text: 'Gone.', button }, { secure: false }).split(';');
    const notice = openNotice(readCookie(pair, 'vt_notice'));
    expect(notice && noticeHtml(notice)).toBe(
      '<div class="vt-notice" id="vt-notice" tabindex="-1" data-tone="good" role="status">Gone. <form method="post" action="/_actions/%22%2F%3E%3Cb%3E">' +
        '<input type="hidden" name="a&quot;" value="&lt;b&gt;"><input type="hidden" name="_key" value="once">' +
        '<button type="submit">Undo</button></form></div>',
    );
    for (const odd of [5, {}, { ...button, values: null }, { ...button, values: { a: 1 } }])
      expect(openNotice(JSON.stringify(['good', 'Gone.', odd]))).toEqual({ tone: 'good', text: 'Gone.' });
  });
});
