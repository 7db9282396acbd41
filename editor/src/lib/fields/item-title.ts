import type { Json } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import { type VariantView, variantOf } from './field-variant.ts';

/** What an item of a list is called in the panel: its first words; `undefined` when it has none. */
export function itemTitle(
  item: FieldDescription,
  value: Json | undefined,
  view: VariantView,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return plainWords(value);
  if (typeof value !== 'object') return String(value);
  if (item.kind === 'object' && !Array.isArray(value)) {
    const values = value as Readonly<Record<string, Json>>;
    const inside = item.fields ?? [];
    const words = (kinds: readonly string[]) =>
      inside
        .filter(({ kind }) => kinds.includes(kind))
        .map((field) => itemTitle(field, variantOf(values, field, view).value, view))
        .find((title) => title !== undefined);
    return words(['text']) ?? words(['rich-text', 'image', 'video', 'link']);
  }
  const { alt, title, href, path, slug, src } = value as Readonly<Record<string, unknown>>;
  const words = [alt, title, href, path, slug, src].find((each) => typeof each === 'string' && each !== '');
  return words as string | undefined;
}

function plainWords(text: string): string | undefined {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return words === '' ? undefined : words;
}
