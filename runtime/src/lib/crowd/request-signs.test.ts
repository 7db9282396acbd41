import type { Arrival } from '@vitrine/content';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browsers } from '../testing/small-crowd.ts';
import { arrivalBy, readArrival, writeArrival } from './arrival.ts';
import { deviceOf, isLeftAlone } from './request-signs.ts';

const inBrowser = (text: string) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${text}`;
const programs = [
  '',
  ' ',
  browsers.crawler,
  'facebookexternalhit/1.1',
  'facebookcatalog/1.0',
  'WhatsApp/2.23.20.0',
  'curl/8.5.0',
  'HTTPie/3.2.2',
  'PostmanRuntime/7.43.0',
  'Apache-HttpClient/4.5.14 (Java/17.0.9)',
  'undici',
  'node',
  'Ruby',
  'DuckDuckBot-Https/1.1',
  'GoogleOther',
  'Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)',
  inBrowser('HeadlessChrome/150.0.0.0 Safari/537.36'),
  inBrowser('Chrome/150.0.0.0 Safari/537.36 (compatible; Google-Read-Aloud; +https://support.google.com)'),
  inBrowser('(compatible; Claude-User/1.0; +Claude-User@anthropic.com)'),
  inBrowser('(compatible; Perplexity-User/1.0; +https://perplexity.ai/perplexity-user)'),
  inBrowser('Chrome/150.0.0.0 Safari/537.36 GTmetrix'),
];

const signs = (headers: Record<string, string>) => (name: string) => headers[name];
const agent = (text: string) => signs({ 'user-agent': text });

describe('what a request says of who sends it', () => {
  it('[RT-AUD-2] a device is a phone, a tablet or a computer', () => {
    for (const [kind, text] of [
      ['phone', browsers.phone],
      ['phone', 'Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/150.0.0.0 Mobile Safari/537.36'],
      ['tablet', browsers.tablet],
      ['tablet', 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1'],
      ['tablet', 'Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0'],
      ['computer', browsers.computer],
      ['computer', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15'],
      ['computer', ''],
    ] as const)
      expect([text, deviceOf(agent(text))]).toEqual([text, kind]);
    expect(deviceOf(signs({ 'sec-ch-ua-mobile': '?1', 'user-agent': browsers.computer }))).toBe('phone');
    expect(deviceOf(signs({ 'sec-ch-ua-mobile': '?0', 'user-agent': browsers.tablet }))).toBe('tablet');
  });

  it('[RT-AUD-2] no agent is read beyond its beginning, whatever stands in it', () => {
    expect(deviceOf(agent(`${'x'.repeat(600)} iPad`))).toBe('computer');
    expect(deviceOf(agent(`${'Android '.repeat(100)} Mobile`))).toBe('tablet');
    expect(isLeftAlone(agent(`${'x'.repeat(600)} Googlebot`))).toBe(false);
  });

  it('[RT-AUD-9] who asks to be left alone is, and programs are', () => {
    for (const text of [browsers.computer, browsers.phone, browsers.tablet, 'Android 9; CUBOT_X19 Mobile'])
      expect([text, isLeftAlone(agent(text))]).toEqual([text, false]);
    for (const text of programs) expect([text, isLeftAlone(agent(text))]).toEqual([text, true]);
    expect(isLeftAlone(signs({}))).toBe(true);
    for (const name of ['sec-gpc', 'dnt'])
      expect(isLeftAlone(signs({ 'user-agent': browsers.computer, [name]: '1' }))).toBe(true);
    expect(isLeftAlone(signs({ 'user-agent': browsers.computer, dnt: '0' }))).toBe(false);
  });
});

describe('how somebody came', () => {
  const isOwnHost = (host: string) => host === 'shop.test';
  const by = (address: string, referer?: string) => arrivalBy(address, { referer, isOwnHost });

  it('[RT-AUD-3] by a link of a campaign or from a page of another host, else not with this request', () => {
    expect(by('/plain')).toBeUndefined();
    expect(by('/plain?utm_source=&utm_content=x', 'https://shop.test/')).toBeUndefined();
    expect(by('/plain', 'https://News.Example.com:8443/a?b')).toEqual({ referrer: 'news.example.com' });
    expect(by('/p?utm_source=letter&utm_campaign=spring%20sale&x=1', 'https://shop.test/')).toEqual({
      source: 'letter',
      campaign: 'spring sale',
    });
    expect(by('/p?utm_medium=cpc', 'https://search.example')).toEqual({
      medium: 'cpc',
      referrer: 'search.example',
    });
    const before = { source: 'letter' };
    const from = { referer: 'https://news.example', isOwnHost, before };
    expect(arrivalBy('/p', from)).toBeUndefined();
    expect(arrivalBy('/p?utm_source=post', from)).toEqual({ source: 'post', referrer: 'news.example' });
    expect(arrivalBy('/p', { ...from, before: { referrer: 'a.example' } })).toEqual({
      referrer: 'news.example',
    });
    for (const odd of ['nowhere', 'javascript:x', 'https://[::1]/', `https://${'a.'.repeat(130)}test/`])
      expect([odd, by('/p', odd)]).toEqual([odd, undefined]);
    expect(by(`/p?utm_source=${'x'.repeat(101)}`)).toBeUndefined();
  });

  it('[RT-AUD-4] what a cookie keeps of it comes back, and nothing else is believed', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
      .filter((text) => text.length <= 100);
    const arrival = fc.record(
      { source: word, medium: word, campaign: word, referrer: fc.constantFrom('a.example', 'x.y.example') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(arrival, (came: Arrival) => {
        const written = writeArrival(came);
        expect(encodeURIComponent(written).length).toBeLessThan(4000);
        expect(readArrival(written)).toEqual(written === '' ? undefined : came);
      }),
    );
    for (const odd of [
      undefined,
      '',
      'x',
      'source=',
      'source=a&source=b',
      'medium=a&source=b',
      'source=a&x=1',
    ])
      expect([odd, readArrival(odd)]).toEqual([odd, undefined]);
    for (const odd of [`source=${'x'.repeat(101)}`, 'referrer=a+b', 'referrer=A.example', 'source=%41'])
      expect([odd, readArrival(odd)]).toEqual([odd, undefined]);
    expect(readArrival(`source=${'ä'.repeat(101)}`)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readArrival(text);
        if (read) expect(writeArrival(read)).toBe(text);
      }),
    );
  });
});
