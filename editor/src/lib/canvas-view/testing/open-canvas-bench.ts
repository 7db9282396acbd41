import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { build } from 'vite';

export interface CanvasBench {
  /** A fresh document, in a window as wide as that; its owner is Ada. */
  open(width?: number): Promise<Page>;
  /** Somebody else at the same document. */
  join(page: Page, name: string): Promise<Page>;
  close(): Promise<void>;
}

interface BuiltFile {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

/** The canvas of the editor around a small page, in browsers. */
export async function openCanvasBench(executablePath: string): Promise<CanvasBench> {
  const files = await buildBench();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    const file = files.get(path);
    const answer = answers[path];
    if (file) {
      const kind = path.endsWith('.css') ? 'text/css' : 'text/javascript';
      response.writeHead(200, { 'content-type': kind }).end(file.code ?? file.source);
    } else if (answer) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    } else {
      const script = path === '/canvas' ? 'canvas' : 'bench';
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(script));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  let context: BrowserContext | undefined;
  const enter = async (page: Page, name: string) => {
    page.setDefaultTimeout(8_000);
    await page.goto(`${address}/?as=${name}`);
    await page.frameLocator('iframe').getByText('Every blanket').waitFor();
    return page;
  };
  return {
    async open(width = 1600) {
      await context?.close();
      context = await browser.newContext({ viewport: { width, height: 800 } });
      return enter(await context.newPage(), 'Ada');
    },
    join: async (page, name) => enter(await page.context().newPage(), name),
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function buildBench(): Promise<ReadonlyMap<string, BuiltFile>> {
  const { output } = (await build({
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
        input: {
          bench: new URL('./canvas-bench.tsx', import.meta.url).pathname,
          canvas: new URL('./canvas-page.ts', import.meta.url).pathname,
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  })) as { output: BuiltFile[] };
  return new Map(output.map((each) => [`/${each.fileName}`, each]));
}

/** What there is to link to. */
const answers: Readonly<Record<string, unknown>> = {
  '/editor/api/pick/products': [{ id: 'p1', slug: 'tide-mug', title: 'Tide mug' }],
  '/editor/api/pick/categories': [{ slug: 'home', title: 'For the home' }],
  '/editor/api/documents': [
    { id: 'about', kind: 'page', name: 'About us', paths: { 'online/en': '/about' }, position: 0 },
  ],
};

const html = (
  script: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/${script}.css"><body>
<script type="module" src="/${script}.js"></script></body></html>`;
