import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, chromium } from 'playwright';
import { build } from 'vite';
import type { House } from '../../room/testing/small-house.ts';

export interface DocumentBench {
  /** A browser of its own in which Ada is signed in. */
  browser(): Promise<BrowserContext>;
  readonly address: string;
  close(): Promise<void>;
}

/** The document "home" of a small house, open in browsers without an editor around it. */
export async function openDocumentBench(
  executablePath: string,
  house: () => House,
  isSignedIn: () => boolean,
): Promise<DocumentBench> {
  const script = await buildBench();
  const server = createServer(({ url }, response) => {
    if (url === '/bench.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (url === '/editor/api/session')
      response.writeHead(isSignedIn() ? 200 : 401, { 'content-type': 'application/json' }).end('{}');
    else if (url === '/editor/api/documents/home/state')
      void house()
        .rooms.state('home')
        .then((state) => response.writeHead(state ? 200 : 404).end(state));
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  server.on('upgrade', (request, socket, head) => void house().rooms.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const chrome = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    address,
    async browser() {
      const context = await chrome.newContext({ baseURL: address });
      await context.addCookies([{ name: 'staff', value: 'ada', url: address }]);
      return context;
    },
    async close() {
      await chrome.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function buildBench(): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: new URL('./document-bench.ts', import.meta.url).pathname,
        output: { codeSplitting: false },
      },
    },
  })) as { output: { code?: string }[] };
  return output[0]!.code!;
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><script type="module" src="/bench.js"></script></html>`;
