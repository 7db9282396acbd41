import { isAmong, isAudienceName, isInGroup } from './audience.ts';

/** Whom an instance is for. What is left out is no bound; without any it is for everybody. */
export interface Readers {
  /** BCP 47, sorted, each once. A language is for its neighbours too: `de` for who reads `de-AT`, not the other way round. */
  readonly locales?: readonly string[];
  /** Ids of customer groups, sorted, each once; `anyone` are those in none. */
  readonly groups?: readonly string[];
  /**
   * Ids of audiences and of versions under test (`hero.b`), sorted, each once. Any of them is enough; with `!` before it nobody of
   * that one sees it, whatever else they are.
   */
  readonly audiences?: readonly string[];
}

export type ReaderKind = keyof Readers;

export const readerKinds = ['locales', 'groups', 'audiences'] as const satisfies readonly ReaderKind[];

/** Somebody who looks at a page. */
export interface Reader {
  readonly locale: string;
  /** All their groups as one word, `club,trade`; `anyone` = none. */
  readonly customerGroup: string;
  /** Everything they are, as `audienceOf` writes it; `everyone` = nothing in particular. */
  readonly audience: string;
}

/** Whether the reader gets to see what is for these. SPEC rules SHOWN-1 and SHOWN-3. */
export function isFor(readers: Readers, { locale, customerGroup, audience }: Reader): boolean {
  return (
    isForLocale(readers, locale) &&
    (readers.groups?.some((group) => isInGroup(customerGroup, group)) ?? true) &&
    isForAudience(readers, audience)
  );
}

/** Whether somebody who reads the language gets to see it, in whatever group they are. */
export function isForLocale({ locales }: Readers, locale: string): boolean {
  return locales?.some((each) => locale === each || locale.startsWith(`${each}-`)) ?? true;
}

function isForAudience({ audiences }: Readers, audience: string): boolean {
  if (!audiences) return true;
  let isNamed = false;
  let isAny = false;
  for (const each of audiences) {
    if (each.startsWith('!')) {
      if (isAmong(audience, each.slice(1))) return false;
    } else {
      isNamed = true;
      isAny ||= isAmong(audience, each);
    }
  }
  return isAny || !isNamed;
}

/** The id of an audience or version that an entry of `audiences` is about. */
export function audienceIdIn(entry: string): string {
  return entry.startsWith('!') ? entry.slice(1) : entry;
}

/** Most locales, groups or audiences an instance names. */
export const MOST_READERS = 50;

const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const GROUP = /^[\w.:-]{1,128}$/;
const canBeIn: Readonly<Record<ReaderKind, (entry: string) => boolean>> = {
  locales: (entry) => LOCALE.test(entry),
  groups: (entry) => GROUP.test(entry),
  audiences: (entry) => isAudienceName(audienceIdIn(entry)),
};

/** Whether a value is a list that an instance can be for: sorted, each once, none empty. */
export function isReaders(kind: ReaderKind, value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_READERS &&
    value.every(
      (each, index) =>
        typeof each === 'string' &&
        canBeIn[kind](each) &&
        (index === 0 || each > (value[index - 1] as string)),
    )
  );
}
