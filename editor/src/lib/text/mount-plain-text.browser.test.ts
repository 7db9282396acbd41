import type { FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openTextLab, pressKeys, type TextLab } from './testing/text-lab.ts';

let lab: TextLab;
let page: Page;
let frame: FrameLocator;

beforeAll(async () => {
  if (!chromiumPath) return;
  lab = await openTextLab();
  page = await lab.open();
});
afterAll(() => lab?.close());

beforeEach(async () => {
  await lab.again(page);
  frame = page.frameLocator('iframe');
  await page.evaluate(() => window.person.begin());
});
afterEach(async () => {
  expect(await page.evaluate(() => window.person.errors)).toEqual([]);
});

const text = () => page.evaluate(() => window.person.doc.getText('t/n/title').toString());
const shown = () => frame.locator('#title').evaluate((host) => host.textContent);
const exits = () => page.evaluate(() => window.person.exits);
const mount = (options: { multiline?: boolean; maxLength?: number } = {}) =>
  page.evaluate((rest) => window.person.plain('title', { frame: true, ...rest }).focus('end'), options);
const press = (...keys: string[]) => pressKeys(page, ...keys);
/** As somebody else does it. */
const others = (index: number, remove: number, insert: string) =>
  page.evaluate(
    ([at, length, words]) =>
      window.person.doc.transact(() => {
        const title = window.person.doc.getText('t/n/title');
        title.delete(at, length);
        title.insert(at, words);
      }, 'others'),
    [index, remove, insert] as const,
  );

describe.skipIf(!chromiumPath)('writing a plain text in the page of an iframe', () => {
  it('[TEXT-50] typing changes the text letter by letter, and nothing else of the page', async () => {
    const before = await frame.locator('main').evaluate((main) => main.innerHTML);
    await page.evaluate(() => {
      Object.assign(window, { plain: window.person.plain('title', { frame: true }) });
      const { doc } = window.person;
      Object.assign(window, { deltas: [] as unknown[] });
      doc
        .getText('t/n/title')
        .observe(({ delta }) => (window as never as { deltas: unknown[] }).deltas.push(delta));
    });
    await frame.locator('#title').click();
    await press('End');
    await page.keyboard.type(' s');
    await press('Backspace', 'Home', 'Delete');
    await page.keyboard.type('t');
    expect([await text(), await shown()]).toEqual(['title ', 'title ']);
    expect(await page.evaluate(() => (window as never as { deltas: unknown[] }).deltas)).toEqual([
      [{ retain: 5 }, { insert: ' ' }],
      [{ retain: 6 }, { insert: 's' }],
      [{ retain: 6 }, { delete: 1 }],
      [{ delete: 1 }],
      [{ insert: 't' }],
    ]);
    await others(5, 1, '');
    await others(0, 1, 'T');
    await page.evaluate(() => (window as never as { plain: { destroy(): void } }).plain.destroy());
    expect(await frame.locator('main').evaluate((main) => main.innerHTML)).toBe(before);
  });

  it('[TEXT-51] of equal letters, the one at the caret is added and taken away', async () => {
    await page.evaluate(() => {
      const title = window.person.doc.getText('t/n/title');
      title.delete(0, title.length);
      title.insert(0, 'aaaa');
    });
    await mount();
    await page.evaluate(() => {
      const title = window.person.doc.getText('t/n/title');
      Object.assign(window, { deltas: [] as unknown[] });
      title.observe(({ delta }) => (window as never as { deltas: unknown[] }).deltas.push(delta));
    });
    await press('Home', 'ArrowRight', 'ArrowRight', 'Backspace', 'a');
    expect(await page.evaluate(() => (window as never as { deltas: unknown[] }).deltas)).toEqual([
      [{ retain: 1 }, { delete: 1 }],
      [{ retain: 1 }, { insert: 'a' }],
    ]);
  });

  it('[TEXT-52] the caret stays at its letter when others write before and behind it', async () => {
    await mount();
    await press('ArrowLeft', 'ArrowLeft');
    await others(0, 0, 'My ');
    await others(8, 0, ' two');
    await page.keyboard.type('|');
    expect([await text(), await shown()]).toEqual(['My Tit|le two', 'My Tit|le two']);
    await others(0, 6, '');
    await page.keyboard.type('*');
    expect([await text(), await shown()]).toEqual(['|*le two', '|*le two']);
  });

  it('[TEXT-53] Enter leaves a text of one line, and breaks a line where there may be several', async () => {
    await mount();
    await press('Enter');
    expect([await exits(), await text()]).toEqual([['enter'], 'Title']);
    await press('Escape');
    expect(await exits()).toEqual(['enter', 'escape']);
  });

  it('[TEXT-54] lines are written one below the other', async () => {
    await mount({ multiline: true });
    await press('Enter');
    await page.keyboard.type('two');
    await press('Enter', 'Shift+Enter');
    await page.keyboard.type('four');
    await press('ArrowUp', 'Backspace');
    expect(await text()).toBe('Title\ntwo\nfour');
    await press('Control+a', 'Backspace');
    expect(await text()).toBe('');
    await page.keyboard.type('new');
    expect([await text(), await shown()]).toEqual(['new', 'new']);
  });

  it('[TEXT-55] what is pasted is plain, and in one line where there is one', async () => {
    await mount();
    await page.evaluate(async () => {
      window.focus();
      const html = new Blob(['<h1>Big <b>words</b></h1><p>below</p>'], { type: 'text/html' });
      const plain = new Blob(['Big words\r\n\r\nbelow'], { type: 'text/plain' });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': plain })]);
    });
    await frame.locator('#title').click();
    await press('End', 'Control+v');
    await expect.poll(text).toBe('TitleBig words below');
    expect(await frame.locator('#title').evaluate((host) => host.innerHTML)).toBe('TitleBig words below');
    await page.keyboard.type('!');
    await press('Control+z');
    expect(await text()).toBe('TitleBig words below');
    await press('Control+z');
    expect(await text()).toBe('Title');
    await press('Control+Shift+z');
    expect([await text(), await shown()]).toEqual(['TitleBig words below', 'TitleBig words below']);
  });

  it('[TEXT-56] no more is written than fits', async () => {
    await mount({ maxLength: 8 });
    await page.keyboard.type(' wide');
    expect([await text(), await shown()]).toEqual(['Title wi', 'Title wi']);
    await press('Home');
    await page.keyboard.type('x');
    expect([await text(), await shown()]).toEqual(['Title wi', 'Title wi']);
    await press('Control+a');
    await page.keyboard.insertText('1234567😀');
    expect([await text(), await shown()]).toEqual(['1234567', '1234567']);
  });

  it('[TEXT-57] an input method is left alone while it is at work, and what others wrote meanwhile is kept', async () => {
    await mount();
    await press('Home');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await others(0, 0, 'A ');
    await others(7, 0, ' Z');
    expect([await text(), await shown()]).toEqual(['A Title Z', 'にTitle']);
    await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    await client.send('Input.insertText', { text: '日本' });
    await expect.poll(text).toMatch(/^(日本A |A 日本)Title Z$/);
    expect(await shown()).toBe(await text());
    await page.keyboard.type('!');
    expect(await text()).toMatch(/日本!/);
  });

  it('[TEXT-58] emoji of one block stay whole', async () => {
    await mount();
    await press('Control+a');
    await page.keyboard.insertText('😀');
    await press('Home');
    await page.keyboard.insertText('😁');
    await press('Control+a');
    await page.keyboard.insertText('😂');
    expect([await text(), await shown()]).toEqual(['😂', '😂']);
  });

  it('[TEXT-59] words beside an icon are written in a span that goes again', async () => {
    const before = await frame.locator('#more').evaluate((host) => host.outerHTML);
    await page.evaluate(() => {
      const plain = window.person.plain('label', { frame: true, host: 'more' });
      plain.focus('end');
      Object.assign(window, { plain });
    });
    await page.keyboard.type(' of it');
    await page.evaluate(() => (window as never as { plain: { destroy(): void } }).plain.destroy());
    expect(await frame.locator('#more').evaluate((host) => host.outerHTML)).toBe(
      before.replace('More', 'More of it'),
    );
    expect(
      await page.evaluate(() => {
        try {
          window.person.plain('title', { frame: true, host: 'more' });
          return 'none';
        } catch (error) {
          return (error as Error).message;
        }
      }),
    ).toContain('Hand in the element right around the words.');
  });

  it('[TEXT-60] words dropped on it are plain', async () => {
    await mount();
    await frame.locator('#body p').evaluate((source) => {
      source.innerHTML = '<b>shop</b>';
      source.ownerDocument.getSelection()!.selectAllChildren(source);
    });
    const from = (await frame.locator('#body b').boundingBox())!;
    const to = (await frame.locator('#title').boundingBox())!;
    await page.mouse.move(from.x + 6, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(to.x + 6, to.y + 10, { steps: 6 });
    await page.mouse.move(to.x + 2, to.y + 10, { steps: 6 });
    await page.mouse.up();
    await expect.poll(text).toBe('shopTitle');
    expect(await frame.locator('#title').evaluate((host) => host.innerHTML)).toBe('shopTitle');
  });
});
