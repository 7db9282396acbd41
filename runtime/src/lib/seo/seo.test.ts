import { describe, expect, it } from 'vitest';
import { headHtml } from './head-html.ts';
import { robotsText } from './robots-route.ts';
import { sitemapXml } from './sitemap.ts';
import { speculationRules } from './speculation-rules.ts';
import { breadcrumbData, productData } from './structured-data.ts';

describe('what search engines read', () => {
  it('[RT-SEO-1] no text of the catalogue can end an element of the head', () => {
    const html = headHtml(
      {
        title: 'A </title><script>alert(1)</script>',
        description: '"quoted"',
        alternates: { de: 'https://shop.test/de/p/a' },
        structured: [
          productData({ name: '</script><b>', url: 'https://shop.test/p/a', images: [], offers: [] }),
        ],
      },
      { locale: 'en' },
    );
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('</script><b>');
    expect(html).toContain('content="&quot;quoted&quot;"');
    expect(html).toContain('<link rel="alternate" hreflang="de" href="https://shop.test/de/p/a">');
  });

  it('[RT-SEO-2] a product tells its offers, a breadcrumb its order', () => {
    expect(
      productData({
        name: 'Mug',
        url: 'https://shop.test/p/mug',
        images: ['https://shop.test/_image/960/mug.svg'],
        offers: [{ sku: 'M-1', price: '24.90', currency: 'EUR', availability: 'InStock' }],
      }),
    ).toMatchObject({ '@type': 'Product', offers: [{ price: '24.90', priceCurrency: 'EUR' }] });
    expect(breadcrumbData([{ name: 'Home', url: 'https://shop.test/' }])).toMatchObject({
      itemListElement: [{ position: 1, name: 'Home' }],
    });
  });

  it('[RT-SEO-3] the sitemap names every locale of a page beside each address', () => {
    const xml = sitemapXml([
      { addresses: { en: 'https://shop.test/p/a&b', de: 'https://shop.test/de/p/a' } },
    ]);
    expect(xml.match(/<url>/g)).toHaveLength(2);
    expect(xml).toContain('<loc>https://shop.test/p/a&amp;b</loc>');
    expect(xml.match(/hreflang="de"/g)).toHaveLength(2);
  });

  it('[RT-SEO-4] carts, searches and actions are neither crawled nor opened ahead', () => {
    const robots = robotsText({ origin: 'https://shop.test', prefixes: ['', '/de'] });
    const closed = [...robots.matchAll(/Disallow: (.*)\n/g)].map(([, pattern = '']) => patternOf(pattern));
    const isClosed = (path: string) => closed.some((pattern) => pattern.test(path));
    for (const path of ['/_a', '/_a?x=1', '/_a/cart.get?i=1', '/_actions/cart.add', '/cart', '/cart?x=1'])
      expect([path, isClosed(path)]).toEqual([path, true]);
    for (const path of ['/de/cart', '/search?q=a', '/de/search'])
      expect([path, isClosed(path)]).toEqual([path, true]);
    for (const path of [
      '/_assets/a.js',
      '/_app/b.js',
      '/_image/320/a.svg',
      '/carton',
      '/search-tips',
      '/p/cart',
    ])
      expect([path, isClosed(path)]).toEqual([path, false]);
    const rules = JSON.stringify(speculationRules(['', '/de']));
    expect(rules).toContain('"/de/p/*"');
    expect(rules).not.toMatch(/cart|_actions|search/);
  });
});

// As RFC 9309 reads them: a pattern is a beginning, `*` anything, `$` the end.
function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/[.?+^(){}|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}`);
}
