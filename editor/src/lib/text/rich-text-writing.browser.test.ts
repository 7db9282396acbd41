import type { FrameLocator, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openTextLab, pressKeys, type TextLab } from './testing/text-lab.ts';

let lab: TextLab;
let page: Page;
let frame: FrameLocator;
let body: Locator;

beforeAll(async () => {
  if (!chromiumPath) return;
  lab = await openTextLab();
  page = await lab.open();
});
afterAll(() => lab?.close());

beforeEach(async () => {
  await lab.again(page);
  frame = page.frameLocator('iframe');
  body = frame.locator('#body');
  await page.evaluate(() => {
    window.person.begin();
    window.person.rich('body', { frame: true, placeholder: 'Write here', href: '/sale' });
  });
});
afterEach(async () => {
  expect(await page.evaluate(() => window.person.errors)).toEqual([]);
});

const html = () => page.evaluate(() => window.person.html('body'));
const state = () =>
  page.evaluate(() => {
    const { marks, ...others } = window.person.mounted.body!.state();
    return { ...others, marks: [...marks] };
  });
const press = (...keys: string[]) => pressKeys(page, ...keys);
const type = (words: string) => page.keyboard.type(words);

/** Puts it into the real clipboard; the shell must have the focus for that. */
async function copy(data: Record<string, string>) {
  await page.evaluate(async (types) => {
    window.focus();
    const item = new ClipboardItem(
      Object.fromEntries(
        Object.entries(types).map(([kind, text]) => [kind, new Blob([text], { type: kind })]),
      ),
    );
    await navigator.clipboard.write([item]);
  }, data);
}

describe.skipIf(!chromiumPath)('writing a rich text in the page of an iframe', () => {
  it('[TEXT-20] a click puts the caret where it was, and typing writes there', async () => {
    await body.click();
    await type('Hello world');
    const word = await body.evaluate((host) => {
      const range = host.ownerDocument.createRange();
      const text = host.querySelector('span')!.firstChild!;
      range.setStart(text, 5);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    });
    await body.evaluate((host) => (host as HTMLElement).blur());
    await page.evaluate((point) => window.person.mounted.body!.focus(point), word);
    await type(',');
    expect(await html()).toBe('<p>Hello, world</p>');
    expect((await state()).isFocused).toBe(true);
  });

  it('[TEXT-21] a word chosen with the mouse is what a command is done to', async () => {
    await body.click();
    await type('one two three');
    await body.getByText('one two three').dblclick({ position: { x: 40, y: 8 } });
    await press('Control+b');
    expect(await html()).toBe('<p>one <strong>two</strong> three</p>');
    await expect.poll(async () => (await state()).marks).toEqual(['bold']);
  });

  it('[TEXT-22] every shortcut does what it says', async () => {
    await body.click();
    await type('words');
    await press('Control+a', 'Control+b', 'Control+i', 'Control+u', 'Control+Shift+X', 'Control+e');
    expect(await html()).toBe('<p><strong><em><u><s><code>words</code></s></u></em></strong></p>');
    await press('Control+Backslash', 'Control+Alt+2');
    expect(await html()).toBe('<h2>words</h2>');
    await press('Control+Alt+4');
    expect(await html()).toBe('<h4>words</h4>');
    await press('Control+Shift+9');
    expect(await html()).toBe('<blockquote>words</blockquote>');
    await press('Control+Shift+8');
    expect(await html()).toBe('<ul><li>words</li></ul>');
    await press('Control+Shift+7');
    expect(await html()).toBe('<ol><li>words</li></ol>');
    await press('Control+Alt+0');
    expect(await html()).toBe('<p>words</p>');
  });

  it('[TEXT-23] signs at the start of a line make headings, lists and quotes; one undo gives them back', async () => {
    await body.click();
    await type('## Title');
    await press('Enter');
    await type('> said');
    await press('Enter');
    await type('- one');
    await press('Enter', 'Enter');
    await type('1. first');
    expect(await html()).toBe(
      '<h2>Title</h2><blockquote>said</blockquote><ul><li>one</li></ul><ol><li>first</li></ol>',
    );
    await press('Enter', 'Enter');
    await type('### ');
    await press('Control+z');
    expect(await html()).toMatch(/<p>###<\/p>$/);
  });

  it('[TEXT-24] Tab moves an item in and Shift+Tab out; elsewhere it leaves the text', async () => {
    await body.click();
    await type('- one');
    await press('Enter', 'Tab');
    await type('two');
    await press('Enter');
    await type('three');
    await press('Shift+Tab');
    expect(await html()).toBe('<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>');
    await press('Enter', 'Enter');
    await type('after');
    await press('Tab');
    expect((await state()).isFocused).toBe(false);
  });

  it('[TEXT-25] Shift+Enter breaks the line, Esc leaves', async () => {
    await body.click();
    await type('one');
    await press('Shift+Enter');
    await type('two');
    expect(await html()).toBe('<p>one<br>two</p>');
    await press('Escape');
    expect(await page.evaluate(() => window.person.exits)).toEqual(['escape']);
  });

  it("[TEXT-26] Ctrl+Z and Ctrl+Y are the page's undo", async () => {
    await body.click();
    await type('one');
    await press('Control+z');
    expect(await html()).toBe('');
    await press('Control+y');
    expect(await html()).toBe('<p>one</p>');
    await press('Control+Shift+z');
    expect(await html()).toBe('<p>one</p>');
  });

  it('[TEXT-27] a link is asked for, shown, changed as a whole and taken away', async () => {
    await body.click();
    await type('see our sale');
    await press('Control+Shift+ArrowLeft', 'Control+k');
    await expect.poll(html).toBe('<p>see our <a href="/sale">sale</a></p>');
    // The browser tells of a moved caret a moment later.
    const link = async () => (await state()).link;
    await press('ArrowLeft', 'ArrowLeft');
    await expect.poll(link).toBeUndefined();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(link).toEqual({ href: '/sale' });
    await page.evaluate(() => window.person.mounted.body!.run({ kind: 'link', href: '/shop' }));
    expect(await html()).toBe('<p>see our <a href="/shop">sale</a></p>');
    await page.evaluate(() => window.person.mounted.body!.run({ kind: 'link', href: 'javascript:alert(1)' }));
    expect(await html()).toBe('<p>see our <a href="/shop">sale</a></p>');
    await page.evaluate(() => window.person.mounted.body!.run({ kind: 'link', href: null }));
    expect(await html()).toBe('<p>see our sale</p>');
  });

  it('[TEXT-28] formatted words from the clipboard come in clean, as one step', async () => {
    await body.click();
    await type('Before ');
    await copy({
      'text/html':
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">bold</span> and <a href="javascript:x()">bad</a></p><ul><li>item</li></ul></b>',
      'text/plain': 'bold and bad item',
    });
    await body.click();
    await press('End', 'Control+v');
    await expect.poll(html).toBe('<p>Before <strong>bold</strong> and bad</p><ul><li>item</li></ul>');
    await press('Control+z');
    expect(await html()).toBe('<p>Before\u00a0</p>');
  });

  it('[TEXT-29] an address pasted over words links them', async () => {
    await body.click();
    await type('our shop');
    await copy({ 'text/plain': 'https://example.com/a?b=1' });
    await body.click();
    await press('Control+a', 'Control+v');
    await expect.poll(html).toBe('<p><a href="https://example.com/a?b=1">our shop</a></p>');
  });

  it('[TEXT-30] what is copied here comes back the same', async () => {
    await body.click();
    await type('## Head');
    await press('Enter');
    await type('- one');
    await press('Enter', 'Tab');
    await type('two');
    await press('Control+a', 'Control+c', 'ArrowRight', 'Enter', 'Enter', 'Enter', 'Control+v');
    const expected = '<h2>Head</h2><ul><li>one<ul><li>two</li></ul></li></ul>';
    await expect.poll(html).toBe(`${expected}${expected}`);
  });

  it('[TEXT-97] a heading broken in two is two, behind it comes a paragraph, and Backspace at its start makes it one', async () => {
    await body.click();
    await type('## onetwo');
    await press('Enter');
    await type('words');
    expect(await html()).toBe('<h2>onetwo</h2><p>words</p>');
    expect(await body.locator('h2').innerText()).toBe('onetwo');
    await press('ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(await html()).toBe('<h2>one</h2><h2>two</h2><p>words</p>');
    await press('Enter');
    expect(await html()).toBe('<h2>one</h2><p><br></p><h2>two</h2><p>words</p>');
    await type('and ');
    await press('Home', 'Backspace');
    expect(await html()).toBe('<h2>one</h2><p><br></p><p>and two</p><p>words</p>');
    expect(await body.locator('h2').count()).toBe(1);
  });

  it('[TEXT-98] headings and quotes from the clipboard are what they are here', async () => {
    await copy({ 'text/html': '<h1>Head</h1><p>words</p><blockquote>said</blockquote><h5>end</h5>' });
    await body.click();
    await press('Control+v');
    await expect.poll(html).toBe('<h2>Head</h2><p>words</p><blockquote>said</blockquote><h4>end</h4>');
    const names = () =>
      page.evaluate(() =>
        window.person.page
          .richText('n', 'body')
          .toArray()
          .map((part) => ('nodeName' in part ? part.nodeName : '')),
      );
    expect(await names()).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
    await press('Control+z');
    expect(await html()).toBe('');
  });

  it('[TEXT-31] words are dragged to another place', async () => {
    await body.click();
    await type('one two three');
    const text = body.getByText('one two three');
    await text.dblclick({ position: { x: 8, y: 8 } });
    const box = (await text.boundingBox())!;
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 8, { steps: 4 });
    await page.mouse.move(box.x + box.width - 1, box.y + 8, { steps: 6 });
    await page.mouse.up();
    await expect.poll(html).toMatch(/^<p>(\u00a0| )?two three ?one<\/p>$/);
  });

  it('[TEXT-36] what is dragged in from elsewhere comes in clean', async () => {
    await body.click();
    await type('one two');
    await body.evaluate((host) => {
      const source = host.ownerDocument.createElement('p');
      source.innerHTML = '<b style="color:red">heavy</b><img src="data:,">';
      host.before(source);
      host.ownerDocument.getSelection()!.selectAllChildren(source);
    });
    const from = (await frame.locator('main > p b').boundingBox())!;
    const to = (await body.getByText('one two').boundingBox())!;
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y + 8, { steps: 6 });
    await page.mouse.move(to.x + to.width - 1, to.y + 8, { steps: 6 });
    await page.mouse.up();
    await expect.poll(html).toBe('<p>one two<strong>heavy</strong></p>');
  });

  it('[TEXT-32] an emoji beside and over another stays whole, for undo too', async () => {
    await body.click();
    await page.keyboard.insertText('😀');
    await press('Home');
    await page.keyboard.insertText('😁');
    expect(await html()).toBe('<p>😁😀</p>');
    await page.evaluate(() => window.person.undo.openStep()());
    await press('Control+a');
    await page.keyboard.insertText('😂');
    expect(await html()).toBe('<p>😂</p>');
    await press('Control+z');
    expect(await html()).toBe('<p>😁😀</p>');
  });

  it('[TEXT-33] an input method writes its word once', async () => {
    await body.click();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    await client.send('Input.insertText', { text: '日本' });
    await type('!');
    expect(await html()).toBe('<p>日本!</p>');
  });

  it('[TEXT-34] an empty text says what to write, and its element is given back as it was', async () => {
    expect(await body.getAttribute('data-vt-placeholder')).toBe('Write here');
    const before = await body.evaluate((host) => getComputedStyle(host, '::before').content);
    expect(before).toBe('"Write here"');
    await body.click();
    await type('x');
    expect(await body.getAttribute('data-vt-placeholder')).toBeNull();
    await press('Control+u');
    await type('y');
    expect(await body.getByText('y').evaluate((word) => getComputedStyle(word).textDecorationLine)).toBe(
      'underline',
    );
    await page.evaluate(() => window.person.mounted.body!.destroy());
    expect(await body.evaluate((host) => host.outerHTML)).toBe('<div id="body"><p>x<u>y</u></p></div>');
  });

  it('[TEXT-35] what a text may not hold is neither made nor pasted', async () => {
    await page.evaluate(
      () => void window.person.rich('more', { frame: true, host: 'second', formats: ['bold'] }),
    );
    const second = frame.locator('#second');
    await second.click();
    await type('## no');
    await press('Control+i', 'Control+Alt+2', 'Control+Shift+8');
    await copy({ 'text/html': '<h2>head <i>x</i></h2><p><b>y</b></p>' });
    await second.click();
    await press('Control+End', 'Control+v');
    await expect
      .poll(() => page.evaluate(() => window.person.html('more')))
      .toBe('<p>## nohead x</p><p><strong>y</strong></p>');
  });
});
