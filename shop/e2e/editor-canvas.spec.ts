import type { Page } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { demoStore } from '../seed/index.ts';
import { EditorPage, signIn } from './editor-page.ts';
import { expect, test } from './visitor.ts';

const devices = [
  { name: 'Phone, 390 pixels', width: 390 },
  { name: 'Tablet, 768 pixels', width: 768 },
  { name: 'Desktop, 1280 pixels', width: 1280 },
];
const bar = 48;
const height = 3000;
const pages = demoStore.documents.filter(({ kind }) => kind === 'page');

for (const document of pages) {
  test(`the canvas of "${document.name}" is the page shoppers see, pixel by pixel, at three widths`, async ({
    page,
    browser,
  }) => {
    test.slow();
    const path = demoStore.urls.find(
      ({ target, locale }) => locale === 'en' && target.kind === 'page' && target.page === document.id,
    )!.path;
    await page.setViewportSize({ width: 2000, height: height + bar });
    await signIn(page);
    const editor = new EditorPage(page);
    await editor.open(document.id);
    // Nobody is signed in and no script runs: the page as it is sent.
    const context = await browser.newContext({
      baseURL: new URL(page.url()).origin,
      javaScriptEnabled: false,
    });
    const shop = await context.newPage();
    await shop.route('**/_image/**', (route) => route.fulfill({ status: 404 }));
    await page.unroute('**/_image/**');
    await page.route('**/_image/**', (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await editor.ready();
    for (const { name, width } of devices) {
      await page.getByRole('button', { name }).click();
      await page.mouse.move(5, height / 2);
      await shop.setViewportSize({ width, height });
      await shop.goto(path);
      await settle(shop);
      const frame = page.locator('iframe[title="The page"]');
      await expect.poll(async () => (await frame.boundingBox())?.width).toBe(width);
      await expect
        .poll(async () => differing(await frame.screenshot(), await shop.screenshot()), { timeout: 20_000 })
        .toBeLessThan(40);
    }
    await context.close();
  });
}

test('[EDIT-FAST-7] the canvas comes along with the editor, is asked for once, and anew when another one is wanted', async ({
  page,
}) => {
  await signIn(page);
  const { id } = pages.find(({ name }) => name === 'Home')!;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes('_preview=canvas')) asked.push(request.url());
  });
  const editor = new EditorPage(page);
  await editor.open(id);
  const frame = page.locator('iframe[title="The page"]');
  await expect(frame).toHaveCount(1);
  expect(asked).toHaveLength(1);
  const [first] = asked;
  expect(new URL(first!).pathname + new URL(first!).search).toBe(await frame.getAttribute('src'));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(editor.canvas.locator('html')).toHaveAttribute('lang', 'de');
  expect(asked).toHaveLength(2);
  await expect(frame).toHaveCount(1);

  // Who comes back finds the page they left, and not the one they came by first.
  const other = pages.find(({ name }) => name !== 'Home')!;
  await editor.open(other.id);
  await editor.showPanel('Pages');
  await page.getByRole('treeitem', { name: /^Home,/ }).click();
  await expect(frame).toHaveAttribute('src', new RegExp(`_document=${id}&`));
  await editor.ready();
  await page.goto('/robots.txt');
  await page.goBack();
  await editor.ready();
  const shown = () => frame.evaluate((each: HTMLIFrameElement) => each.contentWindow!.location.search);
  expect(new URLSearchParams(await shown()).get('_document')).toBe(id);
});

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined)).catch(() => undefined);
}

/** Pixels that are not alike; letters at other places of a screen are drawn a shade differently. */
function differing(one: Buffer, other: Buffer): number {
  const [left, right] = [PNG.sync.read(one), PNG.sync.read(other)];
  expect([left.width, left.height]).toEqual([right.width, right.height]);
  return pixelmatch(left.data, right.data, undefined, left.width, left.height, { threshold: 0.2 });
}
