import { randomUUID } from 'node:crypto';
import { demoStore } from '../seed/index.ts';
import { expect, type Page, sameOrigin, shopUrl, test } from './visitor.ts';

const owner = demoStore.staff.find(({ roles }) => roles.includes('owner'))!;

async function signIn(page: Page, { email, password }: { email: string; password: string }, to = '') {
  await page.goto(`/sign-in${to}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a wrong password is refused, the right one signs in, and signing out ends it', async ({ page }) => {
      await signIn(page, { email: owner.email, password: 'not-the-lighthouse' }, '?to=/about');
      await expect(page.getByRole('alert')).toHaveText(
        'This e-mail address and password do not belong together.',
      );
      expect(await cookieOf(page)).toBeUndefined();

      await page.getByLabel('Password').fill(owner.password);
      await page.getByLabel('E-mail').fill(owner.email);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL('/about');
      expect(await cookieOf(page)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

      const token = (await cookieOf(page))!.value;
      const out = await page.request.post('/sign-out', { headers: sameOrigin(), maxRedirects: 0 });
      expect(out.status()).toBe(302);
      expect(await cookieOf(page)).toBeUndefined();
      // The session itself is over, not only forgotten by this browser.
      const again = await page.request.get('/?_format=page-object', {
        headers: { cookie: `vt_staff=${token}` },
      });
      expect(again.headers()['content-type']).toContain('text/html');
    });
  });
}

test('somebody unknown gets the same answer as somebody with a wrong password', async ({ request }) => {
  const answers = await Promise.all(
    [owner.email, `nobody-${randomUUID()}@ostrand.example`].map((email) =>
      request.post('/sign-in', { form: { email, password: 'wrong' }, headers: sameOrigin() }),
    ),
  );
  for (const answer of answers)
    expect(await answer.text()).toContain('This e-mail address and password do not belong together.');
});

test('whoever tries too often has to wait, and is told how long', async ({ page }) => {
  // An account of its own: the demo's must stay open for the other tests.
  const email = `guessed-${randomUUID()}@ostrand.example`;
  for (let tries = 0; tries < 10; tries++) {
    const form = { email, password: `guess ${tries}` };
    const answer = await page.request.post('/sign-in', { form, headers: sameOrigin() });
    expect(await answer.text()).toContain('do not belong together');
  }
  await signIn(page, { email, password: 'one more' });
  await expect(page.getByRole('alert')).toHaveText(/^Too many tries\. Wait \d+ minutes? and try again\.$/);
});

test('what is filled in wrongly is refused in words', async ({ request }) => {
  for (const [form, says] of [
    [{ email: 'nobody', password: 'x' }, 'Enter the e-mail address you were invited with.'],
    [{ email: owner.email, password: '' }, 'Enter your password.'],
    [{ email: `${'a'.repeat(300)}@b.example`, password: 'x' }, 'mail'],
  ] as const) {
    const answer = await request.post('/sign-in', { form, headers: sameOrigin() });
    expect(answer.status()).toBeLessThan(500);
    expect(await answer.text()).toContain(says);
  }
});

test('signing in leads back into the shop, never to another site', async ({ playwright }) => {
  for (const [to, expected] of [
    ['/c/mugs?sort=name', '/c/mugs?sort=name'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/.//evil.example', undefined],
    ['/%2e//evil.example', undefined],
    ['/\t/evil.example', undefined],
    ['javascript:alert(1)', '/'],
  ] as const) {
    const request = await playwright.request.newContext({ baseURL: shopUrl() });
    const answer = await request.post(`/sign-in?to=${encodeURIComponent(to)}`, {
      form: { email: owner.email, password: owner.password },
      headers: sameOrigin(),
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(302);
    const { location } = answer.headers();
    expect.soft(new URL(location!, shopUrl()).origin, to).toBe(new URL(shopUrl()).origin);
    if (expected !== undefined) expect.soft(location, to).toBe(expected);
    await request.dispose();
  }
});

test('another site can neither sign anyone in nor out', async ({ page }) => {
  await signIn(page, owner);
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(owner.name);
  for (const path of ['/sign-in', '/sign-out']) {
    const answer = await page.request.post(path, {
      form: { email: owner.email, password: owner.password },
      headers: { origin: 'https://evil.example' },
      maxRedirects: 0,
    });
    expect.soft([400, 403], `${path} → ${answer.status()}`).toContain(answer.status());
  }
  await page.request.get('/sign-out');
  const object = await page.request.get('/?_format=page-object');
  expect(object.headers()['content-type']).toContain('application/json');
});

test('looks behind a page are for staff only', async ({ page, request }) => {
  for (const query of ['_trace=1', '_format=page-object', '_preview=1']) {
    const guest = await request.get(`/p/tide-mug?${query}`);
    expect(guest.status()).toBe(200);
    expect(await guest.text()).toContain('<h1');
    expect(guest.headers()['content-type']).toContain('text/html');
    const forged = await request.get(`/p/tide-mug?${query}`, { headers: { cookie: 'vt_staff=vts_forged' } });
    expect(await forged.text()).toContain('Add to cart');
  }
  await signIn(page, owner);
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(owner.name);

  const trace = await page.goto('/p/tide-mug?_trace=1');
  expect(trace?.headers()['cache-control']).toBe('private, no-store');
  expect(trace?.headers()['server-timing']).toBeTruthy();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('/p/tide-mug');
  await expect(page.getByRole('table')).toContainText('catalogue.get-product');

  const answer = await page.request.get('/p/tide-mug?_format=page-object');
  const object = await answer.json();
  expect(object).toMatchObject({ v: 1, pageId: 'template-product', status: 200 });
  expect(answer.headers()['cache-control']).toBe('private, no-store');
});

test('a page object holds nothing of the cart of who asks for it', async ({ page }) => {
  await signIn(page, owner);
  await page.goto('/p/lull-teapot?colour=moss');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  const { slots, data } = await (await page.request.get('/cart?_format=page-object')).json();
  // The page recommends teapots to everybody: what is the shopper's own is what cart actions answer.
  expect(slots.map(({ module }: { module: string }) => module)).toContain('cart');
  expect(Object.keys(data).filter((key) => key.startsWith('cart.'))).toEqual([]);
  expect(JSON.stringify(data)).not.toContain('"lines"');
});

async function cookieOf(page: Page) {
  return (await page.context().cookies()).find(({ name }) => name === 'vt_staff');
}
