import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { PageNode } from '@vitrine/content';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { node, openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { withoutNonces } from '../testing/without-nonces.ts';

let shop: SmallShop;
let server: Server;
/** Whether the last request was answered on the short way. */
let short: boolean;

beforeEach(async () => {
  shop = await openSmallShop();
  server = createServer((request, response) => {
    short = shop.runtime.serveCached(request, response);
    if (!short) response.writeHead(404).end('the long way');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ answer: IncomingMessage; body: Buffer }>((resolve, reject) => {
    httpRequest(
      { port, path, method, headers: { host: 'shop.test', connection: 'close', ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ answer, body: Buffer.concat(chunks) }));
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('the short way', () => {
  it('[RT-FAST-1] knows nothing before the long way was gone once, then answers the same', async () => {
    for (const path of ['/plain', '/p/mug', '/search?q=a', '/nowhere']) {
      await ask(path);
      expect([path, short]).toEqual([path, false]);
      const long = await shop.get(path, { 'accept-encoding': 'gzip' });
      const html = gunzipSync(Buffer.from(await long.arrayBuffer())).toString();
      const { answer, body } = await ask(path, { 'accept-encoding': 'gzip' });
      expect([path, short, answer.statusCode]).toEqual([path, true, long.status]);
      expect(withoutNonces(gunzipSync(body).toString())).toBe(withoutNonces(html));
      const compared = [...long.headers.keys()].filter(
        (name) => !['server-timing', 'content-security-policy', 'content-length'].includes(name),
      );
      for (const name of compared)
        expect([name, answer.headers[name]]).toEqual([name, long.headers.get(name)]);
      expect(String(answer.headers['content-security-policy']).replaceAll(/nonce-[\w-]+/g, '')).toBe(
        long.headers.get('content-security-policy')?.replaceAll(/nonce-[\w-]+/g, ''),
      );
    }
  });

  it('[RT-FRONT-5] refuses what names no host before anything is made of it', async () => {
    for (const host of ['a b', '[::1', '1.2.3.999', 'shop.test:x'])
      for (const path of ['/plain', '/_a/menu.get']) {
        const { answer, body } = await ask(path, { host });
        expect([host, short, answer.statusCode]).toEqual([host, true, 400]);
        expect(body.toString()).toContain('This request names no host.');
      }
  });

  it('[RT-FAST-2] fills the holes for each visitor', async () => {
    const cookie = await shop.cartOf(4);
    await shop.get('/p/mug');
    expect(String((await ask('/p/mug', { cookie })).body)).toContain('data-pieces="4"');
    expect(String((await ask('/p/mug')).body)).toContain('data-pieces="0"');
    expect(short).toBe(true);
  });

  it('[RT-FAST-3] a visitor without a cart costs no question to the backend', async () => {
    await shop.get('/p/mug');
    const { length } = shop.backend.asked;
    for (let i = 0; i < 5; i++) await ask('/p/mug');
    expect(shop.backend.asked).toHaveLength(length);
  });

  it('[RT-FAST-4] a bumped tag, another method or a look behind the page go the long way', async () => {
    await shop.get('/p/mug');
    for (const [path, method] of [
      ['/p/mug', 'POST'],
      ['/p/mug?_trace=1', 'GET'],
      ['/p/mug?x=1&_preview=1', 'GET'],
    ] as const) {
      await ask(path, {}, method);
      expect([path, method, short]).toEqual([path, method, false]);
    }
    await shop.tags.bump(['price:t1']);
    await ask('/p/mug');
    expect(short).toBe(false);
  });

  it('[RT-FAST-5] currency, notices, HEAD and 304 are the same as on the long way', async () => {
    await shop.get('/plain');
    await ask('/plain', { cookie: 'vt_currency=GBP' });
    expect(short).toBe(false);
    const notice = `vt_notice=${encodeURIComponent('["bad","Oh no"]')}`;
    const said = await ask('/plain', { cookie: notice });
    expect([String(said.body).includes('Oh no'), said.answer.headers['cache-control']]).toEqual([
      true,
      'private, no-store',
    ]);
    expect(said.answer.headers['set-cookie']).toHaveLength(1);
    const head = await ask('/plain', {}, 'HEAD');
    expect([short, head.body.length]).toEqual([true, 0]);
    const { etag = '' } = head.answer.headers;
    const again = await ask('/plain', { 'if-none-match': etag });
    expect([short, again.answer.statusCode, again.body.length]).toEqual([true, 304, 0]);
  });

  it('[RT-CACHE-13] a spelling known before a page began to declare a parameter finds no page without it', async () => {
    const [plain] = await shop.pages.published(['plain']);
    const publish = (nodes: readonly PageNode[]) =>
      shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes }] });
    await publish([node('words')]);
    await shop.get('/plain?page=2');
    await publish([node('pager')]);
    await shop.get('/plain');
    await ask('/plain?page=2');
    expect(short).toBe(false);
    expect(await shop.html('/plain?page=2')).toContain('all 2<');
    expect(String((await ask('/plain?page=2')).body)).toContain('all 2<');
    expect(String((await ask('/plain')).body)).toContain('all 1<');
    expect(short).toBe(true);
  });

  it('[RT-FAST-6] is logged when somebody debugs, without the query', async () => {
    await shop.get('/plain?page=2');
    shop.log.length = 0;
    await ask('/plain?page=2');
    expect(shop.log.map((line) => JSON.parse(line))).toMatchObject([
      { level: 20, route: 'page', path: '/plain', status: 200, from: 'fresh' },
    ]);
    shop.options.logger.level = 'info';
    await ask('/plain?page=2');
    expect(shop.log).toHaveLength(1);
  });
});
