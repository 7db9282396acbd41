import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openTextLab, pressKeys, type TextLab } from './testing/text-lab.ts';
import { connect, type Together } from './testing/together.ts';

let lab: TextLab;
let a: Page;
let b: Page;
let line: Together;

beforeAll(async () => {
  if (!chromiumPath) return;
  lab = await openTextLab();
  [a, b] = [await lab.open(), await lab.open()];
  line = await connect(a, b);
});
afterAll(() => lab?.close());

afterEach(async () => {
  for (const page of [a, b]) expect(await page.evaluate(() => window.person.errors)).toEqual([]);
});

const html = (page: Page) => page.evaluate(() => window.person.html('body'));
let isInFrame: boolean;
const host = (page: Page, id = 'body') =>
  isInFrame ? page.frameLocator('iframe').locator(`#${id}`) : page.locator(`#${id}`);
const shown = (page: Page) => host(page).innerText();
const undo = (page: Page) => page.evaluate(() => void window.person.undo.undo());
const redo = (page: Page) => page.evaluate(() => void window.person.undo.redo());
/** Typing without a pause is one step of undo. */
const pause = (page: Page) => page.evaluate(() => window.person.undo.openStep()());
const begin = (isFrame: boolean) => {
  window.person.begin();
  window.person.rich('body', { frame: isFrame });
};
const caretTo = (page: Page, place: 'start' | 'end') =>
  page.evaluate((at) => window.person.mounted.body!.focus(at), place);

async function type(page: Page, words: string, place: 'start' | 'end' = 'end') {
  await caretTo(page, place);
  await page.keyboard.type(words);
}

const move = (page: Page, place: { parent?: string; slot?: string; index: number }) =>
  page.evaluate((to) => void window.person.page.move(['n'], to), place);
const intoGrid = { parent: 'grid', slot: 'items', index: 0 };
const isInGrid = (page: Page) => page.evaluate(() => window.person.page.node('n')?.parent === 'grid');

const places = [
  { where: 'on the page of the editor', frame: false },
  { where: 'on a page in an iframe', frame: true },
];

describe.skipIf(!chromiumPath).each(places)('a rich text and two people, $where', ({ frame }) => {
  beforeEach(async () => {
    isInFrame = frame;
    line.cut();
    await Promise.all([lab.again(a), lab.again(b)]);
    line.reset();
    for (const page of [a, b]) await page.evaluate(begin, frame);
  });

  it('[TEXT-1] both see what both type', async () => {
    await type(a, 'Hello');
    await line.settle();
    await type(b, ' from B');
    await line.settle();
    expect([await shown(a), await shown(b)]).toEqual(['Hello from B', 'Hello from B']);
    expect(await html(a)).toBe('<p>Hello from B</p>');
  });

  it('[TEXT-2] one stack undoes my words and my moves, and leaves the words of others', async () => {
    await type(a, 'Hello');
    await line.settle();

    line.cut();
    await type(b, ' from B');
    await pause(a);
    await move(a, intoGrid);
    await line.join();
    expect([await shown(a), await shown(b), await isInGrid(b)]).toEqual([
      'Hello from B',
      'Hello from B',
      true,
    ]);

    await pause(a);
    await type(a, ' A2');
    await line.settle();
    expect(await shown(b)).toBe('Hello from B A2');

    await undo(a);
    await line.settle();
    expect([await shown(a), await shown(b), await isInGrid(b)]).toEqual([
      'Hello from B',
      'Hello from B',
      true,
    ]);
    await undo(a);
    await line.settle();
    expect([await shown(b), await isInGrid(b)]).toEqual(['Hello from B', false]);
    await undo(a);
    await line.settle();
    expect([await html(a), await html(b)]).toEqual(['<p>\u00a0from B</p>', '<p>\u00a0from B</p>']);

    await redo(a);
    await redo(a);
    await redo(a);
    await line.settle();
    expect([await shown(a), await shown(b), await isInGrid(b)]).toEqual([
      'Hello from B A2',
      'Hello from B A2',
      true,
    ]);
  });

  it('[TEXT-3] an instance that was thrown away comes back with what others wrote in it meanwhile', async () => {
    await type(a, 'Kept');
    await line.settle();
    line.cut();
    await type(b, '!');
    await a.evaluate(() => window.person.page.remove(['n']));
    await line.join();
    await undo(a);
    await line.settle();
    expect([await shown(a), await shown(b)]).toEqual(['Kept!', 'Kept!']);
    expect(await b.evaluate(() => window.person.page.has('n'))).toBe(true);
  });

  it('[TEXT-4] two texts of one page are written in at the same time', async () => {
    await a.evaluate((isFrame) => void window.person.rich('more', { frame: isFrame, host: 'second' }), frame);
    await host(a, 'second').click();
    await a.keyboard.type('Second');
    await type(a, 'First');
    await line.settle();
    expect(await b.evaluate(() => [window.person.html('body'), window.person.html('more')])).toEqual([
      '<p>First</p>',
      '<p>Second</p>',
    ]);
  });

  it('[TEXT-5] somebody who comes later sees the text at once, and writes on', async () => {
    await type(a, 'Early');
    await line.settle();
    const c = await lab.open();
    const state = await a.evaluate(() => window.person.encode());
    const first = await c.evaluate(
      ([update, isFrame]) => {
        window.person.apply(update);
        // Read before anything could be painted.
        return window.person.rich('body', { frame: isFrame }).host.innerText;
      },
      [state, frame] as const,
    );
    expect(first).toBe('Early');
    await type(c, ' and late');
    expect(await html(c)).toBe('<p>Early and late</p>');
    await c.context().close();
  });

  it('[TEXT-6] after a reload it goes on, and no paragraph is doubled', async () => {
    await type(a, 'Before');
    await line.settle();
    const state = await b.evaluate(() => window.person.encode());
    await a.reload();
    await a.waitForFunction(() => 'person' in window);
    await a.evaluate((update) => window.person.apply(update), state);
    await a.evaluate(begin, frame);
    await type(a, ' after');
    await line.settle();
    expect([await html(a), await html(b)]).toEqual(['<p>Before after</p>', '<p>Before after</p>']);
  });

  it('[TEXT-7] what two write without a line is in both when there is one again', async () => {
    await type(a, 'Middle');
    await line.settle();
    line.cut();
    await type(a, 'A ', 'start');
    await type(b, ' B');
    await pressKeys(b, 'Enter');
    await b.keyboard.type('Second paragraph');
    await pressKeys(a, 'Control+a', 'Control+b');
    await line.join();
    // Whether B's words at the end become bold is decided by who they are; both decide it alike.
    expect(await html(a)).toBe(await html(b));
    expect(await html(a)).toMatch(/^<p><strong>A Middle/);
    expect([await shown(a), await shown(b)]).toEqual([
      'A Middle B\n\nSecond paragraph',
      'A Middle B\n\nSecond paragraph',
    ]);
  });

  it('[TEXT-8] my caret stays at its word when others write in front of it', async () => {
    await type(a, 'one three');
    await line.settle();
    await pressKeys(a, 'Control+ArrowLeft');
    await type(b, '>> ', 'start');
    await line.settle();
    await a.keyboard.type('two ');
    await line.settle();
    expect(await html(b)).toBe('<p>&gt;&gt; one two three</p>');
  });

  it('[TEXT-9] formatting is one step, and undoing it takes nothing else', async () => {
    await type(a, 'plain words');
    await pressKeys(a, 'Control+a', 'Control+b', 'End');
    await a.keyboard.type('!');
    await line.settle();
    expect(await html(b)).toBe('<p><strong>plain words!</strong></p>');
    await undo(a);
    expect(await html(a)).toBe('<p><strong>plain words</strong></p>');
    await undo(a);
    expect(await html(a)).toBe('<p>plain words</p>');
    await undo(a);
    expect(await html(a)).toBe('');
  });

  it('[TEXT-10] a link that two emptied from both ends is filled again without an error', async () => {
    await type(a, 'half');
    await pressKeys(a, 'Control+a');
    await a.evaluate(() => window.person.mounted.body!.run({ kind: 'link', href: '/sale' }));
    await type(a, ' off');
    await pause(a);
    await line.settle();
    line.cut();
    await caretTo(a, 'start');
    await pressKeys(a, 'Delete', 'Delete');
    await caretTo(b, 'start');
    await pressKeys(b, 'ArrowRight', 'ArrowRight');
    await pressKeys(b, 'Delete', 'Delete');
    await line.join();
    expect(await html(a)).toBe(await html(b));
    await undo(a);
    await line.settle();
    expect([await html(a), await html(b)]).toEqual([
      '<p><a href="/sale">ha</a> off</p>',
      '<p><a href="/sale">ha</a> off</p>',
    ]);
    expect([await shown(a), await shown(b)]).toEqual(['ha off', 'ha off']);
    await type(a, '!');
    await line.settle();
    expect(await shown(b)).toBe('ha off!');
  });

  it('[TEXT-11] others are shown where they write', async () => {
    await type(a, 'Hello');
    await b.evaluate(() =>
      window.person.awareness.setLocalStateField('user', { name: 'Ben', colour: '#d6409f' }),
    );
    await type(b, ' you');
    await line.settle();
    const name = (isInFrame ? a.frameLocator('iframe') : a).getByText('Ben');
    await name.waitFor();
    // It follows the words with the next frame.
    const awayFromTheWords = async () => {
      const caret = await name.locator('..').boundingBox();
      const words = await host(a).locator('span').boundingBox();
      if (!caret || !words) return Number.POSITIVE_INFINITY;
      return Math.max(Math.abs(caret.x - (words.x + words.width)), Math.abs(caret.y - words.y));
    };
    await expect.poll(awayFromTheWords).toBeLessThan(3);
    await host(b).evaluate((element) => (element as HTMLElement).blur());
    await line.settle();
    await expect.poll(() => name.count()).toBe(0);
  });
});
