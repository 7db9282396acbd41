/** A stretch of a text, and on which side it is. */
export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many comparisons a text counts as written anew. */
const MOST = 4_000_000;
/** Words left beside a change when what is the same is cut short. */
const AROUND = 6;

/** What became of a text, word by word. */
export function wordDifference(before: string, after: string): readonly TextPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([
    ...old.slice(0, start).map((text): TextPart => ({ kind: 'same', text })),
    ...middle,
    ...old.slice(old.length - end).map((text): TextPart => ({ kind: 'same', text })),
  ]);
}

/** The same with long stretches that did not change cut short. */
export function shortened(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const words = wordsOf(part.text);
    const head = index === 0 ? [] : words.slice(0, AROUND * 2);
    const tail = index === parts.length - 1 ? [] : words.slice(-AROUND * 2);
    if (head.length + tail.length + 4 >= words.length) return part;
    return { kind: 'same', text: `${head.join('')}…${tail.join('')}` };
  });
}

// Words and what stands between them, so that a text is its parts.
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{Letter}\p{Mark}\p{Number}]+|[^\s\p{Letter}\p{Mark}\p{Number}]/gu) ?? [];
}

/** The longest words in common stay. */
function compare(old: readonly string[], now: readonly string[]): readonly TextPart[] {
  if (old.length === 0 || now.length === 0 || old.length * now.length > MOST)
    return [...old.map(removed), ...now.map(added)];
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      parts.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) parts.push(removed(old[i++]!));
    else parts.push(added(now[j++]!));
  }
  return [...parts, ...old.slice(i).map(removed), ...now.slice(j).map(added)];
}

function removed(text: string): TextPart {
  return { kind: 'removed', text };
}

function added(text: string): TextPart {
  return { kind: 'added', text };
}

/** Neighbours of a kind as one, what was taken out before what was put in. A blank alone between two changes is no rest. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const found: TextPart[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    if (gone !== '') found.push(removed(gone));
    if (come !== '') found.push(added(come));
    [gone, come] = ['', ''];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const isBridge =
      kind === 'same' && /^\s+$/.test(text) && isChange(parts[index - 1]) && isChange(parts[index + 1]);
    if (kind === 'removed' || isBridge) gone += text;
    if (kind === 'added' || isBridge) come += text;
    if (kind !== 'same' || isBridge) continue;
    flush();
    const last = found.at(-1);
    if (last?.kind === 'same') found[found.length - 1] = { kind, text: last.text + text };
    else found.push({ kind, text });
  }
  flush();
  return found;
}

function isChange(part: TextPart | undefined): boolean {
  return part !== undefined && part.kind !== 'same';
}
