import { demoStore } from '../seed/index.ts';
import { expectAccessible } from './accessible.ts';
import { rawRequest } from './raw-request.ts';
import { expect, type Page, test } from './visitor.ts';

const list = (page: Page, name = 'Recently viewed') =>
  page.getByRole('region', { name }).getByRole('listitem').getByRole('link');

async function look(page: Page, ...slugs: readonly string[]) {
  for (const slug of slugs) await page.goto(`/p/${slug}`);
}

test.describe('[RT-VIEWED-1] what was looked at last', () => {
  test('stands on the page of a product, the newest first and without itself, in both languages', async ({
    page,
  }) => {
    await look(page, 'tide-mug', 'harbour-jug');
    await expect(list(page)).toHaveText(['Tide mug']);
    await look(page, 'lull-teapot');
    await expect(list(page)).toHaveText(['Harbour jug', 'Tide mug']);
    await page.reload();
    await expect(list(page)).toHaveText(['Harbour jug', 'Tide mug']);
    await page.goto('/de/p/tide-mug');
    await expect(list(page, 'Zuletzt angesehen')).toHaveText(['Teekanne Flaute', 'Krug Hafen']);
    await expectAccessible(page, 'a product page with what was looked at');
  });

  test('is empty and without a heading for another browser, without scripts, and where it is refused', async ({
    page,
    browser,
    baseURL,
  }) => {
    await look(page, 'tide-mug', 'harbour-jug');
    await expect(list(page)).toHaveCount(1);
    expect((await rawRequest('/p/harbour-jug')).text).not.toContain('Recently viewed');
    const plain = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
    const without = await plain.newPage();
    await look(without, 'tide-mug', 'harbour-jug');
    await expect(without.getByText('Recently viewed')).toHaveCount(0);
    await plain.close();
    const refusing = await browser.newContext({ baseURL: baseURL! });
    await refusing.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    );
    const refused = await refusing.newPage();
    await look(refused, 'tide-mug', 'harbour-jug');
    await expect(refused.getByText('Recently viewed')).toHaveCount(0);
    expect((await refusing.cookies()).map(({ name }) => name)).not.toContain('vt_viewed');
    await refusing.close();
  });

  test('is forgotten when the shopper wants it', async ({ page }) => {
    await look(page, 'tide-mug', 'harbour-jug');
    await page.getByRole('button', { name: 'Clear list' }).click();
    await expect(page.getByText('What you looked at is forgotten.')).toBeVisible();
    await expect(page).toHaveURL('/p/harbour-jug');
    await look(page, 'lull-teapot');
    await expect(list(page)).toHaveText(['Harbour jug']);
  });

  test('a customer who signs in keeps it, and leaves nothing when signing out', async ({ page }) => {
    const [shopper] = demoStore.shoppers;
    await look(page, 'tide-mug', 'harbour-jug');
    await page.goto('/account/sign-in');
    await page.getByLabel('Email').fill(shopper!.email);
    await page.getByLabel('Password', { exact: true }).fill(shopper!.password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await look(page, 'lull-teapot');
    await expect(list(page)).toHaveText(['Harbour jug', 'Tide mug']);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await look(page, 'skerry-tumbler');
    await expect(page.getByText('Recently viewed')).toHaveCount(0);
  });

  test('a page that is opened ahead and never seen does not count', async ({ page }) => {
    await look(page, 'tide-mug');
    const ahead = await page.request.get('/p/harbour-jug', {
      headers: { 'sec-purpose': 'prefetch;prerender' },
    });
    expect(await ahead.text()).toContain('data-viewed');
    await look(page, 'lull-teapot');
    await expect(list(page)).toHaveText(['Tide mug']);
  });
});
