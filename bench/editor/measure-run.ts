import type { Browser } from 'playwright';
import type { BenchCase } from './bench-page.ts';
import type { Contender } from './contenders.ts';
import { dragAndUndo } from './drag-and-undo.ts';
import { manyEdits } from './many-edits.ts';
import { openPage, type WatchedPage } from './open-page.ts';
import { selectCard, typeTitle } from './select-and-type.ts';

/** One run's figures by name. Milliseconds, unless the name says something else. */
export type Figures = Readonly<Record<string, number>>;

export interface RunOptions {
  readonly contender: Contender;
  readonly address: string;
  readonly wanted: BenchCase;
}

/** Everything an author does once, on a page opened for it. */
export async function measureRun(browser: Browser, options: RunOptions): Promise<Figures> {
  const opened = await openPage(browser, options);
  const { page, complaints, quiet } = opened;
  try {
    const ready = await quiet(600);
    const { allAt, blocking, firstEditKB } = await page.evaluate(() => ({
      allAt: window.benchWatch.allAt!,
      firstEditKB: window.benchWatch.firstEditKB,
      blocking: window.benchWatch.long.reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0),
    }));
    const { heapMB, listeners } = await memoryOf(opened);
    const figures: Record<string, number> = {
      interactive: Math.max(allAt, ready),
      blocking,
      firstEditKB,
      heapMB,
      listeners,
      ...(await selectCard(opened, 'card-1')),
      ...(await typeTitle(opened, 'card-1')),
      ...(await dragAndUndo(opened)),
    };
    if (options.contender.id === 'ours') {
      // What the first edits made it fetch has come by now.
      const warm = (await memoryOf(opened)).heapMB;
      await manyEdits(opened);
      figures.heapWarmMB = warm;
      figures.heapGrowth = (await memoryOf(opened)).heapMB / warm;
    }
    if (complaints.length > 0) console.log(`  ${options.contender.id}: ${complaints.join('; ')}`);
    return figures;
  } finally {
    await opened.close();
  }
}

/** What is left when the garbage is collected. */
export async function memoryOf({ devtools }: WatchedPage): Promise<{ heapMB: number; listeners: number }> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const named = new Map(metrics.map(({ name, value }) => [name, value]));
  return { heapMB: named.get('JSHeapUsedSize')! / 1_048_576, listeners: named.get('JSEventListeners')! };
}
