import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkUrlMap, normalisePath, type UrlEntry, visitedPath } from './url-map.ts';

function redirect(path: string, to: string, locale = 'en'): UrlEntry {
  return { channel: 'online', locale, path, target: { kind: 'redirect', to, status: 301 } };
}
function codes(...entries: UrlEntry[]): string[] {
  return checkUrlMap(entries, () => true).map(({ code }) => code);
}

test('[URL-1] a path has one form', () => {
  const forms = ['/', '/about', '/About/', '/%C3%9Cber', '/U\u0308ber', '/a%20b'].map(normalisePath);
  expect(forms).toEqual(['/', '/about', '/about', '/über', '/über', '/a b']);
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const normal = normalisePath(path);
      if (normal !== undefined && !normal.includes('%')) expect(normalisePath(normal)).toBe(normal);
    }),
  );
});

test('[URL-2] what cannot be a path is none', () => {
  const none = [
    '',
    'about',
    '//evil.test',
    '/a//b',
    '/../x',
    '/a/./b',
    '/a?b',
    '/a#b',
    '/%00',
    '/%E0%A4%A',
    '/\\evil',
    `/${'a'.repeat(1_000)}`,
  ];
  expect(none.map(normalisePath)).toEqual(none.map(() => undefined));
});

test('[URL-3] redirects in a circle and in steps are refused, others are not', () => {
  expect(codes(redirect('/a', '/b'), redirect('/c', '/b?x=1'), redirect('/b', '/a', 'de'))).toEqual([]);
  expect(codes(redirect('/a', '/a/'))).toEqual(['redirect-loop']);
  expect(codes(redirect('/a', '/A'))).toEqual(['redirect-loop']);
  expect(codes(redirect('/a', '/b'), redirect('/b', '/a#top'))).toEqual(['redirect-loop', 'redirect-loop']);
  expect(codes(redirect('/a', '/b'), redirect('/b', '/c'))).toEqual(['redirect-chain']);
  expect(codes(redirect('/a', '/b'), redirect('/b', '/c'), redirect('/c', '/b'))).toEqual([
    'redirect-loop',
    'redirect-loop',
    'redirect-loop',
  ]);
});

test('[URL-4] a redirect leads to a path of the shop or an https address', () => {
  expect(codes(redirect('/a', 'https://example.org/x'), redirect('/b', '/p/lamp?size=1#top'))).toEqual([]);
  const bad = [
    '//evil.test',
    '/\\evil.test',
    'javascript:alert(1)',
    'http://example.org',
    'about',
    '',
    '/a//b',
  ];
  expect(codes(...bad.map((to, index) => redirect(`/${index}`, to)))).toEqual(bad.map(() => 'bad-url'));
});

test('[URL-5] the message names the circle', () => {
  const [problem] = checkUrlMap([redirect('/a', '/b'), redirect('/b', '/a')], () => true);
  expect(problem).toMatchObject({
    path: 'urls.online.en./a',
    message: expect.stringContaining('/a → /b → /a'),
  });
});

test('[URL-6] visitors type the locale before the path, but for the first one', () => {
  const at = (locale: string, path: string) => visitedPath({ locale, path }, ['en', 'de', 'de-AT']);
  expect([at('en', '/gifts'), at('de', '/geschenke'), at('de', '/'), at('de-AT', '/x')]).toEqual([
    '/gifts',
    '/de/geschenke',
    '/de',
    '/de-at/x',
  ]);
});
