import type { Json, Props } from './page.ts';
import { parseVariantKey, resolveProp, type VariantChoice } from './variant-keys.ts';

/** Every setting with the one value that is meant, under its plain name; those without a value are left out. */
export function localise(props: Props, choice: VariantChoice): Readonly<Record<string, Json>> {
  const names = new Set(Object.keys(props).map((key) => parseVariantKey(key)?.name ?? key));
  const values = [...names].map((name) => [name, resolveProp(props, name, choice)] as const);
  return Object.fromEntries(values.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
