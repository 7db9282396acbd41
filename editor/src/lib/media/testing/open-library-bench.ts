import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { contentMigrations } from '@vitrine/content/server';
import { openTestDatabase } from '@vitrine/database/testing';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { listen, openMediaLibrary } from '../../media-api/testing/media-server.ts';

type Library = ReturnType<typeof openMediaLibrary>;

/** The media library's screen in a browser, before the real API over a database and a folder. */
export interface LibraryBench {
  readonly page: Page;
  readonly assets: Library['assets'];
  readonly drafts: Library['drafts'];
  readonly complaints: string[];
  /** An empty library on the screen. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function openLibraryBench(executablePath: string): Promise<LibraryBench> {
  const [files, database, folder] = await Promise.all([
    buildBench(),
    openTestDatabase({ migrations: [contentMigrations] }),
    mkdtemp(join(tmpdir(), 'vitrine-library-')),
  ]);
  const library = openMediaLibrary({ database, folder });
  const served = await listen({
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/editor/api/media')) {
        request.headers.set('x-person', 'ada');
        return await library.api.fetch(request);
      }
      if (pathname.startsWith('/_image/')) return await original(library, pathname);
      const file = files.get(pathname);
      const kind = pathname.endsWith('.css') ? 'text/css' : file ? 'text/javascript' : 'text/html';
      return new Response(file ?? html, { headers: { 'content-type': kind } });
    },
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Refusals and broken connections are what some tests are about.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  return {
    page,
    complaints,
    assets: library.assets,
    drafts: library.drafts,
    async open() {
      complaints.length = 0;
      library.drafts.length = 0;
      await database.execute('truncate content_media, content_media_files, content_media_folders');
      await page.goto(new URL('/', served.url).href);
      await page.waitForFunction(() => window.library !== undefined);
    },
    async close() {
      await browser.close();
      await served.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sizes are made elsewhere; here the file itself is shown. */
async function original({ assets }: Library, pathname: string): Promise<Response> {
  const found = await assets.open(/\/media\/([^/]+)\//.exec(pathname)?.[1] ?? '');
  if (!found) return new Response(null, { status: 404 });
  return new Response(Readable.toWeb(found.body) as ReadableStream, {
    headers: { 'content-type': found.version.mime },
  });
}

const html = `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/bench.css"><div id="root"></div><script type="module" src="/bench.js"></script></html>`;

async function buildBench(): Promise<ReadonlyMap<string, string>> {
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
        input: { bench: new URL('./library-bench.tsx', import.meta.url).pathname },
        output: { entryFileNames: 'bench.js', assetFileNames: 'bench[extname]', codeSplitting: false },
      },
    },
  })) as { output: { fileName: string; code?: string; source?: string | Uint8Array }[] };
  return new Map(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? String(source)]));
}
