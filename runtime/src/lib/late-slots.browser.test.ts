import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createRegistry } from '@vitrine/modules';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallRegistry } from './testing/small-modules.tsx';
import { openSmallShop, type SmallShop } from './testing/small-shop.ts';

const executablePath = process.env.VITRINE_CHROMIUM;

let shop: SmallShop;
let server: Server;
let browser: Browser;
let page: Page;
/** Lets the menu be answered after all. */
let release: () => void;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

beforeEach(async () => {
  const menu = smallRegistry.get('menu')!;
  shop = await openSmallShop({
    channels: [{ id: 'online', locales: ['en', 'de'], currencies: ['EUR'] }],
    https: false,
    assets: { icon: 'data:,' },
    registry: createRegistry([...smallRegistry.all, { ...menu, css: 'nav{display:block;height:300px}' }]),
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  shop.backend.before = (asked) => (asked === 'menu.get' ? promise : undefined);
  server = createServer(createRequestListener((request) => shop.runtime.handle(request)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  release();
  await page.context().close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Opens a page whose menu is late and waits until its first part is drawn. */
async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await (await browser.newContext(options)).newPage();
  const { port } = server.address() as AddressInfo;
  const asking = page.goto(`http://127.0.0.1:${port}/p/mug`, { waitUntil: 'commit' });
  while (!shop.backend.asked.includes('menu.get')) await new Promise((resolve) => setTimeout(resolve, 5));
  await shop.clock.advance(300);
  await asking;
  await page.locator('h1').waitFor({ state: 'attached' });
}

/** Two frames, so that what moved has been drawn. */
function drawn(): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function layoutShift(): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          add(observer.takeRecords());
          done(sum);
        }, 100);
      }),
  );
}

describe('what comes late, in a browser', () => {
  it('[RT-LATE-7] moves nothing: what follows it is not shown before', async () => {
    await open();
    await drawn();
    expect(await page.getByText('No menu now.').isVisible()).toBe(true);
    expect(await page.locator('h1').isVisible()).toBe(false);
    release();
    await page.locator('nav b').first().waitFor();
    await page.locator('h1').waitFor({ state: 'visible' });
    await drawn();
    expect(await layoutShift()).toBeLessThanOrEqual(0.01);
  });

  it('[RT-LATE-7] when it does not come, the rest is shown all the same', async () => {
    await open();
    await shop.clock.advance(3000);
    await page.locator('h1').waitFor({ state: 'visible' });
    await drawn();
    expect(await layoutShift()).toBeLessThanOrEqual(0.01);
  });

  it('[RT-LATE-7] also where no script runs', async () => {
    await open({ javaScriptEnabled: false });
    await page.locator('h1').waitFor({ state: 'visible' });
    expect(await page.locator('nav').count()).toBe(0);
  });
});
