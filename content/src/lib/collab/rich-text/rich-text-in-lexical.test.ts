import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeNode, makePage } from '../../testing/builders.ts';
import { PageInYdoc } from '../page-in-ydoc.ts';
import { PageUndo } from '../page-undo.ts';
import { anyHtml } from '../testing/any-html.ts';
import { bindLexical } from '../testing/bind-lexical.ts';
import { htmlToRichText, richTextToHtml } from './rich-text.ts';

const shapes = () => ({ body: { kind: 'rich-text' as const } });

function openElement(): Y.XmlElement {
  return new Y.Doc().get('r/any/body', Y.XmlElement) as Y.XmlElement;
}

/** Names, attributes, and texts with their formats, without empty texts and what the editor derives from them. */
function dump(type: unknown): unknown {
  if (type instanceof Y.XmlText) return type.toDelta();
  const element = type as Y.XmlElement;
  const { __textFormat: _, ...attributes } = element.getAttributes();
  const children = element.toArray().filter((child) => !(child instanceof Y.XmlText && child.length === 0));
  return [element.nodeName, attributes, children.map(dump)];
}

// Where a kind was taken away Lexical keeps an empty record of kinds.
const shownIn = (editor: LexicalEditor) => JSON.stringify(editor.getEditorState()).replaceAll(',"$":{}', '');

const everything =
  '<h2>Head <em>line</em></h2><p>plain <strong>bold</strong><br><u><s>both</s></u> <a href="/a" target="_blank" rel="noopener">a <code>link</code></a>.</p><blockquote>said</blockquote><ul><li>one</li><li>two<ol><li>sub</li><li>sub 2</li></ol></li><li>three</li></ul><ol><li>1</li></ol><p><br></p><p>end</p>';

describe('a rich text made of HTML', () => {
  test('[RICH-8] is what the text editor itself would have written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(everything), anyHtml), (html) => {
        const element = openElement();
        htmlToRichText(html, element);
        const before = Y.encodeStateVector(element.doc!);
        const { editor } = bindLexical(element.doc!, element);
        // Nothing for it to put right.
        expect(Y.encodeStateVector(element.doc!)).toEqual(before);

        const other = openElement();
        const second = bindLexical(other.doc!, other);
        second.editor.setEditorState(second.editor.parseEditorState(JSON.stringify(editor.getEditorState())));
        expect(dump(other)).toEqual(dump(element));
        expect(richTextToHtml(other)).toBe(richTextToHtml(element));
      }),
      { numRuns: 150 },
    );
  });

  test('[RICH-8] that is made to say something else shows it in an open editor at once', () => {
    fc.assert(
      fc.property(anyHtml, anyHtml, (before, after) => {
        const element = openElement();
        htmlToRichText(before, element);
        const { editor } = bindLexical(element.doc!, element);
        element.doc!.transact(() => htmlToRichText(after, element), 'somebody');
        const fresh = bindLexical(element.doc!, element);
        expect(shownIn(editor)).toBe(shownIn(fresh.editor));
      }),
      { numRuns: 100 },
    );
  });
});

describe('two people with the same text open', () => {
  const document = makePage({
    nodes: ['hero', 'grid', 'faq'].map((id) => makeNode('card', { id, props: { body: '' } })),
  });

  function open(clientID: number) {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    PageInYdoc.fill(doc, document, shapes);
    const page = new PageInYdoc(doc, shapes);
    const text = bindLexical(doc, page.richText('hero', 'body'));
    const undo = new PageUndo(page, { origins: [text.origin], now: () => 0 });
    return { doc, page, text, undo };
  }

  function sync(...all: readonly { readonly doc: Y.Doc }[]): void {
    for (const from of all) {
      for (const to of all) {
        if (from === to) continue;
        Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote');
      }
    }
  }

  test('[RICH-9] moving, typing, undoing and redoing never take the other one’s words', () => {
    const ada = open(1);
    const bob = open(2);
    sync(ada, bob);
    ada.text.type('Hello');
    sync(ada, bob);
    expect(bob.text.text()).toBe('Hello');

    bob.text.type(' from Bob');
    ada.page.move(['hero'], { parent: 'grid', slot: 'main' });
    sync(ada, bob);
    expect([ada.text.text(), bob.text.text()]).toEqual(['Hello from Bob', 'Hello from Bob']);
    expect(bob.page.children('grid', 'main')).toEqual(['hero']);

    ada.text.type(' again');
    ada.undo.undo();
    ada.undo.undo();
    sync(ada, bob);
    expect(bob.page.node('hero')?.parent).toBeUndefined();
    expect(bob.text.text()).toBe('Hello from Bob');
    ada.undo.undo();
    sync(ada, bob);
    expect([ada.text.text(), bob.text.text()]).toEqual([' from Bob', ' from Bob']);

    ada.undo.redo();
    ada.undo.redo();
    ada.undo.redo();
    sync(ada, bob);
    expect(bob.text.text()).toBe('Hello from Bob again');
    expect(bob.page.children('grid', 'main')).toEqual(['hero']);
    expect(ada.undo.canRedo).toBe(false);
  });

  test('[RICH-9] words written into a module while it is removed come back with it', () => {
    const ada = open(1);
    const bob = open(2);
    sync(ada, bob);
    ada.page.remove(['hero']);
    bob.text.type('meanwhile');
    sync(ada, bob);
    expect(bob.page.has('hero')).toBe(false);
    ada.undo.undo();
    sync(ada, bob);
    expect(bob.page.props('hero').body).toBe('<p>meanwhile</p>');
  });

  test('[RICH-9] who comes later sees what is there', () => {
    const ada = open(1);
    ada.text.editor.update(
      () => $getRoot().append($createParagraphNode().append($createTextNode('bold').setFormat(1))),
      { discrete: true },
    );
    const late = new Y.Doc();
    Y.applyUpdate(late, Y.encodeStateAsUpdate(ada.doc));
    const page = new PageInYdoc(late, shapes);
    const before = Y.encodeStateVector(late);
    expect(bindLexical(late, page.richText('hero', 'body')).text()).toBe('\n\nbold');
    expect(Y.encodeStateVector(late)).toEqual(before);
    expect(page.props('hero').body).toBe('<p><br></p><p><strong>bold</strong></p>');
  });
});
