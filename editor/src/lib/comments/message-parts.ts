import type { PersonFacts } from './comment-facts.ts';
import { isNamedAt } from './whole-name.ts';

/** A piece of a message: words, an address to go to, or somebody who is mentioned. */
export type MessagePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; readonly person: string };

const address = /https?:\/\/[^\s<>"'`]+/giu;
// What ends a sentence is not part of an address, and a bracket only when it was opened in it.
const ending = /[.,;:!?…]/u;

/** A message taken apart. All of it is in the parts, in order; only http and https lead anywhere. Pure. */
export function messageParts(words: string, mentions: readonly PersonFacts[]): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  for (const { index, 0: found } of words.matchAll(address)) {
    const text = trimmed(found);
    const href = URL.parse(text);
    if (!href || !['http:', 'https:'].includes(href.protocol)) continue;
    parts.push(...mentionParts(words.slice(at, index), mentions), { kind: 'link', text, href: href.href });
    at = index + text.length;
  }
  parts.push(...mentionParts(words.slice(at), mentions));
  return parts;
}

function trimmed(found: string): string {
  const count = (sign: string) => found.split(sign).length;
  let unopened = count(')') - count('(');
  let end = found.length;
  for (;;) {
    const last = found.charAt(end - 1);
    const isUnopened = last === ')' && unopened > 0;
    if (!isUnopened && !ending.test(last)) return found.slice(0, end);
    if (isUnopened) unopened -= 1;
    end -= 1;
  }
}

function mentionParts(words: string, mentions: readonly PersonFacts[]): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  // Of two names that begin alike the longer one is meant.
  const people = mentions.toSorted((one, other) => other.name.length - one.name.length);
  let from = 0;
  for (let at = words.indexOf('@'); at !== -1; at = words.indexOf('@', at + 1)) {
    const person = people.find(({ name }) => isNamedAt(words, at, name));
    if (!person || at < from) continue;
    const text = `@${person.name}`;
    parts.push(...plain(words.slice(from, at)), { kind: 'mention', text, person: person.id });
    from = at + text.length;
  }
  return [...parts, ...plain(words.slice(from))];
}

function plain(text: string): readonly MessagePart[] {
  return text === '' ? [] : [{ kind: 'words', text }];
}
