import type * as Y from 'yjs';
import { borrowElement } from './borrow-element.ts';
import { type CaretPlace, positionAt } from './place-caret.ts';
import { PlainWords, type Stretch } from './plain-words.ts';
import { type TextUndo, textOrigin } from './text-undo.ts';
import { type WordsElement, wordsElement } from './words-element.ts';

export interface MountPlainTextOptions {
  /** Element whose only words are the text; it may be inside an iframe of the same origin. */
  readonly host: HTMLElement;
  readonly text: Y.Text;
  readonly undo: TextUndo;
  /** Default: one line, which Enter leaves. */
  readonly multiline?: boolean;
  /** In UTF-16 units, as in an `<input>`. Holds for what is written here, not for what others add meanwhile. */
  readonly maxLength?: number;
  readonly label?: string;
  readonly lang?: string;
  readonly onExit?: (reason: 'escape' | 'enter') => void;
}

export interface MountedPlainText {
  focus(place?: CaretPlace): void;
  /** Gives the element back as it was, with the words as they are now. */
  destroy(): void;
}

/** Makes an element of a page the place where one plain text is written. Its markup stays what it is. */
export function mountPlainText(options: MountPlainTextOptions): MountedPlainText {
  const { host, text, undo, multiline = false, maxLength } = options;
  undo.trackOrigin(textOrigin);
  const element = wordsElement(host, text.toString());
  const restore = makeEditable(element, options);
  const words = new PlainWords({ element: element.words, text, multiline, maxLength });

  let dragged: Stretch | undefined;
  const on: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void } = {
    input: () => words.read(),
    compositionstart: () => words.hold(),
    compositionend: () => words.release(),
    beforeinput: (event) => beforeInput(event, { words, undo, multiline }),
    paste: (event) => {
      event.preventDefault();
      const selected = words.selected();
      const pasted = event.clipboardData?.getData('text/plain');
      if (pasted && selected) undo.step(() => words.put(selected, pasted));
    },
    dragstart: () => {
      dragged = words.selected();
    },
    dragend: () => {
      dragged = undefined;
    },
    drop: (event) => {
      event.preventDefault();
      const to = offsetAt({ element, words }, { x: event.clientX, y: event.clientY });
      const dropped = event.dataTransfer?.getData('text/plain') ?? '';
      undo.step(() => {
        if (dragged) words.move(dragged, to);
        else words.put({ start: to, end: to }, dropped);
      });
    },
    keydown: (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      const act = actionOf(event, options);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
  };
  const stop = listen(element.words, on);
  return {
    focus(place = 'end') {
      element.words.focus({ preventScroll: true });
      words.placeCaret(
        place === 'start' ? 0 : place === 'end' ? words.length : offsetAt({ element, words }, place),
      );
    },
    destroy() {
      stop();
      words.destroy();
      restore();
      element.release();
    },
  };
}

function actionOf(
  event: KeyboardEvent,
  { undo, multiline, onExit }: MountPlainTextOptions,
): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (key === 'escape') return () => onExit?.('escape');
  if (key === 'enter' && !multiline) return () => onExit?.('enter');
  if (!event.ctrlKey && !event.metaKey) return undefined;
  if (key === 'z') return () => (event.shiftKey ? undo.redo() : undo.undo());
  return key === 'y' ? () => undo.redo() : undefined;
}

function beforeInput(
  event: InputEvent,
  { words, undo, multiline }: { words: PlainWords; undo: TextUndo; multiline: boolean },
): void {
  const { inputType } = event;
  if (inputType === 'historyUndo' || inputType === 'historyRedo') {
    event.preventDefault();
    if (inputType === 'historyUndo') undo.undo();
    else undo.redo();
  } else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
    event.preventDefault();
    const selected = words.selected();
    if (multiline && selected) words.put(selected, '\n');
  }
}

function offsetAt(
  { element, words }: { element: WordsElement; words: PlainWords },
  point: Exclude<CaretPlace, string>,
): number {
  const hit = positionAt(element.words, point);
  return hit ? words.offsetOf(hit.offsetNode, hit.offset) : words.length;
}

function makeEditable({ words }: WordsElement, { label, lang, multiline = false }: MountPlainTextOptions) {
  const giveBack = borrowElement(words, {
    contenteditable: 'plaintext-only',
    spellcheck: 'true',
    role: 'textbox',
    'aria-multiline': String(multiline),
    'aria-label': label,
    lang,
  });
  // Else the browser writes spaces at the end of a line as spaces that do not break.
  words.style.whiteSpace = 'break-spaces';
  // Without words there would be nothing to see the caret in.
  words.style.minBlockSize = '1lh';
  words.style.outline = 'none';
  return giveBack;
}

function listen(
  target: HTMLElement,
  handlers: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void },
): () => void {
  const entries = Object.entries(handlers) as [string, EventListener][];
  for (const [name, handler] of entries) target.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of entries) target.removeEventListener(name, handler);
  };
}
