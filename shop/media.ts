import { join } from 'node:path';
import {
  type Assets,
  createAssets,
  createFolderStorage,
  createMediaShelf,
  createMediaUsage,
  createS3Storage,
  type MediaShelf,
  type MediaUsage,
  publishedUsing,
  sweepMedia,
} from '@vitrine/content/server';
import { createUploads, type Uploads } from '@vitrine/editor/server';
import type { Logger } from 'pino';
import { mediaFolder, type Platform } from './platform.ts';
import type { Settings } from './settings.ts';

/** The shop's media library. */
export interface Media {
  readonly assets: Assets;
  /** What visitors are served. */
  readonly shelf: MediaShelf;
  readonly usage: MediaUsage;
  readonly uploads: Uploads;
  close(): void;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS_IN_TRASH = 30;

/** Opens the library: its files in the media folder, or in a bucket when the settings name one. */
export function openMedia({
  platform: { database, drafts },
  settings,
  logger,
  productsShowing,
}: {
  readonly platform: Pick<Platform, 'database' | 'drafts'>;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Products whose pictures are of the library. Absent = none are. */
  readonly productsShowing?: (
    src: string,
  ) => Promise<readonly { readonly id: string; readonly name: string; readonly published: boolean }[]>;
}): Media {
  const { bucket, limits } = settings.media;
  const storage = bucket ? createS3Storage(bucket) : createFolderStorage(mediaFolder(settings));
  const assets = createAssets({ database, storage });
  const uploads = createUploads({ folder: join(settings.folder, 'uploads'), assets, limits });
  const shelf = createMediaShelf({ database, storage });

  async function changedDrafts() {
    const changed = (await drafts.list()).filter(({ isChanged, trashedAt }) => isChanged && !trashedAt);
    const documents = await drafts.drafts(changed.map(({ id }) => id));
    return documents.flatMap((document) => (document ? [{ document, state: 'draft' as const }] : []));
  }

  const repeat = (every: number, work: () => Promise<unknown>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) =>
        logger.error({ err: error }, 'housekeeping of the media library failed'),
      );
    }, every);
    return timer.unref();
  };
  const timers = [
    repeat(HOUR, () => uploads.sweep()),
    repeat(HOUR, () => assets.purge({ before: new Date(Date.now() - DAYS_IN_TRASH * DAY) })),
    repeat(DAY, () => sweepMedia({ database, storage })),
  ];
  return {
    assets,
    shelf,
    uploads,
    usage: createMediaUsage({
      documents: async (src) => [...(await publishedUsing(database, src)), ...(await changedDrafts())],
      ...(productsShowing && { products: productsShowing }),
    }),
    close() {
      for (const timer of timers) clearInterval(timer);
      shelf.close();
    },
  };
}
