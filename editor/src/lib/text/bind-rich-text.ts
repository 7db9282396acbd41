import { ListItemNode } from '@lexical/list';
import {
  createBindingV2__EXPERIMENTAL,
  type ExcludedProperties,
  syncCursorPositions,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import {
  $getRoot,
  $isElementNode,
  BLUR_COMMAND,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  HISTORIC_TAG,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type * as Y from 'yjs';
import { keepTextsWhole } from './keep-texts-whole.ts';
import { mountCarets } from './remote-carets.ts';
import { showChanges } from './show-changes.ts';
import { type TextAwareness, textPresence } from './text-presence.ts';
import { repairOrigin, textOrigin } from './text-undo.ts';

export interface BindRichTextOptions {
  /** Root type of the text, as `page.richText(id, path)` gives it. */
  readonly element: Y.XmlElement;
  readonly doc: Y.Doc;
  readonly editor: LexicalEditor;
  /** Names the text in the awareness: `<node>/<path>`. */
  readonly id: string;
  readonly awareness?: TextAwareness;
  readonly caretPlace?: HTMLElement;
}

export interface RichTextBinding {
  /** Origin of every change written here; the undo stack must track it. */
  readonly origin: unknown;
  destroy(): void;
}

/**
 * Keeps a Lexical editor and a rich text of the page document the same, both ways, from the moment it returns. The text is in
 * the editor before anything is painted; an empty text is not written to until somebody writes.
 */
export function bindRichText(options: BindRichTextOptions): RichTextBinding {
  const { element, doc, editor, id, awareness, caretPlace: place } = options;
  const presence = textPresence(id, awareness);
  const { provider } = presence;
  const binding = createBindingV2__EXPERIMENTAL(editor, id, doc, new Map([[id, doc]]), {
    getXmlElement: () => element,
    excludedProperties: derivedProperties(editor),
  });
  // Only a transaction that is ours alone may be passed over: inside somebody's bigger one there can be more than we wrote.
  let ours: Y.Transaction | undefined;

  const fromDocument = (events: Y.YEvent<Y.XmlElement | Y.XmlText>[], transaction: Y.Transaction) => {
    if (transaction === ours) return;
    showChanges({ binding, provider }, events, transaction);
  };

  const focused = (isFocused: boolean) => {
    presence.setFocused(isFocused);
    return false;
  };
  const drawCarets = () => {
    if (binding.cursorsContainer) syncCursorPositions(binding, provider);
  };

  const stop = mergeRegister(
    editor.registerUpdateListener((update) => {
      const { tags, normalizedNodes } = update;
      const isEcho = tags.has(COLLABORATION_TAG) || tags.has(HISTORIC_TAG);
      if (isEcho && normalizedNodes.size === 0) return;
      if (element.length === 0 && update.editorState.read($isBlank)) return;
      const isNested = doc._transaction !== null;
      doc.transact(
        (transaction) => {
          ours = isNested ? undefined : transaction;
          keepTextsWhole(element, () =>
            syncLexicalUpdateToYjsV2__EXPERIMENTAL(
              binding,
              provider,
              update.prevEditorState,
              update.editorState,
              update.dirtyElements,
              update.dirtyLeaves,
              normalizedNodes,
              tags,
            ),
          );
        },
        isEcho ? repairOrigin : textOrigin,
      );
      drawCarets();
    }),
    editor.registerCommand(FOCUS_COMMAND, () => focused(true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(BLUR_COMMAND, () => focused(false), COMMAND_PRIORITY_LOW),
    awareness ? mountCarets({ binding, editor, draw: drawCarets, place }) : () => {},
    presence.onOthers(drawCarets),
  );

  element.observeDeep(fromDocument as Parameters<typeof element.observeDeep>[0]);
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider);

  return {
    origin: textOrigin,
    destroy() {
      element.unobserveDeep(fromDocument as Parameters<typeof element.observeDeep>[0]);
      presence.setFocused(false);
      stop();
    },
  };
}

function $isBlank(): boolean {
  const only = $getRoot().getFirstChild();
  return only === null || ($getRoot().getChildrenSize() === 1 && $isElementNode(only) && only.isEmpty());
}

/**
 * What Lexical works out again from the words: the number of a list item, and the marks a still empty block would begin with.
 * Kept in the document they would be changes nobody made, and steps of undo that show nothing.
 */
function derivedProperties(editor: LexicalEditor): ExcludedProperties {
  const derived = new Set(['__textFormat', '__textStyle']);
  const ofItems = new Set([...derived, '__value']);
  return new Map(
    [...editor._nodes.values()].map(({ klass }) => [klass, klass === ListItemNode ? ofItems : derived]),
  );
}
