import { equalJson } from './equal-json.ts';
import type { Json } from './page.ts';

/** A value written for one language, and the value without a language that it stands for. */
export interface Translation {
  readonly value: Json;
  /** `null` = there is none. */
  readonly base: Json;
  /** The last one that stood for another base: who takes a change back has that one again. */
  readonly earlier?: { readonly value: Json; readonly base: Json };
}

/**
 * By where the value stands: the instance and the path of its setting (`hero/links/4fk2m0x/label@de`), of the page itself
 * `/seo/title@de`.
 */
export type Translations = Readonly<Record<string, Translation>>;

/** Translations that were taken away and are remembered all the same, in case they come back. */
const MOST_GONE = 500;

/**
 * Translations with what they were translated from. Where the value is still the one that was kept, so is what it was translated from,
 * whatever has become of that; what was translated anew stands for what is written there now, and what comes back for what it stood
 * for before. One that was taken away is `null`. SPEC rules TRANS-2, TRANS-3 and TRANS-5.
 */
export function keptTranslations(kept: Translations, now: Translations): Translations {
  const gone = Object.entries(kept).filter(([path]) => !Object.hasOwn(now, path));
  return Object.fromEntries([
    ...gone.slice(-MOST_GONE).map(([path, before]) => [path, keptOne(before, none)] as const),
    ...Object.entries(now).map(([path, translation]) => {
      const before = Object.hasOwn(kept, path) ? kept[path] : undefined;
      return [path, before ? keptOne(before, translation) : translation] as const;
    }),
  ]);
}

const none: Translation = { value: null, base: null };

function keptOne(before: Translation, now: Translation): Translation {
  const { value, base, earlier } = before;
  if (equalJson(value, now.value)) return before;
  if (earlier && equalJson(earlier.value, now.value)) return earlier;
  // What was only begun for the same base is not what one goes back to.
  const isBegun = value === null || (now.value !== null && equalJson(base, now.base));
  const last = isBegun ? earlier : { value, base };
  return last ? { ...now, earlier: last } : now;
}

export function isSameTranslations(one: Translations, other: Translations): boolean {
  return equalJson(one as unknown as Json, other as unknown as Json);
}
