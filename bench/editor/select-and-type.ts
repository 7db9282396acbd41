import { setTimeout as pause } from 'node:timers/promises';
import type { WatchedPage } from './open-page.ts';
import { percentile } from './percentile.ts';

const words = 'the quick brown fox jumps';
/**
 * Milliseconds a finger rests on a key. A browser puts off everything else until it has painted after a key, also after one that is let
 * go: let go in no time, it is that paint which would be measured.
 */
export const HELD = 60;

/** Presses a card: how long until its title can be seen in the panel. */
export async function selectCard({ page, frame, quiet }: WatchedPage, id: string) {
  const card = await frame.waitForSelector(`[data-bench="${id}"]`);
  await card.scrollIntoViewIfNeeded();
  await page.evaluate((wanted) => {
    const bench = window.benchWatch;
    const title = bench.canvas().document.querySelector(`[data-bench="${wanted}"] h2`)!.textContent!;
    const end = bench.time('select', 'pointerdown', () => {
      end();
      return () => bench.input()?.value === title;
    });
  }, id);
  const box = (await card.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + 12);
  await page.waitForFunction(() => window.benchWatch.times.select!.length > 0);
  await quiet();
  return { select: await page.evaluate(() => window.benchWatch.times.select![0]!) };
}

/** Types into the title of a card that is selected: from each key to the paint after it, and to the letter on the page. */
export async function typeTitle({ page, quiet, scriptBytes }: WatchedPage, id: string) {
  const input = await page.evaluateHandle(() => window.benchWatch.input()!);
  await input.asElement()!.click();
  await page.keyboard.press('End');
  const rendersBefore = await page.evaluate((wanted) => {
    const bench = window.benchWatch;
    const title = () => bench.canvas().document.querySelector(`[data-bench="${wanted}"] h2`)!.textContent!;
    bench.time('key', 'keydown', () => () => true);
    bench.time('shown', 'keydown', () => {
      const length = bench.input()!.value.length + 1;
      return () => title().length >= length;
    });
    return bench.renders();
  }, id);
  let shownEditKB = 0;
  for (const letter of words) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: HELD });
    if (shownEditKB === 0) {
      await page.waitForFunction(() => window.benchWatch.times.shown!.length > 0);
      shownEditKB = scriptBytes() / 1000;
    }
    await pause(60);
  }
  await quiet();
  const { times, renders } = await page.evaluate(() => ({
    times: window.benchWatch.times,
    renders: window.benchWatch.renders(),
  }));
  return {
    keyP50: percentile(times.key!, 0.5),
    keyP95: percentile(times.key!, 0.95),
    canvasP50: percentile(times.shown!, 0.5),
    rendersPerKey: (renders - rendersBefore) / words.length,
    shownEditKB,
  };
}
