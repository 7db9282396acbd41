import { createHeadlessEditor } from '@lexical/headless';
import { registerList, registerListStrictIndentTransform } from '@lexical/list';
import { PageInYdoc } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import fc from 'fast-check';
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type PointType,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bindRichText } from './bind-rich-text.ts';
import { registerBlockKinds } from './block-kind.ts';
import { richTextNodes } from './rich-text-nodes.ts';
import { $runTextCommand } from './run-text-command.ts';
import { exchange, type HeadlessPerson, headlessPerson } from './testing/headless-person.ts';
import { blockFormats, marks, type TextCommand } from './text-format.ts';

interface Act {
  readonly who: 0 | 1;
  readonly deed: Deed;
  readonly from: number;
  readonly to: number;
}

type Deed =
  | { readonly kind: 'type'; readonly words: string }
  | { readonly kind: 'over'; readonly words: string }
  | { readonly kind: 'enter' | 'line' | 'delete' }
  | { readonly kind: 'undo' | 'redo' | 'meet' }
  | TextCommand;

const words = fc.constantFrom('a', 'word ', 'é', '日本', '😀', '😁', '😂x', '👍🏽');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), words }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('over' as const), words }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('enter' as const, 'line' as const, 'delete' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'meet' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('block' as const), block: fc.constantFrom(...blockFormats) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('mark' as const), mark: fc.constantFrom(...marks) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('link' as const), href: fc.constantFrom('/a', '/b', null) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('indent' as const, 'outdent' as const, 'clear' as const) }),
  },
);
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  deed,
  from: fc.nat(60),
  to: fc.nat(60),
});

/** A place counted from the start of the text, over and over; never inside a character. */
function $put(point: PointType, place: number): void {
  const texts = $getRoot().getAllTextNodes();
  const length = texts.reduce((sum, text) => sum + text.getTextContentSize() + 1, 0);
  let left = length === 0 ? 0 : place % length;
  for (const text of texts) {
    const content = text.getTextContent();
    if (left <= content.length) {
      const isInside = /[\udc00-\udfff]/.test(content.charAt(left)) && left > 0;
      point.set(text.getKey(), isInside ? left - 1 : left, 'text');
      return;
    }
    left -= content.length + 1;
  }
  let block = $getRoot().getFirstChild();
  while ($isElementNode(block) && $isElementNode(block.getFirstChild())) block = block.getFirstChild();
  if (block) point.set(block.getKey(), 0, 'element');
}

function $do(deed: Deed, { from, to }: Act): void {
  if ($getRoot().isEmpty()) return;
  const range = $createRangeSelection();
  $put(range.anchor, from);
  const isPoint = deed.kind === 'type' || deed.kind === 'enter' || deed.kind === 'line';
  $put(range.focus, isPoint ? from : to);
  $setSelection(range);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  switch (deed.kind) {
    case 'type':
    case 'over':
      selection.insertText(deed.words);
      break;
    case 'enter':
      selection.insertParagraph();
      break;
    case 'line':
      selection.insertLineBreak();
      break;
    case 'delete':
      selection.removeText();
      break;
    case 'undo':
    case 'redo':
    case 'meet':
      break;
    default:
      $runTextCommand(deed);
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** They talk until neither has news; what Lexical tidies up after a change is news too. */
async function meet(a: HeadlessPerson, b: HeadlessPerson): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    exchange(a, b);
    await turn();
    const [left, right] = [a, b].map(({ doc }) => Y.encodeStateVector(doc).toString());
    if (left === right) return;
  }
  throw new Error('The two go on telling each other news for ever.');
}

describe('a rich text and two people who are apart and meet again', () => {
  test('[TEXT-90] both see the same, and what a newcomer would see, whatever they did', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 50 }), async (acts) => {
        const people = [headlessPerson(1), headlessPerson(2)] as const;
        const [a, b] = people;
        for (const each of [...acts, { who: 0, deed: { kind: 'meet' }, from: 0, to: 0 } as const]) {
          const person = people[each.who];
          const { deed } = each;
          if (deed.kind === 'undo') person.undo.undo();
          else if (deed.kind === 'redo') person.undo.redo();
          else if (deed.kind === 'meet') await meet(a, b);
          else if ('words' in deed) person.change(() => $do(deed, each));
          else person.undo.step(() => person.change(() => $do(deed, each)));
          await turn();
          // Lexical 0.52 itself fails at some changes across blocks; it then changes nothing.
          for (const error of person.errors()) expect(error.message).toMatch(knownOfLexical);
          if (deed.kind !== 'meet') continue;
          expect([...a.errors(), ...b.errors()]).toEqual([]);
          expect(b.html()).toBe(a.html());
          expect(a.html()).not.toContain('\ufffd');
          expect(a.shown()).toEqual(a.shownToNewcomer());
          expect(b.shown()).toEqual(b.shownToNewcomer());
        }
      }),
      { numRuns: Number(process.env.TEXT_FUZZ_RUNS ?? 60) },
    );
  });
});

const knownOfLexical = /\$getTextNodeOffset: invalid offset|block ElementNode ancestor/;

describe('words of others', () => {
  test('[TEXT-91] undoing a heading leaves what others wrote in it', () => {
    const [a, b] = [headlessPerson(), headlessPerson()];
    a.type('mine');
    exchange(a, b);
    a.run({ kind: 'block', block: 'h2' });
    exchange(a, b);
    b.type(' theirs');
    exchange(a, b);
    a.undo.undo();
    exchange(a, b);
    expect([a.html(), b.html()]).toEqual(['<p>mine theirs</p>', '<p>mine theirs</p>']);
    a.undo.redo();
    expect(a.html()).toBe('<h2>mine theirs</h2>');
  });

  test('[TEXT-92] another level of a heading takes nothing from who writes in it at the same time', () => {
    const [a, b] = [headlessPerson(), headlessPerson()];
    a.type('mine');
    a.run({ kind: 'block', block: 'h2' });
    exchange(a, b);
    a.run({ kind: 'block', block: 'h3' });
    b.type(' theirs');
    exchange(a, b);
    expect([a.html(), b.html()]).toEqual(['<h3>mine theirs</h3>', '<h3>mine theirs</h3>']);
  });

  test('[TEXT-94] typed while somebody else changes the kind of their block stay, whatever the kinds', () => {
    const kind = fc.constantFrom(
      'paragraph' as const,
      'h2' as const,
      'h3' as const,
      'h4' as const,
      'quote' as const,
    );
    fc.assert(
      fc.property(kind, fc.array(fc.tuple(kind, kind), { maxLength: 6 }), (first, rounds) => {
        const [a, b] = [headlessPerson(1), headlessPerson(2)];
        a.type('mine');
        a.run({ kind: 'block', block: first });
        exchange(a, b);
        const words = ['mine'];
        for (const [mine, theirs] of rounds) {
          a.run({ kind: 'block', block: mine });
          b.type(` ${words.length}`);
          b.run({ kind: 'block', block: theirs });
          words.push(String(words.length));
          exchange(a, b);
          expect(a.html()).toBe(b.html());
          expect(a.html().replace(/<[^>]*>/g, '')).toBe(words.join(' '));
          expect(a.shown()).toEqual(a.shownToNewcomer());
          expect(b.shown()).toEqual(b.shownToNewcomer());
        }
      }),
    );
  });

  test('[TEXT-95] two who make a paragraph the same heading at the same moment get one', () => {
    const [a, b] = [headlessPerson(), headlessPerson()];
    a.type('mine');
    exchange(a, b);
    for (const person of [a, b]) person.run({ kind: 'block', block: 'h2' });
    exchange(a, b);
    expect([a.html(), b.html()]).toEqual(['<h2>mine</h2>', '<h2>mine</h2>']);
  });

  test('[TEXT-96] of a text that was kept with an element for each kind stay what they are', () => {
    const a = headlessPerson();
    a.doc.transact(() => {
      a.element.delete(0, a.element.length);
      const [heading, quote] = [new Y.XmlElement('heading'), new Y.XmlElement('quote')];
      heading.setAttribute('__tag', 'h3');
      heading.insert(0, [new Y.XmlText('Old')]);
      quote.insert(0, [new Y.XmlText('Said')]);
      a.element.insert(0, [heading, quote]);
    });
    expect(a.html()).toBe('<h3>Old</h3><blockquote>Said</blockquote>');
    a.type('!');
    expect(a.html()).toBe('<h3>Old</h3><blockquote>Said!</blockquote>');
    expect(a.element.toArray().map((part) => (part as Y.XmlElement).nodeName)).toEqual(['heading', 'quote']);
    a.run({ kind: 'block', block: 'paragraph' });
    expect(a.html()).toBe('<h3>Old</h3><p>Said!</p>');
  });

  test('[TEXT-93] an empty text that is only looked at is not written to', () => {
    const a = headlessPerson();
    a.doc.transact(() => a.element.delete(0, a.element.length));
    const before = Y.encodeStateVector(a.doc);
    expect(a.shownToNewcomer()).toEqual([]);
    expect(Y.encodeStateVector(a.doc)).toEqual(before);
    expect(a.undo.canUndo).toBe(false);
  });
});

test('[TEXT-99] a text that is opened, with all that watches over it, is left as it is', async () => {
  const shapes = () => ({ body: { kind: 'rich-text' as const } });
  const body =
    '<h2>Head</h2><p>plain <strong>bold</strong> <a href="/a">link</a></p><blockquote>said</blockquote><ul><li>one</li><li>two<ol><li>in</li></ol></li></ul><ol><li>1</li><li>2</li></ol>';
  const doc = new Y.Doc();
  const page = makePage({ nodes: [makeNode('text', { id: 'n', props: { body } })] });
  PageInYdoc.fill(doc, page, shapes);
  const element = new PageInYdoc(doc, shapes).richText('n', 'body');
  const before = Y.encodeStateVector(doc);
  let updates = 0;
  doc.on('update', () => updates++);
  const editor = createHeadlessEditor({ nodes: [...richTextNodes] });
  bindRichText({ element, doc, editor, id: 'n/body' });
  registerList(editor);
  registerListStrictIndentTransform(editor);
  registerBlockKinds(editor);
  // What is registered looks over all there is, a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  expect(updates).toBe(0);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
