import type { Link } from '@vitrine/modules';
import { describe, expect, test } from 'vitest';
import { addressOfLink, linkOfAddress, prefixesOf } from './link-address.ts';

const prefixes = prefixesOf({ page: '/', product: '/p/tide-mug', category: '/c/home' });

const both: readonly (readonly [Link, string])[] = [
  [{ kind: 'page', path: '/about' }, '/about'],
  [{ kind: 'page', path: '/' }, '/'],
  [{ kind: 'product', slug: 'tide-mug' }, '/p/tide-mug'],
  [{ kind: 'category', slug: 'küche' }, '/c/k%C3%BCche'],
  [{ kind: 'url', href: 'https://example.org/p/x' }, 'https://example.org/p/x'],
  [{ kind: 'url', href: 'mailto:a@b.example' }, 'mailto:a@b.example'],
  [{ kind: 'url', href: '/sale?sort=new' }, '/sale?sort=new'],
];

describe('a link of a text', () => {
  test.each(both)('%j is kept as %s, and read back', (link, href) => {
    expect(addressOfLink(link, prefixes)).toBe(href);
    expect(linkOfAddress({ href }, prefixes)).toEqual(link);
  });

  test('that opens a tab of its own is an address, whatever it leads to', () => {
    expect(linkOfAddress({ href: '/about', newTab: true }, prefixes)).toEqual({
      kind: 'url',
      href: '/about',
      newTab: true,
    });
  });

  test.each(['/p/', '/p/a/b', '/c/%E0', '//evil.example', '/_actions/x'])(
    'to %s stays the address it is',
    (href) => {
      expect(linkOfAddress({ href }, prefixes)).toEqual({ kind: 'url', href });
    },
  );

  test('that leads nowhere yet, runs something, or names what has no pages, is none', () => {
    expect(addressOfLink({ kind: 'url', href: ' ' }, prefixes)).toBeUndefined();
    expect(addressOfLink({ kind: 'url', href: 'javascript:x()' }, prefixes)).toBeUndefined();
    expect(addressOfLink({ kind: 'product', slug: 'x' }, prefixesOf({ page: '/' }))).toBeUndefined();
  });
});
