import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPath, encodePath } from './canonical-path.ts';

const market = { locales: ['en', 'de'] };

describe('paths', () => {
  it('[RT-URL-3] a path has one spelling: no prefix for the first locale, no trailing slash, lower case', () => {
    const read = (path: string) => {
      const { kind, ...rest } = canonicalPath(path, market);
      return { kind, ...rest };
    };
    expect(read('/p/mug')).toEqual({ kind: 'path', path: '/p/mug', locale: 'en', moved: false });
    expect(read('/de')).toEqual({ kind: 'path', path: '/', locale: 'de', moved: false });
    expect(read('/de/c/k%C3%BCche')).toEqual({ kind: 'path', path: '/c/küche', locale: 'de', moved: false });
    expect(read('/P/Mug/')).toEqual({ kind: 'path', path: '/p/mug', locale: 'en', moved: true });
    expect(read('/en/about')).toEqual({ kind: 'path', path: '/about', locale: 'en', moved: true });
    expect(read('//evil.test')).toEqual({ kind: 'path', path: '/evil.test', locale: 'en', moved: true });
    expect(read('/depot')).toMatchObject({ path: '/depot', locale: 'en' });
  });

  it('[RT-URL-4] what cannot be decoded is malformed', () => {
    for (const path of ['/%E0%A4%A', '/a%00b', '/a%0d%0ab', '/%5cevil', '/%'])
      expect([path, canonicalPath(path, market).kind]).toEqual([path, 'malformed']);
  });

  it('following a redirect leads to a path that is not moved again, on this host', () => {
    fc.assert(
      fc.property(fc.webPath(), (pathname) => {
        const first = canonicalPath(new URL(`http://shop.test${pathname}`).pathname, market);
        if (first.kind === 'malformed') return;
        const location = encodePath((first.locale === 'de' ? '/de' : '') + first.path);
        expect(location.startsWith('//')).toBe(false);
        const second = canonicalPath(new URL(location, 'http://shop.test').pathname, market);
        expect(second).toMatchObject({ kind: 'path' });
        if (first.path !== '/' && second.kind === 'path' && !/^\/(en|de)(\/|$)/.test(first.path))
          expect(second).toMatchObject({ path: first.path, locale: first.locale, moved: false });
      }),
    );
  });
});
