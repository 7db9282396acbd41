import { gzipSync } from 'node:zlib';
import { demoPages } from './demo-goods.ts';
import { rawRequest } from './raw-request.ts';
import { expect, type Page, test } from './visitor.ts';

// Real pictures, in the format that is quick to make: what is looked at is their place and that they come.
test.use({ pictures: 'real', extraHTTPHeaders: { accept: 'text/html,image/webp,*/*' } });

const kB = 1000;
const budgets = { script: 20 * kB, html: 30 * kB, shift: 0.01 };

declare global {
  interface Window {
    seen: { shift: number; shifted: string[]; violations: string[] };
  }
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Before the first byte of a page: gathers layout shifts and whatever the content security policy refuses. */
async function watch(page: Page): Promise<{ readonly faults: string[] }> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      faults.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(() => {
    window.seen = { shift: 0, shifted: [], violations: [] };
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.seen.violations.push(`${violatedDirective} ${blockedURI}`),
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue;
        window.seen.shift += entry.value;
        const places = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : '',
        );
        window.seen.shifted.push(`${entry.value.toFixed(4)} ${places.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { faults };
}

/** Down and up again, a screen at a time, with every lazy picture that comes into view loaded. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const onScreen = (image: HTMLImageElement) => {
      const { top, bottom, width } = image.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    };
    const steps = Math.ceil(document.documentElement.scrollHeight / innerHeight);
    for (let step = 0; step <= steps; step++) {
      scrollTo({ top: step * innerHeight, behavior: 'instant' });
      await frame();
      const shown = [...document.images].filter(onScreen);
      // Those beside the screen in a row that scrolls sideways would never come by themselves.
      for (const image of shown) image.loading = 'eager';
      await Promise.all(shown.map((image) => image.decode().catch(() => {})));
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await frame();
  });
}

for (const { name, path } of [
  { name: 'home', path: demoPages.home.en },
  { name: 'product', path: demoPages.product.en },
]) {
  test.describe(`the ${name} page`, () => {
    test(`sends at most 20 kB of script before it is touched`, async ({ page }, testInfo) => {
      const scripts: Promise<{ url: string; bytes: number }>[] = [];
      page.on('requestfinished', (request) => {
        const url = request.url();
        if (request.resourceType() === 'script' || /\.m?js(\?|$)/.test(url))
          scripts.push(request.sizes().then(({ responseBodySize }) => ({ url, bytes: responseBodySize })));
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      await scrollThrough(page);
      await page.waitForLoadState('networkidle');
      const files = await Promise.all(scripts);
      // Inline scripts that run count as well; JSON and rules for the browser do not run.
      const inline = await page
        .locator('script:not([src]):not([type$=json]):not([type=speculationrules])')
        .allTextContents();
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0) + gzipSync(inline.join('\n')).length;
      testInfo.annotations.push({ type: 'script', description: `${bytes} bytes: ${JSON.stringify(files)}` });
      console.log(
        `      ${name}: ${(bytes / kB).toFixed(1)} kB of script before interaction, in ${files.length} files`,
      );
      expect(bytes).toBeGreaterThan(0);
      expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(budgets.script);
    });

    test('waits for no other request before it is drawn', async ({ page }) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      const blocking = await page.evaluate(() =>
        (
          performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
            renderBlockingStatus?: string;
          })[]
        )
          .filter((entry) => entry.renderBlockingStatus === 'blocking')
          .map((entry) => entry.name),
      );
      expect(blocking).toEqual([]);
      expect(await page.evaluate(() => 'renderBlockingStatus' in PerformanceResourceTiming.prototype)).toBe(
        true,
      );
      await expect(page.locator('link[rel=stylesheet]')).toHaveCount(0);
      await expect(page.locator('head script[src]:not([async]):not([defer]):not([type=module])')).toHaveCount(
        0,
      );
    });
  });
}

for (const [name, paths] of Object.entries(demoPages)) {
  test(`the ${name} page is at most 30 kB of packed HTML, in both languages`, async () => {
    for (const path of Object.values(paths)) {
      const { body } = await rawRequest(path, { headers: { 'accept-encoding': 'gzip' } });
      console.log(`      ${path}: ${(body.length / kB).toFixed(1)} kB of HTML, packed`);
      expect.soft(body.length, path).toBeLessThanOrEqual(budgets.html);
    }
  });

  for (const { device, viewport } of [
    { device: 'desktop', viewport: { width: 1280, height: 800 } },
    { device: 'phone', viewport: { width: 390, height: 844 } },
  ]) {
    test.describe(`the ${name} page on a ${device}`, () => {
      test.use({ viewport });

      test('keeps its place, and says nothing bad on the console', async ({ page }) => {
        const { faults } = await watch(page);
        await page.goto(paths.en, { waitUntil: 'networkidle' });
        await scrollThrough(page);
        const { shift, shifted, violations } = await page.evaluate(() => window.seen);
        expect(violations).toEqual([]);
        expect(faults).toEqual([]);
        expect(shift, shifted.join('\n')).toBeLessThanOrEqual(budgets.shift);
      });
    });
  }

  test(`the ${name} page says nothing bad on the console when it is used`, async ({ page }) => {
    const { faults } = await watch(page);
    await page.goto(paths.de);
    await page
      .getByRole('navigation', { name: 'Hauptmenü' })
      .getByRole('button', { name: 'Zuhause', exact: true })
      .click();
    await expect(page.getByRole('link', { name: 'Alles aus Zuhause' })).toBeVisible();
    await page.keyboard.press('Escape');
    const search = page.getByRole('search').getByLabel('Im Shop suchen');
    // On the search page it holds what was searched.
    await search.fill('');
    await search.pressSequentially('becher');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    if (name === 'product') {
      await page.getByRole('radio', { name: /350 ml/ }).check();
      await page.getByRole('button', { name: 'In den Warenkorb' }).click();
      await expect(page.getByText('Becher Tide liegt im Warenkorb')).toBeVisible();
      await page.getByText('In unseren Läden').click();
    }
    if (name === 'search' || name === 'category')
      await page.getByRole('button', { name: /^Sortierung/ }).click();
    const { violations } = await page.evaluate(() => window.seen);
    expect(violations).toEqual([]);
    expect(faults).toEqual([]);
  });
}

test('an island wakes once, keeps what was typed and chosen, and loses no click', async ({ page }) => {
  await page.goto('/p/tide-mug?colour=rowan', { waitUntil: 'domcontentloaded' });
  await page.getByRole('radio', { name: /350 ml/ }).check();
  await page.getByLabel('Quantity', { exact: true }).selectOption('3');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('Tide mug is in your cart')).toBeVisible();
  await expect(page).toHaveURL('/p/tide-mug?colour=rowan');
  await expect(page.getByRole('radio', { name: /350 ml/ })).toBeChecked();
  await expect(page.getByLabel('Quantity', { exact: true })).toHaveValue('3');
  await expect(page.getByRole('banner').getByRole('link', { name: /^Cart/ })).toHaveAccessibleName(/3/);
});
