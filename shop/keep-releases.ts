import { createReleaseRunner, createReviewNews } from '@vitrine/editor/server';
import type { Logger } from 'pino';
import { queueReviewLetters } from './app/review-letters.ts';
import { openChosenStyles } from './chosen-styles.ts';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

/** Makes releases public when their time has come. Harmless when several processes do it. @returns what stops it. */
export async function keepReleases(platform: Platform, logger: Logger): Promise<() => Promise<void>> {
  const { pages, drafts, versions, releases, engine } = platform;
  const reviewNews = createReviewNews({
    reviews: platform.reviews,
    // Opened with the first who comes.
    rooms: { tell: (id, notice) => platform.rooms.tell(id, notice) },
    sendReviewLetter: queueReviewLetters(engine, platform.database),
    onFault: (error) => logger.error({ err: error }, 'people could not be told of a review'),
  });
  const runner = createReleaseRunner({
    pages,
    drafts,
    versions,
    releases,
    channels: await engine.channels(),
    published: (documents) => reviewNews.published(documents),
    themes: openChosenStyles(platform.database),
  });
  return keepWorking(() => runner.publishDue(), { every: 2_000, what: 'publishing releases', logger });
}
