import { gunzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { demoStore } from '../seed/index.ts';
import { demoPages, demoProduct } from './demo-goods.ts';
import { rawRequest } from './raw-request.ts';
import { expect, type Page, shopUrl, test } from './visitor.ts';

const nonceless = (html: string) =>
  html.replaceAll(/nonce="[^"]*"/g, 'nonce=""').replaceAll(/"nonce":"[^"]*"/g, '"nonce":""');

test('a connection is kept for longer than load balancers keep one', async () => {
  const { headers } = await rawRequest('/healthz', { headers: { connection: 'keep-alive' } });
  const seconds = Number(/timeout=(\d+)/.exec(headers['keep-alive'] ?? '')?.[1]);
  expect(seconds).toBeGreaterThan(60);
});

test.describe('what is personal', () => {
  test('may be kept by nobody, and varies by cookie', async () => {
    for (const path of [
      '/',
      '/cart',
      '/p/tide-mug',
      '/c/tableware',
      '/search?q=wool',
      '/de/cart',
      '/sign-in',
    ]) {
      const { headers } = await rawRequest(path);
      const control = headers['cache-control'] ?? '';
      // A page with a hole in it, such as the number at the cart, is personal as a whole.
      expect.soft(control, path).toBe('private, no-store');
    }
  });

  test('one visitor’s cart is never in another’s page', async ({ browser, baseURL }) => {
    const visitors = await Promise.all([
      visitorWith(browser, baseURL!, 'lull-teapot', 'colour=moss'),
      visitorWith(browser, baseURL!, 'harbour-jug', ''),
    ]);
    const stranger = await browser.newContext({ baseURL });
    // Several rounds at once, so that each page is made, kept and spliced under way of the others.
    for (let round = 0; round < 5; round++) {
      const [first, second, none] = await Promise.all(
        [...visitors.map(({ context }) => context), stranger].map(async (context) =>
          mainOf(await (await context.request.get('/cart')).text()),
        ),
      );
      expect(first).toContain('Remove Lull teapot');
      expect(first).not.toContain('Remove Harbour jug');
      expect(second).toContain('Remove Harbour jug');
      expect(second).not.toContain('Remove Lull teapot');
      expect(none).toContain('Your cart is empty');
    }
    for (const path of ['/', '/p/tide-mug', '/c/tableware', '/about']) {
      const [own, other] = await Promise.all(
        [visitors[0]!.context, stranger].map(
          async (context) => await (await context.request.get(path)).text(),
        ),
      );
      expect(own).toContain('Cart, 1 item');
      expect(other).toContain('Cart, empty');
    }
    for (const { context } of visitors) await context.close();
    await stranger.close();
  });

  test('a notice is told once, to the one it is for', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/p/skerry-tumbler');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText('Added to your cart.')).toBeVisible();
    expect((await rawRequest('/p/skerry-tumbler')).text).not.toContain('Added to your cart.');
    await page.reload();
    await expect(page.getByText('Added to your cart.')).toHaveCount(0);
    await context.close();
  });

  test('a currency of one visitor is not another’s', async ({ request }) => {
    const pounds = await request.get('/p/tide-mug', { headers: { cookie: 'vt_currency=GBP' } });
    expect(mainOf(await pounds.text())).toContain('£22.00');
    for (let round = 0; round < 2; round++) {
      const html = mainOf((await rawRequest('/p/tide-mug')).text);
      expect(html).toContain('€26.00');
      expect(html).not.toContain('£');
    }
  });
});

test.describe('the same page in other ways', () => {
  for (const [name, { en, de }] of Object.entries(demoPages)) {
    test(`gzip and plain of the ${name} page are the same words, with right lengths`, async () => {
      for (const path of [en, de]) {
        // Between two answers a page may be made anew; then both are asked for again.
        await expect(async () => {
          const plain = await rawRequest(path, { headers: { 'accept-encoding': 'identity' } });
          const packed = await rawRequest(path, { headers: { 'accept-encoding': 'gzip' } });
          expect(plain.headers['content-encoding']).toBeUndefined();
          expect(packed.headers['content-encoding']).toBe('gzip');
          expect(packed.headers.vary).toContain('accept-encoding');
          expect(Number(plain.headers['content-length'])).toBe(plain.body.length);
          expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
          expect(nonceless(gunzipSync(packed.body).toString())).toBe(nonceless(plain.text));
          expect(plain.text.trimEnd().endsWith('</html>')).toBe(true);
        }).toPass({ timeout: 10_000 });
      }
    });
  }

  test('HEAD says what GET would, without a body', async () => {
    for (const path of [
      '/',
      '/p/tide-mug',
      '/cart',
      '/nowhere',
      '/robots.txt',
      '/sitemap.xml',
      '/sign-in',
      '/_image/320/demo/tide-mug-deep-sea-1.svg',
    ]) {
      const get = await rawRequest(path, { headers: { 'accept-encoding': 'identity' } });
      const head = await rawRequest(path, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
      expect.soft(head.status, path).toBe(get.status);
      expect.soft(head.body.length, path).toBe(0);
      for (const name of ['content-type', 'cache-control', 'etag', 'vary'])
        expect.soft(head.headers[name], `${path} ${name}`).toBe(get.headers[name]);
    }
  });

  test('no two answers have the same nonce, and it is the one in the policy', async () => {
    const nonces = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const { headers, text } = await rawRequest('/');
      const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
      expect(nonce).toMatch(/^[\w+/=-]{16,}$/);
      const used = [...text.matchAll(/<(?:script|style)[^>]* nonce="([^"]*)"/g)].map(([, value]) => value);
      expect(used.length).toBeGreaterThan(0);
      expect(new Set(used)).toEqual(new Set([nonce]));
      nonces.add(nonce!);
    }
    expect(nonces.size).toBe(5);
  });

  test('every answer forbids sniffing and framing', async () => {
    for (const path of [
      '/',
      '/nowhere',
      '/%zz',
      '/cart',
      '/sign-in',
      '/_image/320/demo/none.svg',
      '/robots.txt',
      '/sitemap.xml',
      '/_assets/none.js',
    ]) {
      const { headers } = await rawRequest(path);
      expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
    }
    for (const path of ['/', '/nowhere', '/%zz', '/sign-in'])
      expect
        .soft((await rawRequest(path)).headers['content-security-policy'], path)
        .toMatch(/frame-ancestors '(self|none)'/);
  });

  test('pictures and built files may be kept for ever; what has an ETag is answered 304', async () => {
    for (const path of ['/_image/320/demo/tide-mug-deep-sea-1.svg', builtFile(await rawRequest('/'))]) {
      const first = await rawRequest(path);
      expect(first.status, path).toBe(200);
      expect(first.headers['cache-control'], path).toMatch(/max-age=31536000.*immutable/);
      if (first.headers.etag === undefined) continue;
      const again = await rawRequest(path, { headers: { 'if-none-match': first.headers.etag } });
      expect(again.status, path).toBe(304);
      expect(again.body.length).toBe(0);
    }
  });

  test('built scripts come packed', async () => {
    const path = builtFile(await rawRequest('/'));
    const packed = await rawRequest(path, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(['br', 'gzip']).toContain(packed.headers['content-encoding']);
    expect(packed.headers['content-type']).toContain('javascript');
  });
});

test.describe('pictures', () => {
  const path = '/_image/480/demo/lull-teapot-moss-1.svg';

  test('come in the best format the browser takes', async () => {
    for (const [accept, type] of [
      ['image/avif,image/webp,image/*,*/*;q=0.8', 'image/avif'],
      ['image/webp,image/*,*/*;q=0.8', 'image/webp'],
      ['image/avif;q=0,image/webp', 'image/webp'],
      ['image/png,image/*;q=0.5', /image\/(png|jpeg)/],
      ['', /image\/(png|jpeg)/],
    ] as const) {
      const answer = await rawRequest(path, { headers: { accept } });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toMatch(type);
      expect(answer.headers.vary?.toLowerCase()).toContain('accept');
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
      expect(answer.body.length).toBeGreaterThan(500);
    }
  });

  test('that do not exist are 404 and not kept, sizes nobody makes are refused', async () => {
    const missing = await rawRequest('/_image/320/demo/none.svg');
    expect(missing.status).toBe(404);
    expect(missing.headers['cache-control']).toBe('no-store');
    for (const width of ['321', '99999', '0', '-1', 'wide', '320.5'])
      expect((await rawRequest(`/_image/${width}/demo/lull-teapot-moss-1.svg`)).status, width).toBe(400);
  });
});

test.describe('what search engines read', () => {
  test('robots.txt keeps them out of what is personal and names the sitemap', async () => {
    const { text, headers, status } = await rawRequest('/robots.txt');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('Disallow: /_actions/\n');
    // Exactly these pages, whatever their query: not every address that begins like them.
    for (const path of ['/cart', '/de/cart', '/search', '/de/search'])
      expect(text).toContain(`Disallow: ${path}$\nDisallow: ${path}?\n`);
    expect(text).toContain(`Sitemap: ${shopUrl()}/sitemap.xml`);
  });

  test('the sitemap is valid and names every page in both languages beside each other', async ({ page }) => {
    const { text, headers } = await rawRequest('/sitemap.xml');
    expect(headers['content-type']).toContain('xml');
    const entries = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      if (parsed.querySelector('parsererror')) throw new Error('The sitemap is no well-formed XML.');
      return [...parsed.querySelectorAll('url')].map((url) => ({
        loc: url.querySelector('loc')!.textContent!,
        links: Object.fromEntries(
          [...url.querySelectorAll('link')].map((link) => [
            link.getAttribute('hreflang')!,
            link.getAttribute('href')!,
          ]),
        ),
      }));
    }, text);
    const byLoc = new Map(entries.map(({ loc, links }) => [loc, links]));
    expect(byLoc.size, 'no address twice').toBe(entries.length);
    const expected = [
      ...demoStore.products.map(({ slug }) => [`/p/${slug!.en}`, `/de/p/${slug!.de}`]),
      ...demoStore.categories.map(({ slug }) => [`/c/${slug!.en}`, `/de/c/${slug!.de}`]),
      ...(['home', 'about', 'winter table', 'rain or shine'] as const).map((name) =>
        Object.values(demoPages[name]),
      ),
    ];
    for (const [en, de] of expected) {
      const links = { en: absolute(en!), de: absolute(de!) };
      expect(byLoc.get(links.en), en).toMatchObject(links);
      expect(byLoc.get(links.de), de).toMatchObject(links);
    }
  });

  test('addresses of the sitemap are pages, their own canonical, and name the same siblings', async ({
    page,
  }) => {
    const { text } = await rawRequest('/sitemap.xml');
    const locs = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)]
      .map(([, loc]) => loc!)
      .filter((_, at) => at % 12 === 0);
    for (const loc of locs) {
      const answer = await page.request.get(loc, { maxRedirects: 0 });
      expect.soft(answer.status(), loc).toBe(200);
      const html = await answer.text();
      expect.soft(html).toContain(`<link rel="canonical" href="${loc}">`);
      for (const language of ['en', 'de'])
        expect.soft(html).toMatch(new RegExp(`<link rel="alternate" hreflang="${language}"`));
    }
  });

  for (const { locale, path, handle } of [
    { locale: 'en', path: '/p/ferry-espresso-cup', handle: 'ferry-espresso-cup' },
    { locale: 'de', path: '/de/p/espressotasse-faehre', handle: 'ferry-espresso-cup' },
  ] as const) {
    test(`a product tells its offers, in ${locale}`, async ({ page }) => {
      await page.goto(path);
      const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
      const data = blocks.map((text) => JSON.parse(text) as Record<string, unknown>);
      const product = demoProduct(handle);
      const found = data.find((each) => each['@type'] === 'Product') as unknown as {
        name: string;
        image: string[];
        offers: { sku: string; price: string; priceCurrency: string; availability: string; url: string }[];
      };
      expect(found.name).toBe(product.name[locale]);
      expect(new Set(found.offers.map(({ sku }) => sku))).toEqual(
        new Set(product.variants.map(({ sku }) => sku)),
      );
      for (const offer of found.offers) {
        const variant = product.variants.find(({ sku }) => sku === offer.sku)!;
        const price = variant.prices!.find(
          ({ price: { currency } }) => currency === offer.priceCurrency,
        )!.price;
        expect(offer.price).toBe((price.amount / 100).toFixed(2));
        expect(offer.availability).toMatch(
          /^https:\/\/schema\.org\/(InStock|LimitedAvailability|OutOfStock|BackOrder|PreOrder)$/,
        );
        expect(offer.url).toBe(absolute(path));
      }
      expect((await page.request.get(found.image[0]!)).status()).toBe(200);
      const crumbs = data.find((each) => each['@type'] === 'BreadcrumbList') as unknown as {
        itemListElement: { position: number; item: string }[];
      };
      expect(crumbs.itemListElement.map(({ position }) => position)).toEqual(
        crumbs.itemListElement.map((_, at) => at + 1),
      );
      for (const { item } of crumbs.itemListElement)
        expect.soft((await page.request.get(item, { maxRedirects: 0 })).status(), item).toBe(200);
    });
  }
});

test.describe('links', () => {
  for (const language of ['en', 'de'] as const) {
    test(`every link of the demo pages leads to a page in the language it promises, in ${language}`, async ({
      page,
    }) => {
      const from = new Map<string, string>();
      const promised = new Map<string, string>();
      for (const paths of Object.values(demoPages)) {
        await page.goto(paths[language]);
        const links = await page.locator('a[href]').evaluateAll((all) =>
          all.map((each) => {
            const { href, hreflang } = each as HTMLAnchorElement;
            return { href: href.replace(/#.*$/, ''), hreflang };
          }),
        );
        for (const { href, hreflang } of links) {
          if (!href.startsWith(shopUrl()) || from.has(href)) continue;
          from.set(href, paths[language]);
          promised.set(href.replace(/\?.*$/, ''), hreflang || language);
        }
      }
      // What differs only in its query is the same page with other filters.
      const asked = new Map([...from].map(([href, on]) => [href.replace(/\?.*$/, ''), on]));
      expect(asked.size).toBeGreaterThan(30);
      for (const [href, on] of asked) {
        // Links that editors write once for all languages may lead through one redirect.
        const answer = await page.request.head(href, { maxRedirects: 1 });
        expect.soft(answer.status(), `${href} on ${on}`).toBe(200);
        if (href !== shopUrl() && !/\/(de)?$/.test(href))
          expect
            .soft(new URL(answer.url()).pathname.startsWith('/de/'), href)
            .toBe(promised.get(href) === 'de');
      }
    });
  }
});

function builtFile({ text }: { text: string }): string {
  const found = /(?:src|href)="(\/_assets\/[^"]+\.js)"/.exec(text)?.[1];
  if (!found) throw new Error('The page names no built script.');
  return found;
}

function absolute(path: string): string {
  return shopUrl() + path;
}

function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}

async function visitorWith(browser: Browser, baseURL: string, product: string, query: string) {
  const context = await browser.newContext({ baseURL });
  const page: Page = await context.newPage();
  await page.goto(`/p/${product}?${query}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  return { context };
}
