import { registerList, registerListStrictIndentTransform } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { richTextToHtml } from '@vitrine/content/collab';
import { isSafeLink } from '@vitrine/modules';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  createEditor,
  FOCUS_COMMAND,
  type LexicalEditor,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type * as Y from 'yjs';
import { bindRichText } from './bind-rich-text.ts';
import { blockKindDom, registerBlockKinds } from './block-kind.ts';
import { listenToPaste } from './paste-into-text.ts';
import { type CaretPlace, placeCaret } from './place-caret.ts';
import { prepareHost } from './prepare-host.ts';
import { readTextState } from './read-text-state.ts';
import { richTextNodes, richTextTheme, tidyListItems } from './rich-text-nodes.ts';
import { $runTextCommand } from './run-text-command.ts';
import {
  everyFormat,
  type TextCommand,
  type TextFormat,
  type TextLink,
  type TextState,
} from './text-format.ts';
import { listenToTextKeys } from './text-keys.ts';
import type { TextAwareness } from './text-presence.ts';
import type { TextUndo } from './text-undo.ts';
import { listenToTypedStarts } from './typed-starts.ts';

/** Asks a person where a link leads; `current` is the link under the caret. `undefined`: they changed their mind. */
export type PickLink = (current: TextLink | undefined) => Promise<TextLink | undefined>;

export interface MountRichTextOptions {
  /** Element the text is written in; it may be inside an iframe of the same origin. Its content is replaced. */
  readonly host: HTMLElement;
  readonly element: Y.XmlElement;
  readonly doc: Y.Doc;
  readonly undo: TextUndo;
  readonly awareness?: TextAwareness;
  /** A positioned element over the text, in which the carets of others are drawn; for a text that scrolls. Default: the whole page. */
  readonly caretPlace?: HTMLElement;
  readonly onChange?: () => void;
  /** Esc was pressed. Whether leaving means to destroy is the caller's to say. */
  readonly onExit?: () => void;
  readonly placeholder?: string;
  /** What the text is, for people who do not see it. */
  readonly label: string;
  /** Language of the words, for spelling. */
  readonly lang?: string;
  /** Default: all of them. */
  readonly formats?: ReadonlySet<TextFormat>;
}

export interface MountedRichText {
  readonly editor: LexicalEditor;
  readonly host: HTMLElement;
  readonly formats: ReadonlySet<TextFormat>;
  /** Does it to the selected words, as one step of undo. What `formats` leaves out is not done. */
  run(command: TextCommand): void;
  askForLink(): Promise<void>;
  /** A way to ask where a link leads; the last one offered is used. Without one there is nothing to ask with. @returns takes it back. */
  offerLinkPicker(pick: PickLink): () => void;
  /** The same object as long as nothing in it changed. */
  state(): TextState;
  subscribe(listener: () => void): () => void;
  /** Without a place the caret stays where it was last. */
  focus(place?: CaretPlace): void;
  /** Gives the element back as it was, with the words as they are now. */
  destroy(): void;
}

/** Makes an element of a page the place where one rich text is written. */
export function mountRichText(options: MountRichTextOptions): MountedRichText {
  const { host, element, undo, formats = everyFormat } = options;
  const editor = createEditor({
    namespace: 'vitrine-text',
    nodes: [...richTextNodes],
    theme: richTextTheme,
    dom: blockKindDom,
    onError: (error) => reportError(error),
  });
  const prepared = prepareHost(options);
  editor.setRootElement(host);
  const binding = bindRichText({ ...options, id: textIdOf(options), editor });
  undo.trackOrigin(binding.origin);

  const step = (change: () => void) =>
    undo.step(() =>
      // Who works in a toolbar with the keyboard stays there.
      editor.update(change, { discrete: true, tag: state.isFocused ? undefined : SKIP_DOM_SELECTION_TAG }),
    );
  const run = (command: TextCommand) => {
    if (isOffered(command, formats)) step(() => $runTextCommand(command));
  };
  const askForLink = async () => {
    const pick = pickers.at(-1);
    if (!pick || !formats.has('link')) return;
    const selection = editor.getEditorState().read(() => $getSelection()?.clone());
    const picked = await pick(state.link);
    // A field that had the focus meanwhile takes the selection with it.
    editor.update(() => void ($getSelection() ?? $selectAgain(selection)), { discrete: true });
    if (picked) run({ kind: 'link', ...picked });
    placeCaret(editor);
  };

  const pickers: PickLink[] = [];
  let state = readTextState(editor);
  const listeners = new Set<() => void>();
  const look = () => {
    const next = readTextState(editor, state);
    prepared.showPlaceholder(next.isEmpty);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  look();

  const stop = mergeRegister(
    registerRichText(editor),
    registerBlockKinds(editor),
    registerList(editor),
    registerListStrictIndentTransform(editor),
    tidyListItems(editor),
    listenToTextKeys({
      host,
      undo,
      run,
      askForLink: () => void askForLink(),
      isInList: () => state.block === 'bullet' || state.block === 'number',
      onExit: () => options.onExit?.(),
    }),
    listenToTypedStarts(host, editor, (block, $removeSigns) => {
      if (block !== 'paragraph' && !formats.has(block)) return false;
      step(() => {
        $removeSigns();
        $runTextCommand({ kind: 'block', block });
      });
      return true;
    }),
    listenToPaste({ host, editor, formats, step }),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      look();
      if (dirtyElements.size + dirtyLeaves.size > 0) options.onChange?.();
    }),
    editor.registerCommand(FOCUS_COMMAND, () => look() ?? false, COMMAND_PRIORITY_LOW),
    editor.registerCommand(BLUR_COMMAND, () => look() ?? false, COMMAND_PRIORITY_LOW),
  );

  return {
    editor,
    host,
    formats,
    run,
    askForLink,
    offerLinkPicker(pick) {
      pickers.push(pick);
      return () => void pickers.splice(pickers.indexOf(pick), 1);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    focus: (place) => placeCaret(editor, place),
    destroy() {
      stop();
      binding.destroy();
      editor.setRootElement(null);
      prepared.restore(richTextToHtml(element));
    },
  };
}

/** Root types are named `r/<node>/<path>`. */
function textIdOf({ element, doc }: MountRichTextOptions): string {
  for (const [name, type] of doc.share) if (type === (element as unknown)) return name.slice(2);
  throw new Error(
    'mountRichText expected a text that is a root type of the document and got another. Take it from page.richText(id, path).',
  );
}

function $selectAgain(selection: BaseSelection | null | undefined): void {
  if (!$isRangeSelection(selection)) return;
  const { anchor, focus } = selection;
  if ($getNodeByKey(anchor.key)?.isAttached() && $getNodeByKey(focus.key)?.isAttached())
    $setSelection(selection);
}

function isOffered(command: TextCommand, formats: ReadonlySet<TextFormat>): boolean {
  switch (command.kind) {
    case 'block':
      return command.block === 'paragraph' || formats.has(command.block);
    case 'mark':
      return formats.has(command.mark);
    case 'link':
      return formats.has('link') && (command.href === null || isSafeLink(command.href));
    default:
      return true;
  }
}
