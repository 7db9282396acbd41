import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { node, openSmallShop } from '../testing/small-shop.ts';

const executablePath = process.env.VITRINE_CHROMIUM;

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
}

let files: ReadonlyMap<string, Chunk>;
let server: Server;
let browser: Browser;
let page: Page;
/** Scripts the page fetched, and what the browser complained about. */
let fetched: string[];
let complaints: string[];
/** Holds back everything but the loader. */
let gate: Promise<void>;

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    build: {
      write: false,
      assetsDir: '_assets',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { islands: new URL('../testing/small-islands.ts', import.meta.url).pathname },
        output: { entryFileNames: '_assets/[name].js' },
      },
    },
  })) as { output: Chunk[] };
  files = new Map(built.output.map((file) => [`/${file.fileName}`, file]));

  const shop = await openSmallShop({
    channels: [{ id: 'online', locales: ['en', 'de'], currencies: ['EUR'] }],
    https: false,
    assets: { islands: '/_assets/islands.js', icon: 'data:,' },
    clock: undefined,
  });
  const [home] = await shop.pages.published(['home']);
  await shop.pages.publish({
    by: 'test',
    documents: [{ ...home!.document, nodes: [...home!.document.nodes, node('typed')] }],
  });
  server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file) {
      fetched.push(file.fileName);
      const send = () => response.writeHead(200, { 'content-type': 'text/javascript' }).end(file.code);
      if (loaderFiles().includes(file)) send();
      else void gate.then(send);
      return;
    }
    void shop.get(request.url ?? '/').then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  fetched = [];
  complaints = [];
  gate = Promise.resolve();
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** The entry and what it imports at once. */
function loaderFiles(): Chunk[] {
  const loader = files.get('/_assets/islands.js')!;
  return [loader, ...loader.imports.map((name) => files.get(`/${name}`)!)];
}

const open = () => page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

describe.skipIf(!executablePath)('islands in a browser', () => {
  it('[RT-ISL-1] what runs before the first touch is at most 4 kB', async () => {
    const first = loaderFiles();
    const size = first.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
    expect(size).toBeLessThanOrEqual(4096);
    expect(first.map(({ code }) => code).join('')).not.toContain('hydrateRoot');
  });

  it('[RT-ISL-2] the first click wakes an island and is not lost', async () => {
    await open();
    await page.getByRole('button', { name: 'More 1' }).click();
    await page.getByRole('button', { name: 'More 2' }).waitFor();
    expect(await page.locator('vt-island#counter vt-slot strong').textContent()).toBe('1290 EUR');
    await page.getByRole('button', { name: 'More 2' }).click();
    await page.getByRole('button', { name: 'More 3' }).waitFor();
  });

  it('[RT-ISL-3] what was typed, ticked and chosen while it woke is kept, and the form is sent once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    await open();
    await page.locator('#typed-form input[name=word]').fill('hello');
    await page.locator('#typed-form input[type=checkbox]').check();
    await page.locator('#typed-form select').selectOption('m');
    await page.locator('#typed-form input[name=word]').press('End');
    await page.keyboard.type(' you');
    await page.getByRole('button', { name: 'Send' }).click();
    resolve();
    await page.locator('#typed-form output', { hasText: 'hello you|true|m|1' }).waitFor();
    expect(await page.locator('#typed-form input[name=word]').inputValue()).toBe('hello you');
    await page.locator('#typed-form input[name=word]').fill('more');
    await page.locator('#typed-form output', { hasText: 'more|true|m|1' }).waitFor();
  });

  it('[RT-ISL-3] what was opened while it woke stays open', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    await open();
    const details = page.locator('#typed-form details');
    const isOpen = () => details.evaluate((element: HTMLDetailsElement) => element.open);
    await page.getByText('Rest').click();
    expect(await isOpen()).toBe(true);
    resolve();
    await page.locator('#typed-form input[name=word]').fill('awake');
    await page.locator('#typed-form output', { hasText: 'awake|' }).waitFor();
    expect(await isOpen()).toBe(true);
    await page.getByText('Rest').click();
    expect(await isOpen()).toBe(false);
  });

  it('[RT-ISL-4] an island in a hole wakes by itself with what the hole brought', async () => {
    await open();
    await expect.poll(() => fetched.length).toBeGreaterThan(1);
    expect(await page.locator('#basket-island output').textContent()).toBe('0');
  });
});
