import { test as base } from '@playwright/test';

export { type Browser, expect, type Locator, type Page } from '@playwright/test';

interface VisitorOptions {
  /** Pictures of the shop, or in their place one grey dot: drawing and packing them is slow and most tests look at none. */
  readonly pictures: 'real' | 'dots';
}

const dot = Buffer.from('R0lGODlhAQABAIAAAICAgAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

/** A test is a new visitor of the shop that `start-shop.ts` started: no cookies, addresses are relative to it. */
export const test = base.extend<VisitorOptions>({
  pictures: ['dots', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  baseURL: async ({}, use) => {
    await use(shopUrl());
  },
  page: async ({ page, pictures }, use) => {
    if (pictures === 'dots')
      await page.route('**/_image/**', (route) => route.fulfill({ body: dot, contentType: 'image/gif' }));
    await use(page);
  },
});

/** Where the shop under test answers, without a trailing slash. */
export function shopUrl(): string {
  const url = process.env.SHOP_URL;
  if (!url)
    throw new Error('No shop was started. Run these tests with --config shop/e2e/playwright.config.ts.');
  return url;
}

/** What a browser sends along with a form of the shop's own pages. */
export function sameOrigin(): Record<string, string> {
  return { origin: shopUrl() };
}
