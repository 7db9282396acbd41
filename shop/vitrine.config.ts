import { openDatabase } from '@vitrine/database';
import { checkShop } from './check-shop.ts';
import { databaseFolder, mediaFolder, migrations, openPlatform } from './platform.ts';
import { findRunning } from './running-shop.ts';
import { countProducts, seedStore } from './seed-store.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);

/** This shop, as the `vitrine` command works on it: the command owns the shape and checks it. */
export const project = {
  running: () => findRunning(settings),
  async open() {
    const platform = await openPlatform(settings);
    return {
      commerce: platform.commerce,
      async seed() {
        const { already } = await seedStore(platform);
        return { already, products: await countProducts(platform) };
      },
      check: (options: { readonly deep: boolean }) => checkShop(platform, settings, options),
      close: () => platform.close(),
    };
  },
  async migrate() {
    const database = await openDatabase({
      url: settings.databaseUrl,
      folder: settings.databaseUrl ? undefined : databaseFolder(settings),
      migrations,
    });
    await database.close();
    return database.applied;
  },
  mediaFolder: mediaFolder(settings),
};
