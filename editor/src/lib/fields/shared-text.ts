/** One replacement: `removed` characters at `at` gave way to `inserted`. Counted in UTF-16 units, as selections are. */
export interface TextChange {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The smallest single replacement that makes `after` of `before`; `undefined` when they are the same. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end--;
  return {
    at: start,
    removed: before.length - start - end,
    inserted: after.slice(start, after.length - end),
  };
}

/**
 * Where a caret stands after a change by somebody else: it stays with the characters before it. A caret inside what was replaced
 * goes to the end of the replacement.
 */
export function mapCaret(caret: number, change: TextChange): number {
  const { at, removed, inserted } = change;
  if (caret <= at) return caret;
  if (caret >= at + removed) return caret - removed + inserted.length;
  return at + inserted.length;
}

/** What somebody typed into `before`, making it `after`, said again about `current`, which `before` has become meanwhile. */
export function rebaseText(before: string, after: string, current: string): string {
  if (before === current) return after;
  const typed = changeBetween(before, after);
  const theirs = changeBetween(before, current);
  if (!typed) return current;
  if (!theirs) return after;
  const start = Math.min(mapCaret(typed.at, theirs), current.length);
  const end = Math.max(start, mapCaret(typed.at + typed.removed, theirs));
  // What they wrote inside the part that was typed over is theirs and stays.
  const typedEnd = typed.at + typed.removed;
  const isInside = theirs.at >= typed.at && theirs.at < typedEnd && theirs.at + theirs.removed <= typedEnd;
  const kept = isInside ? theirs.inserted : '';
  return current.slice(0, start) + typed.inserted + kept + current.slice(end);
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const behind = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && behind >= 0xdc00 && behind <= 0xdfff;
}
