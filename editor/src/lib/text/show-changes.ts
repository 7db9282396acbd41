import {
  $getAnchorAndFocusForUserState,
  type BindingV2,
  type Provider,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import {
  $createRangeSelection,
  $getNodeByKey,
  $isElementNode,
  $setSelection,
  COLLABORATION_TAG,
  type LexicalEditor,
} from 'lexical';
import * as Y from 'yjs';

type Shown = { readonly binding: BindingV2; readonly provider: Provider };

/**
 * Shows in the editor what changed in the document. Where @lexical/yjs cannot, the whole text is shown anew and the caret put
 * back on its word: the document is right, whatever became of the editor.
 */
export function showChanges(
  { binding, provider }: Shown,
  events: Y.YEvent<Y.XmlElement | Y.XmlText>[],
  transaction: Y.Transaction,
): void {
  const { editor } = binding;
  if (!editor.read(() => events.every(({ target }) => $isReady(binding, target)))) {
    showAnew({ binding, provider });
    return;
  }
  const isUndo = transaction.origin instanceof Y.UndoManager;
  const failed = failsWhile(editor, () =>
    syncYjsChangesToLexicalV2__EXPERIMENTAL(binding, provider, events, transaction, isUndo),
  );
  if (failed) showAnew({ binding, provider });
}

function showAnew({ binding, provider }: Shown): void {
  const { editor } = binding;
  const caret = provider.awareness.getLocalState();
  const quietly = { discrete: true, tag: COLLABORATION_TAG } as const;
  // Lexical refuses to clear a root its selection is in.
  editor.update(() => $setSelection(null), quietly);
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider);
  if (!caret?.anchorPos) return;
  editor.update(() => {
    const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, caret);
    if (anchorKey === null || focusKey === null) return;
    const selection = $createRangeSelection();
    selection.anchor.set(anchorKey, anchorOffset, $pointType(anchorKey));
    selection.focus.set(focusKey, focusOffset, $pointType(focusKey));
    $setSelection(selection);
  }, quietly);
}

const $pointType = (key: string) => ($isElementNode($getNodeByKey(key)) ? 'element' : 'text');

/**
 * Whether Lexical still has the nodes of a changed type and of its children; @lexical/yjs would go on with the lost ones and
 * throw (error 113). Lexical drops a link or list that others emptied, while the document keeps the element: they may fill it
 * again, or take back their change.
 */
function $isReady(binding: BindingV2, target: Y.XmlElement | Y.XmlText): boolean {
  const element = target instanceof Y.XmlText ? target.parent : target;
  if (!(element instanceof Y.XmlElement) || !binding.mapping.get(element)?.isAttached()) return false;
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlElement && binding.mapping.get(child)?.isAttached() === false) return false;
    // Words are made anew for a text without nodes.
    if (child instanceof Y.XmlText && binding.mapping.get(child)?.some((node) => !node.isAttached())) {
      binding.mapping.delete(child);
    }
  }
  return true;
}

/** Lexical hands an error of an update to the editor's handler and goes back to the state before. */
function failsWhile(editor: LexicalEditor, update: () => void): boolean {
  const report = editor._onError;
  let failed = false;
  editor._onError = () => {
    failed = true;
  };
  try {
    update();
  } finally {
    editor._onError = report;
  }
  return failed;
}
