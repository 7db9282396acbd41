import * as Y from 'yjs';
import { cutsPair } from './text-difference.ts';

/**
 * Runs a sync in which no text is cut inside a surrogate pair. The difference of @lexical/yjs 0.52 goes by code units: an emoji
 * typed before or over one of the same block (😀 → 😁) cuts the old one, and Yjs stores each half as U+FFFD for good, so that
 * not even undo brings it back. Here such a cut takes in the whole pair and puts it back with the new words.
 */
export function keepTextsWhole(element: Y.XmlElement, sync: () => void): void {
  const guarded = textsWithin(element).filter((text) => /[\ud800-\udfff]/.test(wordsOf(text)));
  guarded.forEach(guard);
  try {
    sync();
  } finally {
    for (const text of guarded) {
      Reflect.deleteProperty(text, 'delete');
      Reflect.deleteProperty(text, 'insert');
    }
  }
}

const wordsOf = (text: Y.XmlText): string => Y.Text.prototype.toString.call(text);

function textsWithin(element: Y.XmlElement): Y.XmlText[] {
  return element
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlElement ? textsWithin(child) : child instanceof Y.XmlText ? [child] : [],
    );
}

/** @lexical/yjs writes a text as one `delete` and one `insert` at the same place; the halves wait in between. */
function guard(text: Y.XmlText): void {
  let before = '';
  let after = '';
  text.delete = (index, length) => {
    const words = wordsOf(text);
    const end = index + length;
    before = cutsPair(words, index) ? words.charAt(index - 1) : '';
    after = cutsPair(words, end) ? words.charAt(end) : '';
    Y.XmlText.prototype.delete.call(text, index - before.length, length + before.length + after.length);
  };
  text.insert = (index, words, marks) => {
    Y.XmlText.prototype.insert.call(text, index - before.length, before + words + after, marks);
  };
}
