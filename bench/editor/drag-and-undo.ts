import { setTimeout as pause } from 'node:timers/promises';
import type { WatchedPage } from './open-page.ts';
import { HELD } from './select-and-type.ts';

const STEPS = 40;

/** Drags a card down over two others, lets go, and takes it back. */
export async function dragAndUndo({ page, frame, quiet }: WatchedPage) {
  const card = await frame.waitForSelector('[data-bench="card-2"]');
  await card.scrollIntoViewIfNeeded();
  await pause(300);
  const from = (await card.boundingBox())!;
  const to = (await (await frame.waitForSelector('[data-bench="card-4"]')).boundingBox())!;
  const x = from.x + from.width / 2;
  const start = from.y + 20;
  const end = to.y + to.height * 0.8;
  await page.mouse.move(x, start);
  const before = await page.evaluate(() => {
    const bench = window.benchWatch;
    const order = bench.order();
    let isOver = false;
    for (const type of ['pointerup', 'mouseup']) {
      const stop = bench.time('drop', type, () => {
        stop();
        if (isOver) return () => false;
        isOver = true;
        return () => bench.order() !== order;
      });
    }
    bench.long.length = 0;
    bench.frames.length = 0;
    bench.isCounting = true;
    return { order, renders: bench.renders() };
  });
  await page.mouse.down();
  await pause(250);
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x, start + ((end - start) * step) / STEPS);
    await pause(16);
  }
  await pause(400);
  const during = await page.evaluate(() => {
    const bench = window.benchWatch;
    bench.isCounting = false;
    return {
      renders: bench.renders(),
      longest: Math.max(...bench.frames),
      long: bench.long.reduce((sum, [, length]) => sum + length, 0),
    };
  });
  await page.mouse.up();
  await page.waitForFunction(() => window.benchWatch.times.drop!.length > 0);
  await quiet();
  const undo = await takeBack(page, before.order);
  return {
    dragLongest: during.longest,
    dragLongTasks: during.long,
    rendersDragging: during.renders - before.renders,
    drop: await page.evaluate(() => window.benchWatch.times.drop![0]!),
    undo,
  };
}

async function takeBack(page: WatchedPage['page'], order: string): Promise<number> {
  await page.evaluate((wanted) => {
    const bench = window.benchWatch;
    const stop = bench.time('undo', 'keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'z') return () => false;
      stop();
      return () => bench.order() === wanted;
    });
  }, order);
  await page.keyboard.press('Control+z', { delay: HELD });
  await page.waitForFunction(() => window.benchWatch.times.undo!.length > 0);
  return await page.evaluate(() => window.benchWatch.times.undo![0]!);
}
