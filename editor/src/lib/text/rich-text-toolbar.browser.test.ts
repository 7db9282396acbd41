import type { FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openTextLab, pressKeys, type TextLab } from './testing/text-lab.ts';

let lab: TextLab;
let page: Page;
let frame: FrameLocator;

beforeAll(async () => {
  if (!chromiumPath) return;
  lab = await openTextLab(new URL('./testing/toolbar-page.tsx', import.meta.url));
  page = await lab.open();
});
afterAll(() => lab?.close());

beforeEach(async () => {
  await lab.again(page);
  frame = page.frameLocator('iframe');
  await field().waitFor();
});
afterEach(async () => {
  expect(await page.evaluate(() => window.person.errors)).toEqual([]);
});

const field = () => page.getByRole('textbox', { name: 'Body' });
const toolbar = () => page.getByRole('toolbar', { name: 'Format: Body' });
const button = (name: string) => toolbar().getByRole('button', { name, exact: true });
const html = () => page.evaluate(() => window.person.html('body'));
const press = (...keys: string[]) => pressKeys(page, ...keys);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe.skipIf(!chromiumPath)('the toolbar of a rich text', () => {
  it('[TEXT-70] shows what the selection is, and changes it without taking the caret away', async () => {
    await field().click();
    await page.keyboard.type('one two');
    await press('Control+Shift+ArrowLeft');
    await button('Bold').click();
    expect(await html()).toBe('<p>one <strong>two</strong></p>');
    await expect.poll(() => button('Bold').getAttribute('aria-pressed')).toBe('true');
    expect(await focused()).toBe('Body');
    await page.keyboard.type('2');
    await press('Home');
    await expect.poll(() => button('Bold').getAttribute('aria-pressed')).toBe('false');
    await button('Bullet list').click();
    expect(await html()).toBe('<ul><li>one <strong>2</strong></li></ul>');
    await expect.poll(() => button('Bullet list').getAttribute('aria-pressed')).toBe('true');
  });

  it('[TEXT-71] a kind of text is chosen by name', async () => {
    await field().click();
    await page.keyboard.type('Title');
    await toolbar().getByRole('button', { name: 'Kind of text: Paragraph' }).click();
    await page.getByRole('menuitemradio', { name: /Heading 3/ }).click();
    await toolbar().getByRole('button', { name: 'Kind of text: Heading 3' }).waitFor();
    await expect.poll(focused).toBe('Body');
    await page.keyboard.type('!');
    expect(await html()).toBe('<h3>Title!</h3>');
    await press('Control+z', 'Control+z');
    expect(await html()).toBe('<p>Title</p>');
  });

  it('[TEXT-72] it is one stop of the Tab key, with arrows between the buttons', async () => {
    await field().click();
    await page.keyboard.type('words');
    await press('Control+a', 'Alt+F10');
    expect(await focused()).toBe('Kind of text: Paragraph');
    await press('ArrowRight');
    expect(await focused()).toBe('Bold');
    await press('Enter');
    expect(await html()).toBe('<p><strong>words</strong></p>');
    expect(await focused()).toBe('Bold');
    await press('End');
    expect(await focused()).toBe('Clear formatting');
    await press('ArrowRight', 'ArrowRight', 'Tab');
    expect(await focused()).toBe('Body');
    await press('Shift+Tab');
    expect(await focused()).toBe('Bold');
    await press('Escape');
    expect(await focused()).toBe('Body');
    await page.keyboard.type('all');
    expect(await html()).toBe('<p><strong>all</strong></p>');
  });

  it('[TEXT-73] without a picker of pages it asks for the address itself', async () => {
    await field().click();
    await page.keyboard.type('see us');
    await press('Control+Shift+ArrowLeft', 'Control+k');
    const address = page.getByLabel('Address');
    await address.waitFor();
    await page.keyboard.type('javascript:alert(1)');
    await press('Enter');
    expect(await html()).toBe('<p>see us</p>');
    await address.fill('/about');
    await press('Enter');
    await expect.poll(html).toBe('<p>see <a href="/about">us</a></p>');
    await expect.poll(focused).toBe('Body');
    await expect.poll(() => button('Link').getAttribute('aria-pressed')).toBe('true');
    await button('Link').click();
    expect(await address.inputValue()).toBe('/about');
    await press('Escape');
    await button('Remove link').click();
    expect(await html()).toBe('<p>see us</p>');
  });

  it('[TEXT-74] above a text in an iframe it stands at the selected words, and leaves with the caret', async () => {
    await page.evaluate(() => window.showToolbar());
    const host = frame.locator('#body');
    await host.click();
    await page.keyboard.type('Written in the page of the shop');
    const floating = page.locator('div[data-text-toolbar]:has(> [data-placement="floating"])');
    await floating.waitFor();
    await press('Home', 'Control+Shift+ArrowRight');
    await expect
      .poll(async () => {
        const words = (await host.boundingBox())!;
        const box = (await floating.boundingBox())!;
        return Math.round(words.y - (box.y + box.height));
      })
      .toBe(8);
    await floating.getByRole('button', { name: 'Italic' }).click();
    expect(await html()).toMatch(/^<p><em>Written ?<\/em>/);
    await page.keyboard.type('So ');
    expect(await html()).toMatch(/^<p><em>So ?<\/em>/);
    await press('Alt+F10');
    expect(await focused()).toBe('Kind of text: Paragraph');
    await press('Escape');
    await page.keyboard.type('then ');
    expect(await html()).toMatch(/^<p><em>So then ?<\/em>/);
    // The field beside it shows the same words.
    expect(await field().innerText()).toMatch(/^So/);
    await page.evaluate(() => {
      document.querySelector('iframe')!.style.transform = 'scale(0.5)';
      window.dispatchEvent(new Event('resize'));
    });
    await expect
      .poll(async () => {
        const words = (await host.boundingBox())!;
        const box = (await floating.boundingBox())!;
        return Math.round(words.y - (box.y + box.height));
      })
      .toBe(8);
    await field().click();
    await expect.poll(() => floating.isVisible()).toBe(false);
  });
});
