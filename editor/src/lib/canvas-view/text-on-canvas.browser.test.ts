import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, pressKeys } from '../text/testing/text-lab.ts';
import { type CanvasBench, openCanvasBench } from './testing/open-canvas-bench.ts';

let bench: CanvasBench;
let page: Page;

beforeAll(async () => {
  if (chromiumPath) bench = await openCanvasBench(chromiumPath);
});
afterAll(() => bench?.close());

beforeEach(async () => {
  page = await bench.open();
});

const canvas = (at = page) => at.frameLocator('iframe');
const toolbar = () => page.getByRole('toolbar', { name: 'Format: Words' });
const button = (name: string) => toolbar().getByRole('button', { name, exact: true });
const html = (id = 'a', at = page) => at.evaluate((each) => window.canvasBench.html(each), id);
const press = (...keys: string[]) => pressKeys(page, ...keys);
const written = () => page.evaluate(() => window.canvasBench.editor.view.get().text);

/** The first click selects the module, the second goes into its text. */
async function write(words: string, at = page): Promise<void> {
  const place = canvas(at).getByText(words);
  for (const _ of [1, 2]) await place.click({ position: { x: 60, y: 8 } });
  await canvas(at).locator('[contenteditable=true]').waitFor();
}

/** `Every blanket` */
async function selectWords(): Promise<void> {
  await write('Every blanket');
  await toolbar().waitFor();
  await press('Home', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
}

async function boxes() {
  const bar = (await toolbar().boundingBox())!;
  const room = (await page.getByRole('main', { name: 'Page' }).boundingBox())!;
  return { bar, room };
}

/** From the lower edge of the toolbar to the selected words. */
async function gap(): Promise<number> {
  const { bar } = await boxes();
  const words = await page.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    const { top, width } = frame.getBoundingClientRect();
    const range = frame.contentDocument!.getSelection()!.getRangeAt(0);
    return top + (range.getBoundingClientRect().top * width) / frame.offsetWidth;
  });
  return words - bar.y - bar.height;
}

async function expectInside(): Promise<void> {
  const { bar, room } = await boxes();
  expect(bar.x).toBeGreaterThanOrEqual(room.x);
  expect(bar.x + bar.width).toBeLessThanOrEqual(room.x + room.width);
  expect(bar.y).toBeGreaterThanOrEqual(room.y);
  expect(bar.y + bar.height).toBeLessThanOrEqual(room.y + room.height);
}

describe.skipIf(!chromiumPath)('a formatted text on the canvas', () => {
  it('[TEXT-76] is formatted with buttons that leave the words selected', async () => {
    await selectWords();
    await button('Bold').click();
    await expect.poll(() => html()).toBe('<p><strong>Every blanket</strong> is woven by the sea.</p>');
    await button('Italic').click();
    await expect
      .poll(() => html())
      .toBe('<p><strong><em>Every blanket</em></strong> is woven by the sea.</p>');
    await button('Clear formatting').click();
    await toolbar().getByRole('button', { name: 'Kind of text: Paragraph' }).click();
    await page.getByRole('menuitemradio', { name: /Heading 2/ }).click();
    await expect.poll(() => html()).toBe('<h2>Every blanket is woven by the sea.</h2>');
    await button('Bullet list').click();
    await expect.poll(() => html()).toBe('<ul><li>Every blanket is woven by the sea.</li></ul>');
    await page.keyboard.type('All wool');
    await expect.poll(() => html()).toBe('<ul><li>All wool is woven by the sea.</li></ul>');
    await press('Escape');
    await expect.poll(written).toBeUndefined();
    await toolbar().waitFor({ state: 'detached' });
    expect(await canvas().locator('main').innerText()).toContain('All wool is woven');
  });

  it('[TEXT-77] links to pages, products and categories of the shop, and to addresses', async () => {
    await selectWords();
    await button('Link').click();
    await page.getByRole('button', { name: /Choose a page/ }).click();
    await page.getByRole('option', { name: /About us/ }).click();
    await expect.poll(() => html()).toBe('<p><a href="/about">Every blanket</a> is woven by the sea.</p>');
    await press('Control+k');
    await page.getByText('Product', { exact: true }).click();
    await page.getByRole('button', { name: /Choose a product/ }).press('Enter');
    await page.getByRole('option', { name: /Tide mug/ }).waitFor();
    await press('Enter');
    await expect.poll(() => html()).toContain('<a href="/p/tide-mug">Every blanket</a>');
    await press('Control+k');
    await page.getByRole('button', { name: /Tide mug/ }).waitFor();
    await page.getByText('Address', { exact: true }).first().click();
    await page.getByLabel('Address', { exact: true }).last().fill('javascript:alert(1)');
    expect(await page.getByRole('button', { name: 'Set link' }).isDisabled()).toBe(true);
    await page.getByLabel('Address', { exact: true }).last().fill('https://example.org/');
    await page.getByLabel('Opens in a new tab').check();
    await page.getByRole('button', { name: 'Set link' }).click();
    await expect
      .poll(() => html())
      .toContain('<a href="https://example.org/" target="_blank" rel="noopener">Every blanket</a>');
    await page.keyboard.type('All wool');
    await expect.poll(() => html()).toBe('<p>All wool is woven by the sea.</p>');
  });

  it('[TEXT-78] the search for a target closes first, then the question, then the text', async () => {
    await selectWords();
    await press('Control+k');
    await page.getByRole('button', { name: /Choose a page/ }).click();
    await page.getByRole('option', { name: /About us/ }).waitFor();
    await press('Escape');
    await page.getByRole('option', { name: /About us/ }).waitFor({ state: 'hidden' });
    const question = page.getByRole('dialog', { name: 'Link' });
    await question.waitFor();
    await press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await written()).toBeDefined();
    await press('Escape');
    await expect.poll(written).toBeUndefined();
  });

  it('[TEXT-79] the toolbar is reached with Alt+F10 and left with Esc, and its keys are no commands', async () => {
    await selectWords();
    await press('Alt+F10', 'ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold');
    await press('Delete', 'Backspace', 'Enter');
    expect(await page.evaluate(() => window.canvasBench.editor.page.has('a'))).toBe(true);
    await expect.poll(() => html()).toBe('<p><strong>Every blanket</strong> is woven by the sea.</p>');
    await press('Escape');
    await page.keyboard.type('Wool');
    await expect.poll(() => html()).toBe('<p><strong>Wool</strong> is woven by the sea.</p>');
  });

  it.each([
    ['phone', 390],
    ['tablet', 768],
    ['desktop', 1280],
  ] as const)(
    '[TEXT-80] on a %s the toolbar is beside the words and never leaves the canvas',
    async (width, pixels) => {
      await page.evaluate((each) => window.canvasBench.show({ width: each }), width);
      await expect
        .poll(() =>
          canvas()
            .locator('body')
            .evaluate((body) => body.ownerDocument.defaultView!.innerWidth),
        )
        .toBe(pixels);
      await selectWords();
      await expect.poll(gap).toBeCloseTo(8, -1);
      await expectInside();
      // At another size, and where the canvas is wider than there is room for it.
      for (const zoom of [0.5, 1.5]) {
        await page.evaluate((each) => window.canvasBench.show({ zoom: each }), zoom);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
        await expectInside();
      }
    },
  );

  it('[TEXT-87] whoever is quicker than its editor does not take its module away', async () => {
    const isThere = () => page.evaluate(() => window.canvasBench.editor.page.node('a') !== undefined);
    await canvas()
      .getByText('Every blanket')
      .click({ position: { x: 60, y: 8 } });
    await page.evaluate(() => window.canvasBench.show({ text: { id: 'a', path: 'body' } }));
    await press('Backspace', 'Delete');
    expect(await isThere()).toBe(true);
    await press('Escape');
    expect(await written()).toBeUndefined();
    await page.evaluate(() => window.canvasBench.show({ selection: ['a'] }));
    await press('Delete');
    expect(await isThere()).toBe(false);
  });

  it('[TEXT-81] follows the page when it scrolls, and stays where it can be seen', async () => {
    await selectWords();
    const scrollBy = (pixels: number) =>
      canvas()
        .locator('body')
        .evaluate((body, by) => body.ownerDocument.defaultView!.scrollBy(0, by), pixels);
    await scrollBy(60);
    await expect.poll(gap).toBeCloseTo(8, -1);
    await scrollBy(1200);
    await expect.poll(async () => (await boxes()).bar.y).toBeCloseTo(8, -1);
    await expectInside();
  });

  it('[TEXT-82] shows where others write, with their name', async () => {
    const other = await bench.join(page, 'Ben');
    await write('Every blanket', other);
    await pressKeys(other, 'Home', 'Control+Shift+ArrowRight');
    await page.bringToFront();
    await write('Every blanket');
    const name = canvas().getByText('Ben', { exact: true });
    await name.waitFor();
    await other.bringToFront();
    await pressKeys(other, 'End');
    await other.keyboard.type(' Really.');
    await page.bringToFront();
    await expect.poll(() => html()).toBe('<p>Every blanket is woven by the sea. Really.</p>');
    const caret = (await name.locator('..').boundingBox())!;
    const words = (await canvas().locator('[contenteditable=true] span').boundingBox())!;
    expect(Math.abs(caret.x - (words.x + words.width))).toBeLessThan(3);
    await other.bringToFront();
    await pressKeys(other, 'Escape');
    await expect.poll(() => name.count()).toBe(0);
  });

  it('[TEXT-83] is the same text in the panel, with the carets of others and links into the shop', async () => {
    const panel = page.getByRole('textbox', { name: 'In the panel' });
    const other = await bench.join(page, 'Ben');
    await write('Every blanket', other);
    await pressKeys(other, 'End');
    await other.keyboard.type(' Really.');
    await page.bringToFront();
    const caret = panel.locator('xpath=following-sibling::*').getByText('Ben', { exact: true });
    await caret.waitFor();
    await panel.getByText('Every blanket').click();
    await press('Home', 'Control+Shift+ArrowRight', 'Control+k');
    await page.getByText('Category', { exact: true }).click();
    await page.getByRole('button', { name: /Choose a category/ }).click();
    await page.getByRole('option', { name: /For the home/ }).click();
    await expect
      .poll(() => html())
      .toBe('<p><a href="/c/home">Every</a> blanket is woven by the sea. Really.</p>');
    await expect.poll(() => html('a', other)).toContain('<a href="/c/home">Every</a>');
    expect(await panel.evaluate((field) => field === document.activeElement)).toBe(true);
  });
});
