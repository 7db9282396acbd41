import type { WatchedPage } from './open-page.ts';

const ROUNDS = 40;
/** Move, duplicate, delete, move: by our keys. */
const keys = ['Alt+ArrowDown', 'Control+d', 'Delete', 'Alt+ArrowUp'];
const EDITS = ROUNDS * (keys.length + 1);

/** 200 edits of all kinds, then 200 times undo, as fast as they go. @throws when the page is not as it was then. */
export async function manyEdits({ page, frame, quiet }: WatchedPage): Promise<void> {
  const before = await page.evaluate(() => window.benchWatch.order());
  const card = await frame.waitForSelector('[data-bench="card-3"]');
  for (let round = 0; round < ROUNDS; round++) {
    await press();
    for (const key of keys) await page.keyboard.press(key);
    const input = await page.evaluateHandle(() => window.benchWatch.input()!);
    await input.asElement()!.click();
    // What is held here is held there, with the panel around it.
    await input.dispose();
    await page.keyboard.press('x');
  }
  await press();
  for (let edit = 0; edit < EDITS; edit++) await page.keyboard.press('Control+z');
  await quiet();
  const after = await page.evaluate(() => window.benchWatch.order());
  if (after !== before)
    throw new Error(`After as many times undo as there were edits the page is another one: ${after}`);

  async function press(): Promise<void> {
    await card.scrollIntoViewIfNeeded();
    const box = (await card.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + 12);
  }
}
