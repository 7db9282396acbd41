import type { PersonFacts } from './comment-facts.ts';
import { isNamedAt } from './whole-name.ts';

const MOST_OFFERED = 6;

/** A name that is being typed. */
export interface TypedMention {
  /** Of the sign before it. */
  readonly start: number;
  readonly typed: string;
}

/** The name before the caret that began with @; `undefined` = none is being typed. Pure. */
export function mentionAt(words: string, caret: number): TypedMention | undefined {
  const found = /(?:^|[\s([{"'“‘–—-])@([^\s@][^\n@]{0,40})?$/u.exec(words.slice(0, caret));
  if (!found) return undefined;
  const { 1: typed = '' } = found;
  return { start: caret - typed.length - 1, typed };
}

/** People whose name, or a later part of it, begins with what is typed. Pure. */
export function offeredFor(typed: string, people: readonly PersonFacts[]): readonly PersonFacts[] {
  const wanted = plain(typed);
  return people
    .filter(({ name }) => plain(name).startsWith(wanted) || plain(name).includes(` ${wanted}`))
    .slice(0, MOST_OFFERED);
}

/** The words with a name in the place of what was typed of it, and the caret behind it. Pure. */
export function withMention(
  words: string,
  { start, typed }: TypedMention,
  { name }: PersonFacts,
): { readonly words: string; readonly caret: number } {
  const rest = words.slice(start + 1 + typed.length);
  const put = `@${name}${/^\s/u.test(rest) ? '' : ' '}`;
  return {
    words: words.slice(0, start) + put + rest,
    caret: start + put.length + (/^\s/u.test(rest) ? 1 : 0),
  };
}

/** Who is mentioned. Of people with one name it is who was chosen. Pure. */
export function mentionsIn(
  words: string,
  people: readonly PersonFacts[],
  chosen: readonly string[],
): readonly string[] {
  const longest = people.toSorted((one, other) => other.name.length - one.name.length);
  const names = new Set<string>();
  for (let at = words.indexOf('@'); at !== -1; at = words.indexOf('@', at + 1)) {
    // "@Ada" is no part of "@Ada Lovelace".
    const named = longest.find(({ name }) => isNamedAt(words, at, name));
    if (named) names.add(named.name);
  }
  const found = longest.filter(({ name }) => names.has(name));
  return found
    .filter(({ id, name }) => {
      const alike = found.filter((each) => each.name === name);
      return alike.length === 1 || chosen.includes(id) || !alike.some((each) => chosen.includes(each.id));
    })
    .map(({ id }) => id);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
