import type * as Y from 'yjs';

/** `remove` characters at `index` of the old text give way to `insert`. */
export interface Hunk {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** Makes a text say something else while leaving alone what stays, so that others' carets and words stay where they are. */
export function patchText(text: Y.Text, wanted: string): void {
  // From the back, so that positions before a hunk still hold.
  for (const { index, remove, insert } of diffTexts(text.toString(), wanted).toReversed()) {
    if (remove > 0) text.delete(index, remove);
    if (insert) text.insert(index, insert);
  }
}

/** More words than this are compared as one piece: the table grows with the square. */
const maxWords = 400;

/** Longer pieces are not compared by letters. */
const maxLetters = 200;

/** The differences by words, and by letters where words are alike; in the order of the text. */
export function diffTexts(before: string, after: string): readonly Hunk[] {
  if (before === after) return [];
  const left = wordsOf(before);
  const right = wordsOf(after);
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const from = left.slice(start, left.length - end);
  const to = right.slice(start, right.length - end);
  return diffPieces(from, to, lengthOf(left, 0, start))
    .flatMap((hunk) => byLetters(before, hunk))
    .map((hunk) => slide(before, hunk));
}

function diffPieces(left: readonly string[], right: readonly string[], start: number): readonly Hunk[] {
  if (left.length > maxWords || right.length > maxWords) {
    return [{ index: start, remove: lengthOf(left, 0, left.length), insert: right.join('') }];
  }
  return commonRuns(left, right).map(({ leftFrom, leftTo, rightFrom, rightTo }) => ({
    index: start + lengthOf(left, 0, leftFrom),
    remove: lengthOf(left, leftFrom, leftTo),
    insert: right.slice(rightFrom, rightTo).join(''),
  }));
}

/** A change of letters inside words that stay much the same. Words that only share some letters are other words. */
function byLetters(text: string, hunk: Hunk): readonly Hunk[] {
  const { index, remove, insert } = hunk;
  if (remove === 0 || insert === '' || remove > maxLetters || insert.length > maxLetters) return [hunk];
  const left = [...text.slice(index, index + remove)];
  const hunks = diffPieces(left, [...insert], index);
  const kept = remove - hunks.reduce((sum, each) => sum + each.remove, 0);
  const isAlike = kept * 2 >= Math.max(remove, insert.length);
  const isLonger = hunks.length <= 2 && (kept === remove || kept === insert.length);
  return isAlike || isLonger ? hunks : [hunk];
}

/**
 * The same change at the edge of a word, when it can stand there: writing "great " before "gate" must not take the letters of
 * "gate" for its own, or would lose them to somebody who deletes that word.
 */
function slide(text: string, hunk: Hunk): Hunk {
  const isInsertion = hunk.remove === 0;
  if (!isInsertion && hunk.insert !== '') return hunk;
  const words = isInsertion ? hunk.insert : text.slice(hunk.index, hunk.index + hunk.remove);
  for (const step of [-1, 1]) {
    let index = hunk.index;
    let moved = words;
    while (isInsideWord(text, index)) {
      const [edge, next] =
        step < 0
          ? [moved.at(-1), text[index - 1]]
          : [moved[0], text[isInsertion ? index : index + moved.length]];
      if (edge === undefined || edge !== next) break;
      moved = step < 0 ? edge + moved.slice(0, -1) : moved.slice(1) + edge;
      index += step;
    }
    if (!isInsideWord(text, index))
      return isInsertion ? { ...hunk, index, insert: moved } : { ...hunk, index };
  }
  return hunk;
}

function isInsideWord(text: string, index: number): boolean {
  const isPart = (letter: string | undefined) =>
    letter !== undefined && /[\p{L}\p{N}\p{M}\ud800-\udfff]/u.test(letter);
  return index > 0 && isPart(text[index - 1]) && isPart(text[index]);
}

export interface Gap {
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
}

/** The stretches between the parts that two lists have in common (longest common subsequence), in their order. */
export function commonRuns(left: readonly string[], right: readonly string[]): readonly Gap[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      table[i]![j] =
        left[i] === right[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const gaps: Gap[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i++;
      j++;
      continue;
    }
    const leftFrom = i;
    const rightFrom = j;
    while (i < left.length || j < right.length) {
      if (i < left.length && j < right.length && left[i] === right[j]) break;
      if (j >= right.length || (i < left.length && table[i + 1]![j]! >= table[i]![j + 1]!)) i++;
      else j++;
    }
    gaps.push({ leftFrom, leftTo: i, rightFrom, rightTo: j });
  }
  return gaps;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

function lengthOf(words: readonly string[], from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) length += words[at]!.length;
  return length;
}
