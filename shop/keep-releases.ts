import { createReleaseRunner } from '@vitrine/editor/server';
import type { Logger } from 'pino';
import { keepWorking } from './keep-working.ts';
import type { Platform } from './platform.ts';

/** Makes releases public when their time has come. Harmless when several processes do it. @returns what stops it. */
export async function keepReleases(platform: Platform, logger: Logger): Promise<() => Promise<void>> {
  const { pages, drafts, versions, releases, engine } = platform;
  const runner = createReleaseRunner({
    pages,
    drafts,
    versions,
    releases,
    channels: await engine.channels(),
  });
  return keepWorking(() => runner.publishDue(), { every: 2_000, what: 'publishing releases', logger });
}
