import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handleDataRequest } from './data-request.ts';
import { dehydrateEntries } from './dehydrate.ts';
import { createTestEngine, guest, nobody } from './engine-under-test.ts';
import { handleAction, handleMutation, handlePrivateAction } from './handle-action.ts';
import { need } from './need.ts';
import { add, cart, price } from './testing/browser-islands.tsx';

const executablePath = process.env.VITRINE_CHROMIUM;
const roots = ['a', 'b', 'again', 'none', 'one', 'two', 'add'];

describe.skipIf(!executablePath)('islands in a browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let code: string;
  let count = 0;
  const keys: string[] = [];
  const sent: string[] = [];
  const complaints: string[] = [];
  let loseAnswers = 0;
  const { engine } = createTestEngine([
    handleAction(price, async (inputs, { currency }) =>
      inputs.map(({ id }) => (id === 'none' ? undefined : { text: `${id} in ${currency}` })),
    ),
    handlePrivateAction(cart, async (inputs) => inputs.map(() => ({ count }))),
    handleMutation(add, async ({ pieces }, { idempotencyKey }) => {
      if (!keys.includes(idempotencyKey)) count += pieces;
      keys.push(idempotencyKey);
      return { kind: 'changed' as const, count };
    }),
  ]);

  beforeAll(async () => {
    const built = (await build({
      configFile: false,
      logLevel: 'silent',
      mode: 'production',
      // The test run's own NODE_ENV would ask for React's development build.
      define: { 'process.env.NODE_ENV': '"production"' },
      oxc: { jsx: { runtime: 'automatic', development: false } },
      build: {
        write: false,
        rolldownOptions: { input: new URL('./testing/browser-islands.tsx', import.meta.url).pathname },
      },
    })) as { output: { code: string }[] };
    code = built.output[0]!.code;
    server = createServer((request, response) => {
      void (async () => {
        const { url = '/', method, headers } = request;
        if (url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(await html());
        if (url === '/islands.js')
          return response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
        if (!url.startsWith('/_a')) return response.writeHead(404).end();
        sent.push(`${method} ${decodeURIComponent(url)}`);
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const body = method === 'POST' ? Buffer.concat(chunks) : undefined;
        const asked = new Request(`http://${headers.host}${url}`, {
          method,
          body,
          headers: headers as HeadersInit,
        });
        const answer = await handleDataRequest(engine, asked, (_, { claimed }) => ({
          shared: { ...guest, ...claimed },
          private: nobody,
        }));
        const text = await answer.text();
        if (method === 'POST' && loseAnswers-- > 0) return request.socket.destroy();
        return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text);
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  async function html(): Promise<string> {
    const { data } = await engine.openScope({ shared: guest }).runPlan({ known: need(price, { id: 'a' }) });
    const start = JSON.stringify({ context: guest, state: dehydrateEntries(data) });
    const places = roots.map((id) => `<div id="${id}"></div>`).join('');
    return `<!doctype html><body>${places}<script type="application/json" id="start">${start}</script><script type="module" src="/islands.js"></script>`;
  }

  const shown = (id: string, text: string) => page.locator(`#${id}`, { hasText: text }).waitFor();

  test('[DA-70] islands of one page share a client and their requests', async () => {
    await shown('price-a', 'a in EUR');
    await page.locator('#again', { hasText: 'b in EUR' }).waitFor();
    await shown('price-none', 'none');
    await shown('badge-1', '0');
    await shown('badge-2', '0');
    // Each question once, and what the server knew (a) not at all. How many share a request is the machine's pace.
    const asked = sent.flatMap((line) => line.match(/"id":"(\w+)"/g) ?? []);
    expect(asked.sort((x, y) => (x < y ? -1 : 1))).toEqual(['"id":"b"', '"id":"none"']);
    expect(sent.filter((line) => line === 'POST /_a')).toHaveLength(1);
    expect(await page.evaluate('clients')).toBe(1);
  });

  test('[DA-72] a change reaches every island that shows what it changed, in one request', async () => {
    sent.length = 0;
    await page.click('#add-button');
    await shown('add-button', '2');
    await shown('badge-1', '2');
    await shown('badge-2', '2');
    expect(sent).toEqual(['POST /_a']);
  });

  test('[DA-72] a change whose answer was lost is sent again under the same key and made once', async () => {
    sent.length = 0;
    keys.length = 0;
    loseAnswers = 1;
    await page.click('#add-button');
    await shown('badge-1', '4');
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(keys).size).toBe(1);
  });
});
