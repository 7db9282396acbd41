import { parseVariantKey } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';
import { valuesAt } from '../fields/field-place.ts';
import type { ThreadFacts } from './comment-facts.ts';
import { findWords } from './find-words.ts';
import { letterOf } from './text-range.ts';

/** Words on the canvas that a thread is about. */
export interface CommentedWords {
  readonly thread: string;
  /** In the canvas's document. */
  readonly range: Range;
}

/** Those of open threads, as far as their words are shown now: in this language, and not hidden. What fails is not marked. */
export function commentedWords(editor: Editor, threads: readonly ThreadFacts[]): readonly CommentedWords[] {
  return threads.flatMap((thread) => {
    try {
      const range = rangeOf(editor, thread);
      return range ? [{ thread: thread.id, range }] : [];
    } catch (error) {
      // It costs one comment its mark; the page is worked on without.
      reportError(error);
      return [];
    }
  });
}

function rangeOf(editor: Editor, { anchor }: ThreadFacts): Range | undefined {
  const { node, path, words } = anchor;
  if (node === undefined || path === undefined || !words) return undefined;
  const start = letterOf(editor.open.doc, words.start);
  if (start === undefined || !isShown(editor, node, path)) return undefined;
  const place = canvasPath(editor, node, path);
  const text = editor.canvas?.textsOf(node).find((each) => each.path === place);
  const found = text && findWords(text.element.textContent ?? '', words.quote, start);
  return found && rangeBetween(text.element, found);
}

// Of the values of a setting only one is shown.
function isShown(editor: Editor, node: string, path: string): boolean {
  const fields = editor.describe(editor.page.node(node)?.type ?? '')?.fields ?? [];
  const cut = path.lastIndexOf('/');
  const key = path.slice(cut + 1);
  const variant = parseVariantKey(key);
  const { locale } = editor.view.get();
  const own = `${variant?.name ?? key}@${locale}`;
  if (key === own) return true;
  if (variant?.locale !== undefined) return false;
  return !Object.hasOwn(valuesAt(editor.page, node, fields, path.slice(0, Math.max(cut, 0))), own);
}

// The canvas names items by position, and knows no languages.
function canvasPath({ page }: Editor, node: string, path: string): string {
  const steps = path.split('/');
  return steps
    .map((step, at) => {
      const index = at === 0 ? -1 : page.itemIds(node, steps.slice(0, at).join('/')).indexOf(step);
      return index >= 0 ? String(index) : (parseVariantKey(step)?.name ?? step);
    })
    .join('/');
}

/** Letters of an element as the browser draws them. */
function rangeBetween(element: Element, { start, end }: { readonly start: number; readonly end: number }) {
  const range = element.ownerDocument.createRange();
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
  let before = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const length = text.nodeValue?.length ?? 0;
    if (start >= before && start <= before + length) range.setStart(text, start - before);
    if (end <= before + length) {
      range.setEnd(text, end - before);
      break;
    }
    before += length;
  }
  return range;
}

const SHOW_TEXT = 4;
