import { equalJson } from './equal-json.ts';
import type { Json } from './page.ts';

/** A value written for one language, and the value without a language that it stands for. */
export interface Translation {
  readonly value: Json;
  /** `null` = there is none. */
  readonly base: Json;
}

/**
 * By where the value stands: the instance and the path of its setting (`hero/links/4fk2m0x/label@de`), of the page itself
 * `/seo/title@de`.
 */
export type Translations = Readonly<Record<string, Translation>>;

/**
 * Translations with what they were translated from. Where the value is still the one that was kept, so is what it was translated from,
 * whatever has become of that; what was translated anew stands for what is written there now. SPEC rules TRANS-2 and TRANS-3.
 */
export function keptTranslations(kept: Translations, now: Translations): Translations {
  return Object.fromEntries(
    Object.entries(now).map(([path, translation]) => {
      const before = Object.hasOwn(kept, path) ? kept[path] : undefined;
      return [path, before && equalJson(before.value, translation.value) ? before : translation];
    }),
  );
}

export function isSameTranslations(one: Translations, other: Translations): boolean {
  return equalJson(one as unknown as Json, other as unknown as Json);
}
