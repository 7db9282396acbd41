import * as Y from 'yjs';
import { type AnchorFacts, LONGEST_QUOTE } from './comment-facts.ts';
import { isVisible, plainOf } from './plain-text.ts';

type Words = NonNullable<AnchorFacts['words']>;

/** Two places in a text, in the order of its words. */
export interface TextRange {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

/** A stretch of a plain text. Words that are put in at its ends are no part of it. */
export function rangeIn(text: Y.Text, start: number, end: number): TextRange {
  return {
    start: Y.createRelativePositionFromTypeIndex(text, start),
    // Held by its last letter: it stays where that is.
    end: Y.createRelativePositionFromTypeIndex(text, end, -1),
  };
}

/** As a comment keeps it, with the words as they are now. */
export function keepRange({ start, end }: TextRange, words: string): Words | undefined {
  const quote = plainOf(words.replace(/\s+/gu, ' ')).trim();
  if (!isVisible(quote)) return undefined;
  const letters = [...quote];
  return {
    quote:
      letters.length > LONGEST_QUOTE / 2 ? `${letters.slice(0, LONGEST_QUOTE / 2 - 1).join('')}…` : quote,
    start: textOf(start),
    end: textOf(end),
  };
}

/** Whether nothing is left of the words a comment is about. */
export function isGone(doc: Y.Doc, words: Pick<Words, 'start' | 'end'>): boolean {
  const start = placeIn(doc, words.start);
  const end = placeIn(doc, words.end);
  if (!start || !end) return true;
  if (start.type === end.type) return start.index >= end.index;
  return isDeleted(start.type) && isDeleted(end.type);
}

/** How many letters stand before a place in its text; `undefined` when that is not there any more. */
export function letterOf(doc: Y.Doc, position: string): number | undefined {
  const place = placeIn(doc, position);
  if (!place || isDeleted(place.type)) return undefined;
  if (!(place.type instanceof Y.XmlText)) return place.index;
  let root: Y.XmlText | XmlElement = place.type;
  while (root.parent instanceof Y.XmlElement) root = root.parent;
  return lettersBefore(root, place.type).letters + place.index;
}

// biome-ignore lint/suspicious/noExplicitAny: elements of any attributes.
type XmlElement = Y.XmlElement<any>;

function lettersBefore(
  type: unknown,
  end: Y.XmlText,
): { readonly letters: number; readonly isFound: boolean } {
  if (type === end) return { letters: 0, isFound: true };
  if (type instanceof Y.XmlText) return { letters: type.length, isFound: false };
  let letters = 0;
  for (const child of type instanceof Y.XmlElement ? type.toArray() : []) {
    const inside = lettersBefore(child, end);
    letters += inside.letters;
    if (inside.isFound) return { letters, isFound: true };
  }
  return { letters, isFound: false };
}

function placeIn(doc: Y.Doc, text: string): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(positionOf(text), doc);
  } catch {
    return null;
  }
}

function isDeleted(type: Y.AbstractType<unknown>): boolean {
  return type._item?.deleted ?? false;
}

function textOf(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
}

function positionOf(text: string): Y.RelativePosition {
  return Y.decodeRelativePosition(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}
