import { createHeadlessEditor } from '@lexical/headless';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  createBindingV2__EXPERIMENTAL,
  type Provider,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import { $createTextNode, $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import * as Y from 'yjs';

export interface BoundEditor {
  readonly editor: LexicalEditor;
  /** Origin of what the editor writes. */
  readonly origin: unknown;
  text(): string;
  /** Writes at the end of the last block. */
  type(words: string): void;
}

/** A text editor without a window, bound to a rich text as the page editor binds one. */
export function bindLexical(doc: Y.Doc, element: Y.XmlElement): BoundEditor {
  const editor = createHeadlessEditor({
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    onError: (error) => {
      throw error;
    },
  });
  const binding = createBindingV2__EXPERIMENTAL(editor, 'text', doc, new Map([['text', doc]]), {
    getXmlElement: () => element,
    // As the editor of pages: the number of an item follows from its place.
    excludedProperties: new Map([[ListItemNode, new Set(['__value'])]]),
  });
  binding.root.observeDeep((events, transaction) => {
    if (transaction.origin === binding) return;
    const isUndo = transaction.origin instanceof Y.UndoManager;
    syncYjsChangesToLexicalV2__EXPERIMENTAL(
      binding,
      provider,
      events as Y.YEvent<Y.XmlElement | Y.XmlText>[],
      transaction,
      isUndo,
    );
  });
  editor.registerUpdateListener((update) =>
    syncLexicalUpdateToYjsV2__EXPERIMENTAL(
      binding,
      provider,
      update.prevEditorState,
      update.editorState,
      update.dirtyElements,
      update.dirtyLeaves,
      update.normalizedNodes,
      update.tags,
    ),
  );
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider);
  return {
    editor,
    origin: binding,
    text: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
    type: (words) =>
      editor.update(
        () => {
          const block = $getRoot().getLastChild();
          if ($isElementNode(block)) block.append($createTextNode(words));
        },
        { discrete: true },
      ),
  };
}

const provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    off() {},
    on() {},
    setLocalState() {},
    setLocalStateField() {},
  },
  connect() {},
  disconnect() {},
  off() {},
  on() {},
} as unknown as Provider;
