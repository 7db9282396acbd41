import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { anyHtml } from '../testing/any-html.ts';
import { htmlToRichText, normaliseRichText, richTextToHtml } from './rich-text.ts';

function open(html: string): Y.XmlElement {
  const element = new Y.Doc().get('r/any/text', Y.XmlElement) as Y.XmlElement;
  htmlToRichText(html, element);
  return element;
}

const written = [
  '<p>Wash <strong>cold</strong>, see <a href="/care?a=1&amp;b=2" target="_blank" rel="noopener">how</a>.</p>',
  '<h2>Care</h2><h3>Wool</h3><h4>Felt</h4><p>a &lt; b &amp; c</p>',
  '<ul><li>One<br>line</li><li>Two<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol></li><li>Three</li></ul>',
  '<blockquote>Words <em>of</em> somebody</blockquote>',
  '<p><strong>a<em>b</em></strong><em>c</em> <u>d</u> <s>e</s> <code>f</code> H<sub>2</sub>O m<sup>2</sup></p>',
  '<p>a</p><p><br></p><p>b</p>',
  '<p><a href="https://example.org/">one</a><a href="mailto:a@b.c">two</a></p>',
  '',
];

describe('HTML of rich text', () => {
  test.each(written)('[RICH-1] %j comes back as it was written', (html) => {
    expect(richTextToHtml(open(html))).toBe(html);
    expect(normaliseRichText(html)).toBe(html);
  });

  test.each([
    ['words only', '<p>words only</p>'],
    ['<p>  a \n <b>b</b> </p>', '<p>a <strong>b</strong></p>'],
    ['<h1>a</h1><h6>b</h6>', '<h2>a</h2><h4>b</h4>'],
    ['<blockquote><p>a</p><p>b</p></blockquote><p>c</p>', '<blockquote>a<br>b</blockquote><p>c</p>'],
    ['<ul><li><p>a</p></li><li><h3>b</h3><p>c</p></li></ul>', '<ul><li>a</li><li>b<br>c</li></ul>'],
    ['<pre>a\n  b</pre>', '<p><code>a<br>\u00a0 b</code></p>'],
    ['<p>a<hr>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a<a href="javascript:x()">b</a><a>c</a></p>', '<p>abc</p>'],
    ['<p>&copy; &#8364; &unheard;</p>', '<p>© € &amp;unheard;</p>'],
    ['<p>a<script>b</script><!-- c --></p>', '<p>a</p>'],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['<p></p>', ''],
  ])('[RICH-2] %j becomes what is nearest', (html, nearest) => {
    expect(normaliseRichText(html)).toBe(nearest);
    expect(richTextToHtml(open(html))).toBe(nearest);
  });
});

describe('a rich text that was kept with an element for each kind of block', () => {
  function openOld(): Y.XmlElement {
    const element = open('');
    element.delete(0, element.length);
    const [heading, quote] = [new Y.XmlElement('heading'), new Y.XmlElement('quote')];
    heading.setAttribute('__tag', 'h3');
    for (const each of [heading, quote]) each.insert(0, [new Y.XmlText('words')]);
    element.insert(0, [heading, quote]);
    return element;
  }

  test('[RICH-10] says the same, and is left alone by HTML that says the same', () => {
    const element = openOld();
    const before = Y.encodeStateVector(element.doc!);
    const html = richTextToHtml(element);
    expect(html).toBe('<h3>words</h3><blockquote>words</blockquote>');
    htmlToRichText(html, element);
    expect(Y.encodeStateVector(element.doc!)).toEqual(before);
    htmlToRichText('<h2>words</h2><p>words</p>', element);
    expect(richTextToHtml(element)).toBe('<h2>words</h2><p>words</p>');
  });

  test('[RICH-10] is not written any more: a block of another kind is the same element', () => {
    const element = open('<p>words</p>');
    const [block] = element.toArray();
    for (const html of ['<h2>words</h2>', '<blockquote>words</blockquote>', '<p>words</p>']) {
      htmlToRichText(html, element);
      expect(richTextToHtml(element)).toBe(html);
      expect(element.get(0)).toBe(block);
    }
  });
});

describe('any HTML', () => {
  test('[RICH-3] is the same after it went through a rich text once, and the tree says what the HTML says', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const once = normaliseRichText(html);
        expect(normaliseRichText(once)).toBe(once);
        expect(richTextToHtml(open(html))).toBe(once);
        expect(richTextToHtml(open(once))).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('[RICH-4] comments end where browsers end them', () => {
    for (const comment of ['<!---->', '<!-->', '<!--->', '<!-- > -- -->', '<!-- --!>'])
      expect(normaliseRichText(`${comment}a`)).toBe('<p>a</p>');
    expect(normaliseRichText('<!-- a')).toBe('');
  });

  test('[RICH-4] keeps its words', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        // Without comments, tags, and references to characters, known or not.
        const words = (text: string) =>
          text
            .replace(/<!--(-?>|[\s\S]*?(--!?>|$))/g, '')
            .replace(/<[a-z/!?][^>]*>|<[a-z/!?][\s\S]*$/gi, '')
            .replace(/(&amp;|&)[a-z]+;|[^a-z]/g, '');
        expect(words(normaliseRichText(html))).toBe(words(html));
      }),
      { numRuns: 1000 },
    );
  });

  test('[RICH-5] replaces any other, changing only what differs', () => {
    fc.assert(
      fc.property(anyHtml, anyHtml, (before, after) => {
        const element = open(before);
        htmlToRichText(after, element);
        expect(richTextToHtml(element)).toBe(normaliseRichText(after));
        const state = Y.encodeStateVector(element.doc!);
        htmlToRichText(after, element);
        expect(Y.encodeStateVector(element.doc!)).toEqual(state);
      }),
      { numRuns: 2000 },
    );
  });

  test('[RICH-6] of great length is read in one pass', () => {
    for (const unit of [
      '<a b="',
      '<!--',
      '<script>',
      '</',
      '< ',
      '<p ',
      '&#',
      "<a x='",
      '<li>',
      '<strong>',
    ]) {
      expect(() => normaliseRichText(unit.repeat(10_000))).not.toThrow();
    }
  });
});

test('[RICH-7] What is not changed stays the same text, so that others go on typing in it', () => {
  const element = open('<p>one two three</p><p>four</p><ul><li>five</li><li>six</li></ul>');
  const [first, second, list] = element.toArray() as Y.XmlElement[];
  const text = second!.get(0);
  htmlToRichText('<p>one 2 three</p><h2>new</h2><p>four</p><ul><li>six</li><li>seven</li></ul>', element);
  expect(element.toArray()).toEqual([first, expect.anything(), second, list]);
  expect(second!.get(0)).toBe(text);
});
