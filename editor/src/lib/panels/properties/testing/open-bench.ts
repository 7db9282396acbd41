import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json, PageDocument } from '@vitrine/content';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { documentWith } from './open-page.ts';
import type { BenchView } from './panel-bench.tsx';

interface BuiltFile {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

type BenchInput = readonly [document: PageDocument, view: Partial<BenchView>];

/** The panel in a browser, with a document of its own for each test. */
export interface PanelBench {
  readonly page: Page;
  /** What the browser complained about since the last `open`. */
  readonly complaints: readonly string[];
  open(
    instances: Readonly<Record<string, Readonly<Record<string, Json>>>>,
    view?: Partial<BenchView>,
  ): Promise<void>;
  show(view: Partial<BenchView>): Promise<void>;
  props(id: string): Promise<Readonly<Record<string, Json>>>;
  close(): Promise<void>;
}

export async function openBench(executablePath: string): Promise<PanelBench> {
  const server = await serve(await buildBench());
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  page.setDefaultTimeout(8_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => window.bench !== undefined);
  return {
    page,
    complaints,
    async open(instances, view = {}) {
      complaints.length = 0;
      const ids = Object.keys(instances);
      const given = JSON.stringify([documentWith(instances), { ids, ...view }]);
      await page.evaluate((each) => window.bench.open(...(JSON.parse(each) as BenchInput)), given);
      await page.getByRole('region', { name: 'Properties' }).waitFor();
    },
    show: (view) => page.evaluate((shown) => window.bench.show(shown), view),
    props: (id) => page.evaluate((each) => window.bench.page!.props(each), id),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function buildBench(): Promise<ReadonlyMap<string, BuiltFile>> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    // React checks more in development, and complains where something is amiss.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: { bench: new URL('./panel-bench.tsx', import.meta.url).pathname },
        output: { entryFileNames: 'bench.js', assetFileNames: 'bench[extname]', codeSplitting: false },
      },
    },
  })) as { output: BuiltFile[] };
  return new Map(output.map((file) => [`/${file.fileName}`, file]));
}

const html = `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/bench.css"><div id="root"></div><script type="module" src="/bench.js"></script></html>`;

async function serve(files: ReadonlyMap<string, BuiltFile>): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    const kind = request.url?.endsWith('.css') ? 'text/css' : 'text/javascript';
    if (file) response.writeHead(200, { 'content-type': kind }).end(file.code ?? file.source);
    else response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
