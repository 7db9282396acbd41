import type * as Y from 'yjs';
import { cutsPair, textDifference } from './text-difference.ts';
import { textOrigin } from './text-undo.ts';
import { type TextDelta, throughChanges } from './through-changes.ts';

export interface PlainWordsOptions {
  /** Holds nothing but the words. */
  readonly element: HTMLElement;
  readonly text: Y.Text;
  readonly multiline: boolean;
  readonly maxLength: number | undefined;
}

/** Counted in UTF-16 units, as selections are. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The words of one element and one Y.Text, kept the same both ways. The element holds a single text node, and that is changed in
 * place: the browser itself then keeps the caret on its word.
 */
export class PlainWords {
  readonly #options: PlainWordsOptions;
  /** What the element shows of the text; behind it while an input method is at work. */
  #shown: string;
  #isHeld = false;
  #missed: TextDelta[] = [];
  #mine: Y.Transaction | undefined;

  constructor(options: PlainWordsOptions) {
    this.#options = options;
    this.#shown = options.text.toString();
    this.#show();
    options.text.observe(this.#onChange);
  }

  get length(): number {
    return this.#shown.length;
  }

  /** Takes over what was typed into the element. */
  read(): void {
    if (this.#isHeld) return;
    const caret = this.caret();
    const change = textDifference(this.#shown, this.#typed(), caret);
    const missed = this.#missed;
    this.#missed = [];
    if (!change) {
      this.#shown = this.#options.text.toString();
      this.#show(throughChanges(missed, caret, 'stay'));
      return;
    }
    // What others wrote right before words that were typed over is theirs and stays.
    const start = throughChanges(missed, change.index, change.remove > 0 ? 'follow' : 'stay');
    const end = throughChanges(missed, change.index + change.remove, 'stay');
    const room = this.#roomFor(change.insert, this.#shown.length - change.remove);
    this.#replace(start, Math.max(start, end), room);
    this.#show(start + room.length);
  }

  /** Stops showing what others change: an input method loses its place when its words are touched. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.read();
  }

  /** Puts words in place of a stretch, as many as fit. */
  put({ start, end }: Stretch, words: string): void {
    const room = this.#roomFor(this.#inLines(words), this.#shown.length - (end - start));
    this.#replace(start, end, room);
    this.#show();
    this.placeCaret(start + room.length);
  }

  move({ start, end }: Stretch, to: number): void {
    if (to >= start && to <= end) return;
    const words = this.#shown.slice(start, end);
    this.put({ start, end }, '');
    const place = to > end ? to - words.length : to;
    this.put({ start: place, end: place }, words);
  }

  /** What is selected of the words, `undefined` when the selection is elsewhere. */
  selected(): Stretch | undefined {
    const { element } = this.#options;
    const selection = element.ownerDocument.getSelection();
    if (!selection?.rangeCount) return undefined;
    const range = selection.getRangeAt(0);
    if (!element.contains(range.commonAncestorContainer)) return undefined;
    return {
      start: this.offsetOf(range.startContainer, range.startOffset),
      end: this.offsetOf(range.endContainer, range.endOffset),
    };
  }

  /** Where the caret is, counted in words; at the end when it is elsewhere. */
  caret(): number {
    const { element } = this.#options;
    const selection = element.ownerDocument.getSelection();
    if (!selection?.focusNode || !element.contains(selection.focusNode)) return this.#shown.length;
    return this.offsetOf(selection.focusNode, selection.focusOffset);
  }

  /** A place in the element, counted in its words. */
  offsetOf(node: Node, offset: number): number {
    const range = this.#options.element.ownerDocument.createRange();
    range.selectNodeContents(this.#options.element);
    range.setEnd(node, offset);
    // The line end that is only painted is no word.
    return Math.min(range.toString().length, Math.max(this.#shown.length, this.#typed().length));
  }

  placeCaret(offset: number): void {
    const { element } = this.#options;
    const node = this.#node();
    const selection = element.ownerDocument.getSelection();
    if (node) selection?.collapse(node, Math.min(offset, this.#shown.length));
    else selection?.collapse(element, 0);
  }

  destroy(): void {
    const { element, text } = this.#options;
    text.unobserve(this.#onChange);
    if (element.textContent !== text.toString()) element.textContent = text.toString();
  }

  readonly #onChange = ({ delta, transaction }: Y.YTextEvent): void => {
    if (transaction === this.#mine) return;
    if (this.#isHeld) {
      this.#missed.push(delta as TextDelta);
      return;
    }
    this.#shown = this.#options.text.toString();
    const node = this.#node();
    if (node && node.data !== this.#painted()) applyTo(node, delta as TextDelta);
    this.#show();
  };

  #replace(start: number, end: number, insert: string): void {
    const { text } = this.#options;
    // Only a transaction that is ours alone may be passed over when it is announced.
    const isNested = text.doc!._transaction !== null;
    text.doc!.transact((transaction) => {
      this.#mine = isNested ? undefined : transaction;
      text.delete(start, end - start);
      text.insert(start, insert);
    }, textOrigin);
    this.#shown = text.toString();
  }

  /** Makes the element one text node with the words, if it is not: browsers leave line breaks and several nodes behind. */
  #show(caret?: number): void {
    const { element } = this.#options;
    const isRight = element.textContent === this.#painted() && element.childNodes.length <= 1;
    if (isRight) return;
    const focus = element.ownerDocument.getSelection()?.focusNode ?? null;
    const place = element.contains(focus) ? (caret ?? this.caret()) : undefined;
    element.textContent = this.#painted();
    if (place !== undefined) this.placeCaret(place);
  }

  /** A line end at the very end is not seen without another behind it. */
  #painted(): string {
    return this.#shown.endsWith('\n') ? `${this.#shown}\n` : this.#shown;
  }

  #typed(): string {
    const words = this.#options.element.textContent;
    return this.#inLines(this.#shown.endsWith('\n') && words.endsWith('\n') ? words.slice(0, -1) : words);
  }

  #inLines(words: string): string {
    const lines = words.replaceAll(/\r\n?/g, '\n');
    return this.#options.multiline ? lines : lines.replaceAll(/\s*\n\s*/g, ' ');
  }

  /** As much of the new words as fits. */
  #roomFor(words: string, others: number): string {
    const room = Math.max(0, (this.#options.maxLength ?? Number.POSITIVE_INFINITY) - others);
    if (words.length <= room) return words;
    return words.slice(0, cutsPair(words, room) ? room - 1 : room);
  }

  #node(): Text | undefined {
    const { firstChild } = this.#options.element;
    return firstChild?.nodeType === firstChild?.TEXT_NODE
      ? ((firstChild as Text | null) ?? undefined)
      : undefined;
  }
}

function applyTo(node: Text, delta: TextDelta): void {
  let at = 0;
  for (const { retain, insert, delete: removed } of delta) {
    if (retain) at += retain;
    else if (removed) node.deleteData(at, removed);
    else if (insert) {
      node.insertData(at, insert);
      at += insert.length;
    }
  }
}
