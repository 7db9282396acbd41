import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServices } from '@vitrine/database/services';
import { startShopProcess } from './shop-process.ts';

/** Starts one shop for all tests with an empty folder, so that the seed is part of what is tested. @returns what stops it. */
export default async function startShop(): Promise<() => Promise<void>> {
  await findServices();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const shop = await startShopProcess({ VITRINE_FOLDER: folder });
  process.env.SHOP_URL = shop.url;
  process.env.SHOP_FOLDER = folder;
  return async () => {
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
