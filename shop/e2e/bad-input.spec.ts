import type { APIRequestContext, APIResponse } from '@playwright/test';
import { demoPrice } from './demo-goods.ts';
import { priceText } from './money.ts';
import { rawRequest } from './raw-request.ts';
import { expect, sameOrigin, shopUrl, test } from './visitor.ts';

test.describe('addresses', () => {
  for (const path of [
    '/nowhere',
    '/p/no-such-product',
    '/c/no-such-category',
    '/de/p/nirgends',
    '/p/',
    '/a/b/c/d',
  ]) {
    test(`${path} is not there, and says so with the way back`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      const german = path.startsWith('/de');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        german ? 'Fortgespült' : 'Washed away',
      );
      await expect(page.getByRole('navigation', { name: german ? 'Hauptmenü' : 'Main menu' })).toBeVisible();
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
      await page.getByRole('link', { name: german ? 'Zurück zum Shop' : 'Back to the shop' }).click();
      await expect(page).toHaveURL(german ? '/de' : '/');
    });
  }

  for (const target of ['/%zz', '/p/%', '/c/%E0%A4%A', '/p/%00', '/p/a%5cb', '/%c0%ae%c0%ae/']) {
    test(`${target} cannot be read`, async () => {
      const answer = await rawRequest(target);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('This address cannot be read.');
      expect(answer.cookies).toEqual([]);
    });
  }

  test('line ends in a path write no header', async () => {
    const answer = await rawRequest('/c/mugs%0d%0aset-cookie:a=b');
    expect([400, 404]).toContain(answer.status);
    expect(answer.cookies).toEqual([]);
    expect((await rawRequest('/c/mugs%0d%0aset-cookie:a=b/')).cookies).toEqual([]);
  });

  test('a long path and a long query are refused', async () => {
    for (const target of [`/${'a'.repeat(8192)}`, `/search?q=${'a'.repeat(8192)}`]) {
      const answer = await rawRequest(target);
      expect(answer.status).toBe(414);
      expect(answer.text).toContain('This address is too long.');
    }
  });

  test('no address leads to another site', async () => {
    for (const target of [
      '//evil.example',
      '//evil.example/c/mugs/',
      '///evil.example//',
      '/\\evil.example/',
      '/.//evil.example/',
      '/%2f%2fevil.example/',
      '/C/MUGS//',
      'http://evil.example/c/mugs/',
    ]) {
      const { status, headers } = await rawRequest(target);
      expect.soft(status, target).toBeLessThan(500);
      if (headers.location !== undefined)
        expect.soft(new URL(headers.location, shopUrl()).origin, target).toBe(new URL(shopUrl()).origin);
    }
  });

  test('a path out of the folder of pictures and built files leads nowhere', async () => {
    for (const target of [
      '/_image/320/../../../../etc/passwd',
      '/_image/320/..%2f..%2f..%2fsecret',
      '/_image/320/%2e%2e/%2e%2e/secret',
      '/_image/320/demo/..%5c..%5csecret',
      '/_assets/../server/index.js',
      '/_assets/..%2fserver%2findex.js',
      '/_app/%2e%2e/%2e%2e/server/index.js',
    ]) {
      const { status } = await rawRequest(target);
      expect.soft([400, 404], `${target} → ${status}`).toContain(status);
    }
  });
});

test.describe('queries', () => {
  for (const [query, says] of [
    ['page=-1', 'page 1'],
    ['page=1e9', 'page 1'],
    ['page=0.5', 'page 1'],
    ['page=99999999999999999999', 'page 1'],
    ['page=900', 'the last page'],
    ['sort=%3Cscript%3Ealert(1)%3C/script%3E', 'the usual order'],
    ['q=a&q=b&q=c', 'one of them'],
    ['f=colour.moss&f=colour.moss&f=__proto__.x&f=.&f=x', 'what it can'],
    ['f[]=colour.moss&f[a][b]=c', 'what it can'],
    ['price=-&price=x', 'no price'],
    ['price=99999999999-1', 'no price'],
    ['q=%00', 'everything'],
    ['q=%ff%fe', 'something'],
    ['q=%E2%80%AE%F0%9F%92%A9', 'something'],
    ["q='%20or%201=1;--", 'something'],
    ['q=%25%5F%5C*:%26|!()<->', 'something'],
    ['%00=%00&=&&&', 'everything'],
  ] as const) {
    test(`?${query} gives ${says}`, async () => {
      for (const path of ['/search', '/c/tableware', '/de/search']) {
        const answer = await rawRequest(`${path}?${query}`);
        expect(answer.status, path).toBe(200);
        expect(answer.text).toContain('</html>');
        expect(answer.text).not.toContain('<script>alert(1)');
        expect(answer.text).not.toContain('template-error');
      }
    });
  }

  test('what was searched for is text on the page, whatever it is', async ({ page }) => {
    const typed = '"><img src=x onerror=alert(1)>';
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      return dialog.dismiss();
    });
    await page.goto(`/search?q=${encodeURIComponent(typed)}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(typed);
    expect(alerts).toEqual([]);
  });

  test('unknown options of a product show the product', async ({ page }) => {
    for (const query of ['colour=plaid', 'variant=nope', 'variant=%00', 'colour=a&colour=b']) {
      const answer = await page.goto(`/p/tide-mug?${query}`);
      expect(answer?.status(), query).toBe(200);
      await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
    }
  });
});

test.describe('what is posted', () => {
  const add = (request: APIRequestContext, form: Record<string, string | number>) =>
    request.post('/_actions/cart.add', { form, headers: sameOrigin(), maxRedirects: 0 });

  // A cart with one tumbler; whatever is tried afterwards, it must still hold just that.
  async function filledCart(request: APIRequestContext): Promise<string> {
    const page = await (await request.get('/p/skerry-tumbler')).text();
    const variantId =
      /name="variantId" value="([^"]+)"|value="([^"]+)" name="variantId"|name="variantId"[^>]*value="([^"]+)"/.exec(
        page,
      );
    const id = variantId?.slice(1).find(Boolean);
    if (!id) throw new Error('The page of the tumbler has no variant to post.');
    expect((await add(request, { variantId: id, quantity: 1 })).status()).toBe(303);
    await request.get('/cart');
    return id;
  }

  async function expectCartAsItWas(request: APIRequestContext): Promise<void> {
    const cart = await (await request.get('/cart')).text();
    const total = priceText(demoPrice('skerry-tumbler', {}, 'EUR').now, { locale: 'en', currency: 'EUR' });
    expect(cart).toContain('Skerry tumbler');
    expect(cart).toMatch(/<p[^>]*>1 item<\/p>/);
    expect(cart).toContain(`<dd>${total}</dd>`);
  }

  for (const quantity of [
    '-1',
    '0',
    '1.5',
    '100',
    '1e6',
    '1e309',
    'NaN',
    'two',
    '',
    '٣',
    '0x10',
    '1e9',
    'abc',
    '99999999999999999999',
  ]) {
    test(`a quantity of "${quantity}" is refused with a sentence`, async ({ request }) => {
      const variantId = await filledCart(request);
      const answer = await add(request, { variantId, quantity });
      await expectRefusedClearly(request, answer);
      await expectCartAsItWas(request);
      const lineId = await lineOf(request);
      if (quantity === '0') return;
      const set = await request.post('/_actions/cart.set-quantity', {
        form: { lineId, quantity },
        headers: sameOrigin(),
        maxRedirects: 0,
      });
      // An empty field is no number; it must not count as "take it out".
      await expectRefusedClearly(request, set);
      const changed = await request.post('/_actions/cart.change', {
        form: {
          [`quantity.${lineId}`]: quantity,
          [`shown.${lineId}`]: '1',
          to: 'checkout',
          'page.checkout': '/checkout',
        },
        headers: { ...sameOrigin(), referer: new URL('/cart', answer.url()).href },
        maxRedirects: 0,
      });
      // Said at the field, and nobody is led on to pay for something else.
      expect(new URL(changed.headers().location!, answer.url()).pathname).toBe('/cart');
      const told = await (await request.get(changed.headers().location!)).text();
      expect(told).toMatch(/aria-invalid="true"/);
      // Nobody is left on a page of errors.
      expect([answer.status(), set.status(), changed.status()]).toEqual([303, 303, 303]);
      await expectCartAsItWas(request);
    });
  }

  test('unknown variants and lines are refused with a sentence', async ({ request }) => {
    await filledCart(request);
    for (const variantId of [
      'nope',
      '00000000-0000-0000-0000-000000000000',
      "'; drop table cart; --",
      'a'.repeat(200),
    ]) {
      await expectRefusedClearly(request, await add(request, { variantId, quantity: 1 }));
      const set = await request.post('/_actions/cart.set-quantity', {
        form: { lineId: variantId, quantity: 2 },
        headers: sameOrigin(),
        maxRedirects: 0,
      });
      await expectRefusedClearly(request, set);
    }
    await expectCartAsItWas(request);
  });

  test('missing, doubled and unreadable fields are refused by name', async ({ request }) => {
    const variantId = await filledCart(request);
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...sameOrigin() };
    for (const [data, says] of [
      ['quantity=1', 'variantId'],
      ['', 'variantId'],
      [`variantId=${variantId}&variantId=${variantId}&quantity=1`, 'variantId'],
      [`variantId=${'a'.repeat(300)}&quantity=1`, 'variantId'],
      [`variantId=${variantId}&quantity=%zz`, 'not encoded'],
      ['variantId=%ff&quantity=1', 'not UTF-8'],
    ] as const) {
      const answer = await request.post('/_actions/cart.add', { data, headers: form, maxRedirects: 0 });
      expect.soft(answer.status(), data.slice(0, 60)).toBe(400);
      expect.soft(await answer.text()).toContain(says);
    }
    await expectCartAsItWas(request);
  });

  test('a NUL in a field is refused, not stored', async ({ request }) => {
    await filledCart(request);
    const answer = await add(request, { variantId: 'a\u0000b', quantity: 1 });
    await expectRefusedClearly(request, answer);
    await expectCartAsItWas(request);
  });

  test('ten megabytes are refused wherever something may be posted', async ({ request }) => {
    await filledCart(request);
    const data = `variantId=${'a'.repeat(10_000_000)}`;
    for (const path of ['/_actions/cart.add', '/_actions/session.set-currency', '/_a', '/sign-in']) {
      const type = path === '/_a' ? 'application/json' : 'application/x-www-form-urlencoded';
      const answer = await request.post(path, {
        data,
        headers: { 'content-type': type, ...sameOrigin() },
        maxRedirects: 0,
      });
      expect.soft(answer.status(), path).toBe(413);
    }
    await expectCartAsItWas(request);
  });

  test('a body of another kind is refused', async ({ request }) => {
    await filledCart(request);
    for (const [path, type] of [
      ['/_actions/cart.add', 'text/plain'],
      ['/_actions/cart.add', 'application/json'],
      ['/_actions/cart.add', 'multipart/form-data'],
      ['/_actions/session.set-currency', 'text/plain'],
      ['/_a', 'text/plain'],
      ['/sign-in', 'text/plain'],
    ] as const) {
      const answer = await request.post(path, {
        data: 'variantId=x',
        headers: { 'content-type': type, ...sameOrigin() },
        maxRedirects: 0,
      });
      expect.soft([400, 415], `${path} ${type} → ${answer.status()}`).toContain(answer.status());
    }
    await expectCartAsItWas(request);
  });

  test('a form of another site is refused', async ({ request }) => {
    const variantId = await filledCart(request);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: shopUrl(), 'sec-fetch-site': 'cross-site' },
      { origin: `${shopUrl()}.evil.example` },
    ];
    for (const headers of foreign) {
      for (const path of ['/_actions/cart.add', '/_actions/session.set-currency']) {
        const answer = await request.post(path, {
          form: { variantId, quantity: 1, currency: 'GBP' },
          headers,
          maxRedirects: 0,
        });
        expect.soft(answer.status(), JSON.stringify(headers)).toBe(403);
      }
      const data = await request.post('/_a', {
        data: { mutations: [{ mutation: 'cart.add', input: { variantId, quantity: 1 } }] },
        headers,
      });
      expect.soft(data.status(), JSON.stringify(headers)).toBe(403);
    }
    await expectCartAsItWas(request);
  });

  test('a currency the shop does not have is refused', async ({ request }) => {
    await filledCart(request);
    for (const currency of ['USD', '', 'eur', 'EUR; path=/']) {
      const answer = await request.post('/_actions/session.set-currency', {
        form: { currency },
        headers: sameOrigin(),
        maxRedirects: 0,
      });
      expect(answer.status(), currency).toBe(400);
      expect(await answer.text()).toContain('EUR, GBP');
    }
    await expectCartAsItWas(request);
  });

  test('the way back of a form never leads to another site', async ({ request }) => {
    await filledCart(request);
    for (const _from of [
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
    ]) {
      for (const path of ['/_actions/session.set-currency', '/_actions/cart.add']) {
        const answer = await request.post(path, {
          form: { _from, currency: 'EUR', variantId: 'nope', quantity: 1 },
          headers: { ...sameOrigin(), referer: 'https://evil.example/a' },
          maxRedirects: 0,
        });
        expect(answer.status()).toBe(303);
        expect.soft(new URL(answer.headers().location!, shopUrl()).origin).toBe(new URL(shopUrl()).origin);
      }
    }
  });

  test('a forged cart cookie is nobody’s cart', async ({ request }) => {
    await filledCart(request);
    const { cookies } = await request.storageState();
    const own = cookies.find(({ name }) => name === 'vt_cart')!.value;
    for (const value of [
      own.slice(0, -2),
      `${own}x`,
      'a.b',
      '%zz',
      '"',
      own.toUpperCase(),
      'x'.repeat(4000),
    ]) {
      const answer = await rawRequest('/cart', { headers: { cookie: `vt_cart=${value}` } });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('Your cart is empty');
    }
    await expectCartAsItWas(request);
  });

  async function lineOf(request: APIRequestContext): Promise<string> {
    const cart = await (await request.get('/cart')).text();
    const id = /<input[^>]*name="quantity\.([^"]+)"/.exec(cart)?.[1];
    if (!id) throw new Error('The cart has no line.');
    return id;
  }

  // Either at once by a 4xx with a sentence, or by sending the browser back to a page that shows one.
  async function expectRefusedClearly(request: APIRequestContext, answer: APIResponse): Promise<void> {
    if (answer.status() !== 303) {
      expect(answer.status()).toBe(400);
      expect((await answer.text()).trim()).toMatch(/\w+ \w+/);
      return;
    }
    const page = await (await request.get(answer.headers().location!)).text();
    const notice = /<[a-z]+ [^>]*class="[^"]*vt-notice[^>]*>([^<]+)</.exec(page);
    expect(notice?.[0]).toContain('data-tone="bad"');
    expect(notice?.[1]).toMatch(/no longer|Please choose a whole number|Only \d+ left/);
  }
});

test.describe('methods', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    test(`${method} is no way to ask for a page`, async () => {
      for (const path of ['/', '/p/tide-mug', '/search?q=a', '/cart', '/nowhere']) {
        const answer = await rawRequest(path, { method, headers: sameOrigin() });
        expect.soft(answer.status, path).toBe(405);
        expect.soft(answer.headers.allow, path).toMatch(/GET/);
      }
    });
  }

  test('applications and files refuse what they are not for', async () => {
    for (const [method, path] of [
      ['PUT', '/sign-in'],
      ['DELETE', '/sign-in'],
      ['PUT', '/_actions/cart.add'],
      ['GET', '/_actions/cart.add'],
      ['POST', '/_image/320/demo/tide-mug-deep-sea-1.svg'],
      ['DELETE', '/_a/cart.get-cart'],
    ] as const) {
      const { status } = await rawRequest(path, { method, headers: sameOrigin() });
      expect.soft(status, `${method} ${path}`).toBe(405);
    }
  });

  test('unknown actions, files, pictures and API routes are 404', async () => {
    for (const path of [
      '/_a/nothing',
      '/_assets/none.js',
      '/_app/none.js',
      '/_image/320/demo/none.svg',
      '/api/store/v1/none',
      '/api/none',
    ])
      expect.soft((await rawRequest(path)).status, path).toBe(404);
    const posted = await rawRequest('/_actions/nothing.here', {
      method: 'POST',
      headers: { ...sameOrigin(), 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    });
    expect(posted.status).toBe(404);
  });

  test('data requests that make no sense are refused with a sentence', async () => {
    for (const [path, status] of [
      ['/_a/catalogue.get-product', 400],
      ['/_a/catalogue.get-product?i=x&channel=online&locale=en', 400],
      ['/_a/catalogue.get-product?i=%5B%5D&channel=online&locale=en', 400],
      ['/_a/catalogue.get-product?i=%5B%7B%22slug%22%3A7%7D%5D&channel=online&locale=en', 400],
      ['/_a/catalogue.get-product?i=%5B%7B%22slug%22%3A%22a%22%7D%5D&channel=other&locale=en', 409],
      ['/_a/cart.get-cart?i=%5B%7B%7D%5D', 404],
    ] as const) {
      const answer = await rawRequest(path);
      expect.soft(answer.status, path).toBe(status);
      expect.soft((JSON.parse(answer.text) as { error: string }).error, path).toMatch(/\w+ \w+/);
    }
  });

  test('cookies of any shape do no harm', async () => {
    for (const cookie of [
      '=',
      ';;;',
      'vt_currency=%zz',
      'vt_currency=USD',
      'vt_notice=%7B',
      'vt_staff=%zz',
      `a=${'b'.repeat(12_000)}`,
    ]) {
      for (const path of ['/', '/cart', '/p/tide-mug?_trace=1', '/sign-in']) {
        const answer = await rawRequest(path, { headers: { cookie } });
        expect.soft(answer.status, `${path} ${cookie.slice(0, 20)}`).toBe(200);
      }
    }
  });
});
