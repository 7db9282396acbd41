import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';

/** Where a Chromium is, `undefined` when there is none. */
export const chromiumPath = process.env.VITRINE_CHROMIUM;

export interface TextLab {
  readonly browser: Browser;
  readonly address: string;
  /** A person with a browser of their own, on a page that knows no document yet. */
  open(): Promise<Page>;
  /** The same person, with nothing on the page. */
  again(page: Page): Promise<void>;
  close(): Promise<void>;
}

interface Output {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

/** Serves the text editor as a page of its own, and browsers to write in it. */
export async function openTextLab(entry = new URL('./text-page.ts', import.meta.url)): Promise<TextLab> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      assetsDir: '.',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { page: entry.pathname },
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  })) as { output: Output[] };
  const files = new Map(built.output.map((file) => [`/${file.fileName}`, file]));

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = files.get(path);
    if (file) {
      response.writeHead(200, { 'content-type': path.endsWith('.css') ? 'text/css' : 'text/javascript' });
      response.end(file.code ?? file.source);
      return;
    }
    const isFrame = path === '/frame';
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      // The shop's pages are this strict.
      ...(isFrame && { 'content-security-policy': "default-src 'self'; style-src 'self'" }),
    });
    response.end(isFrame ? frame : shell(files.has('/page.css')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const goTo = async (page: Page) => {
    const broken = new Promise<never>((_, reject) => page.once('pageerror', reject));
    await page.goto(address);
    await Promise.race([page.waitForFunction(() => 'person' in window), broken]);
  };
  return {
    browser,
    address,
    async open() {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      await goTo(page);
      return page;
    },
    again: goTo,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Presses keys one after the other, as slowly as a hand: the browser tells of a moved caret a moment later. */
export async function pressKeys(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
}

const content = `<main>
  <h2 id="title">Title</h2>
  <a id="more" href="/more">More<svg width="8" height="8"></svg></a>
  <div id="body"><p>Shown by the shop</p></div>
  <div id="second"></div>
</main>`;

const frame = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body>
  <div style="height: 120px">Above</div>${content}<div style="height: 2000px">Below</div></body></html>`;

function shell(hasStyles: boolean): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title>
    ${hasStyles ? '<link rel="stylesheet" href="/page.css">' : ''}
    <body>${content}<iframe src="/frame" title="Page" style="width: 700px; height: 400px; margin: 40px"></iframe>
    <script type="module" src="/page.js"></script></body></html>`;
}
