import type { WatchedPage } from './open-page.ts';

/** What a page did, counted: nothing of it depends on how fast the machine is. */
export interface Work {
  /** Functions called in all of its scripts. */
  readonly calls: number;
  /** Records of a MutationObserver on the whole document, of the editor's window and of the page in it. */
  readonly shellChanges: number;
  readonly canvasChanges: number;
  /** Modules rendered. */
  readonly renders: number;
}

declare global {
  interface Window {
    benchCounted(): Omit<Work, 'calls'>;
  }
}

/** Counts what an act and all that follows from it at once make the page do: until it is painted, and saved when it changed something. */
export async function countWork({ page, devtools }: WatchedPage, act: () => Promise<void>): Promise<Work> {
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await page.evaluate(() => {
    const watch = window.benchWatch;
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    const changes = [0, 0];
    const observers = [document, watch.canvas().document].map((target, index) => {
      const observer = new MutationObserver((list) => {
        changes[index]! += list.length;
      });
      observer.observe(target, everything);
      return observer;
    });
    const renders = watch.renders();
    window.benchCounted = () => {
      observers.forEach((observer, index) => {
        changes[index]! += observer.takeRecords().length;
        observer.disconnect();
      });
      return { shellChanges: changes[0]!, canvasChanges: changes[1]!, renders: watch.renders() - renders };
    };
  });
  const painted = () =>
    page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  // What the counting itself calls does not count.
  await devtools.send('Profiler.takePreciseCoverage');
  await act();
  await painted();
  await page.locator('[data-testid=save-line]', { hasText: 'Saved' }).waitFor();
  await painted();
  const { result } = await devtools.send('Profiler.takePreciseCoverage');
  await devtools.send('Profiler.stopPreciseCoverage');
  const calls = result
    .filter(({ url }) => url.startsWith('http'))
    .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0))
    .reduce((sum, count) => sum + count, 0);
  return { calls, ...(await page.evaluate(() => window.benchCounted())) };
}

/** The least of several: what came in between, such as a check that runs in a pause, is left out. */
export function least(works: readonly Work[]): Work {
  return works.reduce((best, work) => (work.calls < best.calls ? work : best));
}
