export interface TextDifference {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest single replacement that makes `after` of `before`, `undefined` when they are equal. `caret` is where the caret
 * stands in `after`: it tells which of several equal letters was typed or taken away. Never cuts a character in two: Yjs turns
 * half a surrogate pair into U+FFFD.
 */
export function textDifference(before: string, after: string, caret?: number): TextDifference | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let end = sameEnd(before, after, shorter);
  if (caret !== undefined) end = Math.min(end, Math.max(0, after.length - caret));
  let start = sameStart(before, after, shorter - end);
  // The caret was a wrong guess when what is left could still be shortened at its end.
  end = sameEnd(before, after, shorter - start);
  if (cutsPair(before, start) || cutsPair(after, start)) start -= 1;
  if (cutsPair(before, before.length - end) || cutsPair(after, after.length - end)) end -= 1;
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
}

function sameStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

function sameEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/** Whether a cut at `index` would part the two halves of one character. */
export function cutsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  return isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index));
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
