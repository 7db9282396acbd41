import type { Browser } from 'playwright';
import { countWork, least, type Work } from './count-work.ts';
import { memoryOf, type RunOptions } from './measure-run.ts';
import { openPage, type WatchedPage } from './open-page.ts';

/** What acts of an author make a page do. */
export interface PageWork {
  /** Modules on the page. */
  readonly count: number;
  readonly hover: Work;
  readonly select: Work;
  readonly key: Work;
  /** One movement of the pointer. */
  readonly drag: Work;
  readonly drop: Work;
  readonly undo: Work;
  readonly listeners: number;
}

/** Does everything once before it is counted, so that what has to be fetched is there. */
export async function measureWork(browser: Browser, options: RunOptions): Promise<PageWork> {
  const opened = await openPage(browser, options);
  try {
    const { page } = opened;
    await press(opened, 'card-1');
    const input = await page.waitForSelector(options.contender.title);
    await input.click();
    await page.keyboard.type('ab');
    await opened.quiet(1000);
    const hover = await several(3, (turn) => countWork(opened, () => point(opened, `card-${turn + 2}`)));
    const select = await several(3, (turn) => countWork(opened, () => press(opened, `card-${turn + 2}`)));
    await page.locator(options.contender.title).click();
    const key = await several(5, () => countWork(opened, () => page.keyboard.press('c')));

    const { x, y } = await middleOf(opened, 'card-2');
    const below = await middleOf(opened, 'card-4');
    const drags: Work[] = [];
    const drops: Work[] = [];
    const undos: Work[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + 10);
      for (const further of [20, 30])
        drags.push(await countWork(opened, () => page.mouse.move(x, y + further)));
      await page.mouse.move(below.x, below.y + 60);
      drops.push(await countWork(opened, () => page.mouse.up()));
      undos.push(await countWork(opened, () => page.keyboard.press('Control+z')));
    }
    await page.mouse.move(5, 5);
    const listeners = await lastingListeners(opened);
    return {
      count: options.wanted.count,
      hover,
      select,
      key,
      drag: least(drags),
      drop: least(drops),
      undo: least(undos),
      listeners,
    };
  } finally {
    await opened.close();
  }
}

/** Those that are still there when everything has come to rest: a listener that is just about to go is none that a module has. */
async function lastingListeners(opened: WatchedPage): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let looks = 0; looks < 4; looks += 1) {
    await opened.quiet();
    const { listeners } = await memoryOf(opened);
    least = Math.min(least, listeners);
  }
  return least;
}

async function several(times: number, count: (turn: number) => Promise<Work>): Promise<Work> {
  const works: Work[] = [];
  for (let turn = 0; turn < times; turn++) works.push(await count(turn));
  return least(works);
}

async function middleOf({ frame }: WatchedPage, id: string): Promise<{ x: number; y: number }> {
  const card = await frame.waitForSelector(`[data-bench="${id}"]`);
  const { x, y, width } = (await card.boundingBox())!;
  return { x: x + width / 2, y: y + 12 };
}

async function point(opened: WatchedPage, id: string): Promise<void> {
  const { x, y } = await middleOf(opened, id);
  await opened.page.mouse.move(x, y);
}

async function press(opened: WatchedPage, id: string): Promise<void> {
  const { x, y } = await middleOf(opened, id);
  await opened.page.mouse.click(x, y);
}
