import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSmallShop, type SmallShop } from './testing/small-shop.ts';
import { withoutNonces } from './testing/without-nonces.ts';

let shop: SmallShop;
/** Lets hanging questions be answered after all. */
let release: () => void;

function hang(action: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  shop.backend.before = (asked) => (asked === action ? promise : undefined);
}

beforeEach(async () => {
  shop = await openSmallShop();
});

describe('a source that hangs', () => {
  it('[RT-LATE-1] the page leaves at its deadline with the fallback of the slot that waits', async () => {
    hang('menu.get');
    const asking = shop.get('/p/mug');
    await shop.clock.advance(299);
    await shop.clock.advance(1);
    const answer = await asking;
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    const beginning = new TextDecoder().decode(value);
    expect(beginning).toContain('<h1>Mug</h1>');
    expect(beginning).toContain('No menu now.');
    expect(beginning).not.toContain('</html>');
    release();
    await reader.cancel();
  });

  it('[RT-LATE-2] what comes late follows the page and is put in place of its fallback', async () => {
    for (const encoding of ['identity', 'gzip']) {
      shop = await openSmallShop();
      hang('menu.get');
      const asking = shop.get('/p/mug', { 'accept-encoding': encoding });
      await shop.clock.advance(300);
      const answer = await asking;
      release();
      const bytes = Buffer.from(await answer.arrayBuffer());
      const html = withoutNonces(String(encoding === 'gzip' ? gunzipSync(bytes) : bytes));
      expect(html).toMatch(/<vt-fallback id="_layout\.menu"[^>]*data-state="late"/);
      expect(html).toMatch(
        /<template data-late="_layout\.menu"><nav><b>Tables<\/b>.*<\/template><script nonce="#">.*<\/script><\/body><\/html>$/s,
      );
    }
  });

  it('[RT-LATE-3] late slots are not waited for without end', async () => {
    hang('menu.get');
    const asking = shop.get('/p/mug');
    await shop.clock.advance(300);
    const reading = (await asking).text();
    await shop.clock.advance(3000);
    const html = await reading;
    expect(html).toMatch(/<\/body><\/html>$/);
    expect(html).not.toContain('data-late');
  });

  it('[RT-LATE-4] nothing incomplete is kept: the next request gets the whole page', async () => {
    hang('menu.get');
    const asking = shop.get('/p/mug');
    await shop.clock.advance(300);
    release();
    await (await asking).text();
    const html = await shop.html('/p/mug');
    expect(html).toContain('<nav><b>Tables</b>');
    expect(html).not.toContain('<vt-fallback');
  });

  it('[RT-LATE-5] a critical slot holds the page, but not for ever', async () => {
    await shop.get('/p/mug');
    await shop.tags.bump(['product-slug:mug']);
    hang('thing.get');
    const asking = shop.get('/p/mug');
    await shop.clock.advance(2999);
    await shop.clock.advance(1);
    expect((await asking).status).toBe(503);
    release();
  });

  it('[RT-LATE-6] a hole that hangs costs its own place only, and what stood in for it is not kept', async () => {
    const cookie = await shop.cartOf(2);
    hang('basket.get');
    const asking = shop.get('/p/mug', { cookie });
    await shop.clock.advance(300);
    const answer = await asking;
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/<aside data-pieces="0">.*<h1>Mug/s);
    shop.backend.before = () => {};
    expect(await shop.html('/p/mug', { cookie })).toContain('data-pieces="2"');
    release();
  });
});
