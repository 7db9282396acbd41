import { createHeadlessEditor } from '@lexical/headless';
import type { PageDocument } from '@vitrine/content';
import { PageInYdoc, PageUndo, richTextToHtml } from '@vitrine/content/collab';
import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import * as Y from 'yjs';
import { bindRichText } from '../bind-rich-text.ts';
import { richTextNodes } from '../rich-text-nodes.ts';
import { $runTextCommand } from '../run-text-command.ts';
import type { TextCommand } from '../text-format.ts';

/** Somebody with a page of their own and no browser. */
export interface HeadlessPerson {
  readonly doc: Y.Doc;
  readonly element: Y.XmlElement;
  readonly editor: LexicalEditor;
  readonly undo: PageUndo;
  /** What Lexical gave up since they were last taken. */
  errors(): readonly Error[];
  change(work: () => void): void;
  /** At the end of the text. */
  type(words: string): void;
  /** To the block at the end of the text. */
  run(command: TextCommand): void;
  html(): string;
  /** What is in the editor, without what has no words to show; and what somebody would see who came now. */
  shown(): unknown;
  shownToNewcomer(): unknown;
}

const shapes = () => ({ body: { kind: 'rich-text' as const } });
const start: PageDocument = {
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {},
  nodes: [{ id: 'n', type: 'text', v: 1, props: { body: '' } }],
};

export function headlessPerson(clientId?: number): HeadlessPerson {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, start, shapes);
  if (clientId !== undefined) doc.clientID = clientId;
  const page = new PageInYdoc(doc, shapes);
  const undo = new PageUndo(page);
  const element = page.richText('n', 'body');
  const errors: Error[] = [];
  const open = () => {
    const editor = createHeadlessEditor({
      nodes: [...richTextNodes],
      onError: (error) => void errors.push(error),
    });
    return { editor, binding: bindRichText({ element, doc, editor, id: 'n/body' }) };
  };
  const { editor, binding } = open();
  undo.trackOrigin(binding.origin);
  const change = (work: () => void) => editor.update(work, { discrete: true });
  return {
    doc,
    element,
    editor,
    undo,
    change,
    errors: () => errors.splice(0),
    type: (words) => change(() => $getRoot().selectEnd().insertText(words)),
    run: (command) =>
      undo.step(() =>
        change(() => {
          $getRoot().selectEnd();
          $runTextCommand(command);
        }),
      ),
    html: () => richTextToHtml(element),
    shown: () => shownIn(editor),
    shownToNewcomer() {
      const late = open();
      const shown = shownIn(late.editor);
      late.binding.destroy();
      return shown;
    },
  };
}

export function exchange(a: HeadlessPerson, b: HeadlessPerson): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), 'line');
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'line');
}

// Lexical drops a link or list that others emptied; the document keeps it for whoever fills it again.
const derived = new Set(['textFormat', 'textStyle', 'value', 'version', '$']);

function shownIn(editor: LexicalEditor): unknown {
  return editor.getEditorState().read(() => {
    const blocks = editor.getEditorState().toJSON().root.children;
    if (!$isElementNode($getRoot())) return undefined;
    return JSON.parse(
      JSON.stringify(withoutEmpty(blocks), (key, value) => (derived.has(key) ? undefined : value)),
    );
  });
}

interface Part {
  readonly type: string;
  readonly children?: readonly Part[];
}

function withoutEmpty(parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part) => (part.children ? { ...part, children: withoutEmpty(part.children) } : part))
    .filter(({ type, children }) => !(['link', 'list'].includes(type) && children?.length === 0));
}
