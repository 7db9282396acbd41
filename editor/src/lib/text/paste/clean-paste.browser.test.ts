import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openTextLab, type TextLab } from '../testing/text-lab.ts';

let lab: TextLab;
let page: Page;

beforeAll(async () => {
  if (!chromiumPath) return;
  lab = await openTextLab();
  page = await lab.open();
});
afterAll(() => lab?.close());

const clean = (html: string) => page.evaluate((pasted) => window.person.cleanPaste(pasted), html);
const sample = (name: string) => readFile(new URL(`samples/${name}.txt`, import.meta.url), 'utf8');

describe.skipIf(!chromiumPath)('what is left of a paste', () => {
  it('[PASTE-1] of Word: headings, nested lists without their dots, marks, links', async () => {
    expect(await clean(await sample('word'))).toBe(
      [
        '<h2>Care of oak</h2>',
        '<p>Oil it <strong>twice a year</strong>, <em>sparingly</em>, and never with <s>olive oil</s>.</p>',
        '<ul><li>A soft cloth</li><li>Oil<ul><li>hard wax, 30\u00a0°C at most</li></ul></li></ul>',
        '<ol><li>Rub it in.</li><li>Wait.</li></ol>',
        '<h3>Size</h3>',
        '<p>1.2 m<sup>2</sup>, see <a href="https://example.com/oak?a=1&amp;b=2">our page</a>.</p>',
        '<blockquote>It outlives us.</blockquote>',
        '<p>Height</p><p>75 cm</p>',
      ].join(''),
    );
  });

  it('[PASTE-2] of Word in the browser: items with their depth', async () => {
    expect(await clean(await sample('word-online'))).toBe(
      '<h2>Opening hours</h2><p>We are <strong>open</strong>:</p><ul><li>Monday<ul><li>from nine</li></ul></li><li>Tuesday</li></ul>',
    );
  });

  it('[PASTE-3] of Google Docs: not bold because of its wrapper, links without their detour', async () => {
    expect(await clean(await sample('google-docs'))).toBe(
      [
        '<h2>Returns</h2>',
        '<p>Send it back within <strong>60 days</strong> to <a href="https://example.com/returns">this address</a>.<br>Keep the box.</p>',
        '<ul><li>Unused<ul><li>with label</li></ul></li><li><em>Complete</em></li></ul>',
        '<ol><li>Print</li><li>Send</li></ol>',
        '<p>Thank you</p>',
      ].join(''),
    );
  });

  it('[PASTE-4] of a web page: words of tables and layouts, no pictures, nothing that runs', async () => {
    expect(await clean(await sample('web'))).toBe(
      [
        '<h2>A <em>good</em> chair</h2>',
        '<p>First line<br>second line</p>',
        '<p>Another paragraph with <a href="/shop">a link</a> and <code>code</code> 😀.</p>',
        '<p>Material</p><p>Ash</p>',
        '<p><code>let a = 1;</code><br><code>let b = 2;</code></p>',
        '<h4>Deep</h4>',
        '<p>end</p>',
      ].join(''),
    );
  });

  it('[PASTE-5] unsafe addresses go, their words stay', async () => {
    expect(
      await clean(
        '<p><a href="javascript:alert(1)">a</a> <a href=" java\nscript:alert(1)">b</a> <a href="data:text/html,x">c</a> ' +
          '<a href="file:///C:/x.doc">d</a> <a href="#_Toc1">e</a> <a href="mailto:a@b.c" onclick="x()">f</a> <a name="x">g</a></p>',
      ),
    ).toBe('<p>a b c d e <a href="mailto:a@b.c">f</a> g</p>');
  });

  it('[PASTE-6] of marks only what is wanted, and of blocks', async () => {
    const html = '<h2>Head</h2><p><b>b</b> <i>i</i> <a href="/x">l</a></p><ul><li>item</li></ul>';
    expect(
      await page.evaluate(
        (pasted) => window.person.cleanPaste(pasted, { formats: new Set(['italic']) }),
        html,
      ),
    ).toBe('<p>Head</p><p>b <em>i</em> l</p><p>item</p>');
  });

  it('[PASTE-7] what is clean stays as it is', async () => {
    for (const name of ['word', 'word-online', 'google-docs', 'web']) {
      const once = await clean(await sample(name));
      expect(await clean(once)).toBe(once);
    }
    const kept =
      '<p>a <strong>b</strong> <strong><em>c</em></strong></p><ol><li>x<ul><li>y</li></ul></li></ol><blockquote>q<br>r</blockquote>';
    expect(await clean(kept)).toBe(kept);
  });

  it('[PASTE-8] spaces are what a reader sees', async () => {
    expect(
      await clean('<p>  a \n b&nbsp;&nbsp; c 10&nbsp;€ <span> d</span> </p>\n<p>&nbsp;</p><p>e<br></p>'),
    ).toBe('<p>a b c 10\u00a0€ d</p><p>e</p>');
    expect(await clean('plain <b>words</b> alone')).toBe('<p>plain <strong>words</strong> alone</p>');
    expect(await clean('<div>one</div><div><br></div><div>two<br><br>three</div>')).toBe(
      '<p>one</p><p>two</p><p>three</p>',
    );
    expect(await clean('')).toBe('');
  });
});
