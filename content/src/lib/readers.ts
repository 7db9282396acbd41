/** Whom an instance is for. What is left out is no bound; without any it is for everybody. */
export interface Readers {
  /** BCP 47, sorted, each once. A language is for its neighbours too: `de` for who reads `de-AT`, not the other way round. */
  readonly locales?: readonly string[];
  /** Ids of customer groups, sorted, each once; `anyone` are those in none. */
  readonly groups?: readonly string[];
}

/** Somebody who looks at a page. */
export interface Reader {
  readonly locale: string;
  readonly customerGroup: string;
}

/** Whether the reader gets to see what is for these. SPEC rule SHOWN-1. */
export function isFor(readers: Readers, { locale, customerGroup }: Reader): boolean {
  return isForLocale(readers, locale) && (readers.groups?.includes(customerGroup) ?? true);
}

/** Whether somebody who reads the language gets to see it, in whatever group they are. */
export function isForLocale({ locales }: Readers, locale: string): boolean {
  return locales?.some((each) => locale === each || locale.startsWith(`${each}-`)) ?? true;
}

/** Most locales, or groups, an instance names. */
export const MOST_READERS = 50;

const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const GROUP = /^[\w.:-]{1,128}$/;

/** Whether a value is a list that an instance can be for: sorted, each once, none empty. */
export function isReaders(kind: keyof Readers, value: unknown): boolean {
  const shape = kind === 'locales' ? LOCALE : GROUP;
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_READERS &&
    value.every(
      (each, index) =>
        typeof each === 'string' && shape.test(each) && (index === 0 || each > (value[index - 1] as string)),
    )
  );
}
