import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createHttpClient } from '@vitrine/commerce-engine/client';
import pg from 'pg';
import { startShopProcess } from './shop-process.ts';

const server = process.env.TEST_DATABASE_URL;
const redis = process.env.TEST_REDIS_URL;

test.describe('two processes on one PostgreSQL and Redis', () => {
  test.skip(!server || !redis, 'PostgreSQL and Redis are not here');

  test('both show a changed price within a second, on pages that were cached', async () => {
    test.setTimeout(180_000);
    const name = `vitrine_e2e_${randomUUID().replaceAll('-', '')}`;
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'vitrine-two-')));
    const address = new URL(server!);
    address.pathname = `/${name}`;
    const env = {
      DEMO_STORE: '1',
      DATABASE_URL: address.href,
      REDIS_URL: redis!,
      VITRINE_SECRET: 'e2e-secret-e2e-secret-e2e-secret-e2e',
    };
    const first = await startShopProcess({ ...env, VITRINE_FOLDER: folders[0]! });
    const second = await startShopProcess({ ...env, VITRINE_FOLDER: folders[1]! });
    try {
      const { token } = JSON.parse(readFileSync(join(folders[0]!, 'running.json'), 'utf8')) as {
        token: string;
      };
      const client = createHttpClient({ url: first.url, token });
      const product = (cents: number) => ({
        handle: 'two-process-mug',
        name: { en: 'Two-process mug', de: 'Zwei-Prozess-Becher' },
        categories: ['mugs'],
        variants: [
          { options: {}, prices: [{ price: { amount: cents, currency: 'EUR' } }], stock: { warehouse: 5 } },
        ],
      });
      const put = async (cents: number) => {
        const context = {
          actor: { kind: 'system' as const, reason: 'test' },
          idempotencyKey: `two-${cents}`,
        };
        const [outcome] = await client.catalog.importProducts(context, [product(cents)]);
        expect(outcome?.problems).toEqual([]);
      };
      const page = async (shop: { url: string }) =>
        await (await fetch(`${shop.url}/p/two-process-mug`)).text();
      await put(1234);
      for (const shop of [first, second])
        await expect.poll(() => page(shop), { timeout: 5_000 }).toContain('12.34');
      // Asked again, so that the page that is answered now is the kept one.
      for (const shop of [first, second]) expect(await page(shop)).toContain('12.34');
      await put(4321);
      for (const shop of [first, second])
        await expect.poll(() => page(shop), { timeout: 1_000, intervals: [50] }).toContain('43.21');
    } finally {
      await Promise.all([first.stop(), second.stop()]);
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  });
});
