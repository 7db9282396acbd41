import { describe, expect, it } from 'vitest';
import { createHref, createWithQuery } from './page-address.ts';

describe('addresses', () => {
  it('[RT-URL-1] links lead to the page in the visitor’s locale', () => {
    const href = createHref('/de');
    expect(href({ kind: 'product', slug: 'becher' })).toBe('/de/p/becher');
    expect(href({ kind: 'category', slug: 'küche' })).toBe('/de/c/k%C3%BCche');
    expect(href({ kind: 'page', path: '/' })).toBe('/de');
    expect(href('/search?q=a')).toBe('/de/search?q=a');
    expect(href('/_actions/cart.add')).toBe('/_actions/cart.add');
    expect(href('https://example.com/')).toBe('https://example.com/');
    expect(createHref('')({ kind: 'page', path: '/about' })).toBe('/about');
  });

  it('[RT-URL-2] a changed query keeps the others, in one order', () => {
    const withQuery = createWithQuery('/search', new URLSearchParams('q=mug&colour=red&colour=blue&page=3'));
    expect(withQuery({ page: undefined, colour: ['blue'] })).toBe('/search?colour=blue&q=mug');
    expect(withQuery({ q: undefined, colour: undefined, page: undefined })).toBe('/search');
  });
});
