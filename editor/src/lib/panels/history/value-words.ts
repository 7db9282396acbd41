import { type Json, parseVariantKey } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import { localeName, widthNames } from '../../fields/field-words.ts';
import { plainText } from './plain-text.ts';

export interface ValueNames {
  readonly colours: readonly { readonly token: string; readonly label: string }[];
}

/** A value of a setting as one would say it; `''` when there is none. */
export function valueWords(
  field: FieldDescription | undefined,
  value: Json | undefined,
  names: ValueNames,
): string {
  if (value === undefined || value === null || value === '') return '';
  switch (field?.kind) {
    case 'text':
      return String(value);
    case 'rich-text':
      return plainText(String(value));
    case 'number':
      return [value, field.details.unit].filter((each) => each !== undefined).join(' ');
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'select':
      return optionsOf(field).find((each) => each.value === value)?.label ?? String(value);
    case 'colour':
      return names.colours.find(({ token }) => token === value)?.label ?? String(value);
    case 'list':
      return Array.isArray(value)
        ? value.map((item: Json, index) => `${index + 1}. ${valueWords(field.item, item, names)}`).join('\n')
        : plainJson(value);
    case 'object':
      return isObject(value) ? objectWords(field.fields ?? [], value, names) : plainJson(value);
    default:
      return isObject(value) ? thingWords(value) : plainJson(value);
  }
}

/** A setting by its full key: `Title (German)`, `Columns (Tablet and wider)`. */
export function keyWords(fields: readonly FieldDescription[], key: string): string {
  const { name, locale, breakpoint, arm } = parseVariantKey(key) ?? { name: key };
  const label = fields.find((field) => field.name === name)?.label ?? name;
  const more = [
    locale && localeName(locale),
    breakpoint && `${widthNames[breakpoint]} and wider`,
    arm && `variant ${arm}`,
  ].filter(Boolean);
  return more.length > 0 ? `${label} (${more.join(', ')})` : label;
}

function objectWords(
  fields: readonly FieldDescription[],
  value: Readonly<Record<string, Json>>,
  names: ValueNames,
): string {
  return Object.entries(value)
    .map(([key, each]) => {
      const field = fields.find(({ name }) => name === parseVariantKey(key)?.name);
      return [keyWords(fields, key), valueWords(field, each, names)] as const;
    })
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}: ${words}`)
    .join(' · ');
}

// Pictures, films, links, products and what holds such: what they are about.
function thingWords(value: Readonly<Record<string, Json>>): string {
  const { kind, href, path, slug, ids, alt, title, src } = value;
  if (Array.isArray(ids)) return ids.length === 1 ? '1 product' : `${ids.length} products`;
  if (kind === 'sale') return 'What is reduced';
  if (kind === 'newest') return 'What is new';
  if (typeof href === 'string') return href;
  if (typeof path === 'string') return `Page ${path}`;
  if (typeof slug === 'string') return `${kind === 'product' ? 'Product' : 'Category'} ${slug}`;
  const file = typeof src === 'string' ? src.split('/').at(-1) : undefined;
  const words = [title, alt].find((each): each is string => typeof each === 'string' && each !== '');
  if (file !== undefined) return words ? `“${words}” (${file})` : file;
  return words ?? plainJson(value);
}

function optionsOf({
  details,
}: FieldDescription): readonly { readonly value: string; readonly label: string }[] {
  return Array.isArray(details.options) ? details.options : [];
}

function plainJson(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
