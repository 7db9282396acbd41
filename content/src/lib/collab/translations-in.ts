import type { Json, Props } from '../page.ts';
import type { Translation, Translations } from '../translation.ts';
import { formatVariantKey, parseVariantKey } from '../variant-keys.ts';
import type { PageInYdoc } from './page-in-ydoc.ts';

type TranslatedPage = Pick<PageInYdoc, 'meta' | 'props' | 'itemIds' | 'children' | 'slotNames'>;

/** Every value of a page that is written for a language of its own, with what it stands for. SPEC rule TRANS-1. */
export function translationsIn(page: TranslatedPage): Translations {
  const found = new Map<string, Translation>();
  take(page.meta().seo, '/seo', () => [], found);
  const waiting = [...page.children(undefined)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const of = id;
    take(page.props(of), of, (path) => page.itemIds(of, path.slice(of.length + 1)), found);
    for (const slot of page.slotNames(of)) waiting.push(...page.children(of, slot));
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function take(
  values: Props,
  path: string,
  itemIds: (path: string) => readonly string[],
  found: Map<string, Translation>,
): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === null) continue;
    const own = `${path}/${key}`;
    // Most settings are for everybody, and a page has thousands of them.
    const { locale, ...plain } = (key.includes('@') && parseVariantKey(key)) || { name: key };
    if (locale !== undefined) found.set(own, { value, base: values[formatVariantKey(plain)] ?? null });
    else within(value, own, itemIds, found);
  }
}

function within(
  value: Json,
  path: string,
  itemIds: (path: string) => readonly string[],
  found: Map<string, Translation>,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (!isList(value)) {
    take(value, path, itemIds, found);
    return;
  }
  const ids = itemIds(path);
  for (const [index, item] of value.entries())
    within(item, `${path}/${ids.length === value.length ? ids[index] : `#${index}`}`, itemIds, found);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
