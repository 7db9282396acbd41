import type { Mark } from '../text-format.ts';

/** Signs above and below the line say something themselves: m² is not m2. So they stay, though nothing offers to make them. */
export type PastedMark = Mark | 'sub' | 'sup';

export type Words =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: readonly PastedMark[];
      readonly href?: string;
    }
  | { readonly kind: 'break' };

/** A pasted text is a flat row of blocks; how deep an item is says what it belongs to. */
export type Block =
  | { readonly kind: 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote'; readonly words: readonly Words[] }
  | {
      readonly kind: 'item';
      readonly isOrdered: boolean;
      /** From 1. */
      readonly depth: number;
      readonly words: readonly Words[];
    };

const sameLook = (a: Words, b: Words): boolean =>
  a.kind === 'text' &&
  b.kind === 'text' &&
  a.href === b.href &&
  a.marks.length === b.marks.length &&
  a.marks.every((mark) => b.marks.includes(mark));

/** Neighbours that look the same are one; one space where there are several, none at the edges of lines. */
export function joinWords(words: readonly Words[]): readonly Words[] {
  const joined: Words[] = [];
  for (const part of words) {
    if (part.kind === 'break') {
      trimEnd(joined);
      joined.push(part);
      continue;
    }
    const last = joined.at(-1);
    const isAfterSpace = last?.kind !== 'text' || /\s$/.test(last.text);
    const text = isAfterSpace ? part.text.replace(/^\s+/, '') : part.text;
    if (text === '') continue;
    if (last?.kind === 'text' && sameLook(last, part))
      joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ ...part, text });
  }
  trimEnd(joined);
  while (joined.at(-1)?.kind === 'break') joined.pop();
  while (joined[0]?.kind === 'break') joined.shift();
  return joined;
}

function trimEnd(words: Words[]): void {
  for (let last = words.at(-1); last?.kind === 'text'; last = words.at(-1)) {
    const text = last.text.replace(/\s+$/, '');
    words.pop();
    if (text === '') continue;
    words.push({ ...last, text });
    return;
  }
}
