import { equalJson, type Json } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';
import type { FieldDescription } from '@vitrine/modules';
import { itemHandles, storedPath, valuesAt } from '../fields/field-place.ts';
import { joinPath } from '../fields/field-reading.ts';
import { type VariantView, variantOf } from '../fields/field-variant.ts';

/** `missing`: readers of the language get another one's. `outdated`: what it was translated from is not what stands there now. */
export type TranslationState = 'missing' | 'outdated' | 'done';

/** One text of a page that readers of a language should have in it. */
export interface TranslationRow {
  /** The same for as long as it is the same setting. */
  readonly key: string;
  readonly field: FieldDescription;
  /** Of what it is a setting: '' = the instance, else an object or an item of a list. */
  readonly parent: string;
  /** What people call it, from the outside in: `Links › 2 › Label`. */
  readonly label: string;
  readonly base: Json | undefined;
  readonly value: Json | undefined;
  /** What a translation that is written now is made from, as `Translations` keep it. `base` is what readers see instead. */
  readonly stands: Json;
  readonly state: TranslationState;
  /** Where the translation stands, as `Translations` name it. */
  readonly path: string;
  /** What it was translated from, where that is not what stands there. */
  readonly before?: Json;
  /** It is what a picture shows, kept in the value of its setting. Absent = it is the setting. */
  readonly isAlt?: true;
}

/** An instance whose texts are read. */
export interface TextPlace {
  readonly read: Pick<PageInYdoc, 'props' | 'itemIds'>;
  readonly id: string;
  readonly locale: string;
  /** Its values stand without a locale. */
  readonly baseLocale: string;
  /** Of the instance. */
  readonly all: readonly FieldDescription[];
}

/** The texts of an instance, as far as the document knows how it stands with them: none is outdated. Pure. */
export function textsIn(place: TextPlace): readonly TranslationRow[] {
  return rowsOf(place, place.all, '', []);
}

function rowsOf(
  place: TextPlace,
  fields: readonly FieldDescription[],
  parent: string,
  labels: readonly string[],
): readonly TranslationRow[] {
  const { read, id, all, locale, baseLocale } = place;
  const values = valuesAt(read, id, all, parent);
  return fields.flatMap((field) => {
    if (!field.localised && !inside.has(field.kind)) return [];
    if (!isShown(field, fields, values, viewOf(place, place.locale))) return [];
    const own = variantOf(values, field, viewOf(place, place.locale));
    const names = [...labels, field.label];
    if (field.localised) {
      const row = rowOf(place, { field, parent, label: names.join(' › '), values, own });
      if (row) return row;
      // What is in it is in the language of all of it.
      if (isOfSameLanguage(own.origin, locale, baseLocale)) return [];
    }
    if (field.kind === 'image') return altOf(place, { field, parent, label: names.join(' › '), own });
    const key = own.origin.kind === 'inherited' ? own.origin.key : own.key;
    const path = joinPath(parent, key);
    if (field.kind === 'object') return rowsOf(place, field.fields ?? [], path, names);
    const { item } = field;
    if (field.kind !== 'list' || item?.kind !== 'object') return [];
    return itemHandles(read, [id], all, path).flatMap((handle, index) =>
      rowsOf(place, item.fields ?? [], joinPath(path, handle), [...names, String(index + 1)]),
    );
  });
}

// Of what is the same in every language, these hold words that are not.
const inside: ReadonlySet<string> = new Set(['object', 'list', 'image']);

// A picture is the same in every language, what it shows is said in each. One that is decoration says nothing.
function altOf(
  { read, id, locale }: TextPlace,
  {
    field,
    parent,
    label,
    own,
  }: {
    readonly field: FieldDescription;
    readonly parent: string;
    readonly label: string;
    readonly own: ReturnType<typeof variantOf>;
  },
): readonly TranslationRow[] {
  const picture = own.value as Readonly<Record<string, Json>> | undefined;
  const alt = picture?.alt;
  if (!picture || typeof alt !== 'string' || alt.trim() === '') return [];
  const stored = own.origin.kind === 'inherited' ? own.origin.key : own.key;
  const key = `${id}/${joinPath(parent, field.name)}/alt`;
  const path = `${id}/${storedPath(read, id, joinPath(parent, stored))}/alt@${locale}`;
  const row = {
    key,
    field,
    parent,
    label: `${label} › Alternative text`,
    base: alt,
    path,
    stands: alt,
    isAlt: true,
  } as const;
  const value = picture[`alt@${locale}`];
  if (typeof value === 'string' && value !== '') return [{ ...row, value, state: 'done' }];
  // An Austrian hears what was written for Germans.
  if (!isEmpty(picture[`alt@${locale.split('-')[0]}`])) return [];
  return [{ ...row, value: undefined, state: 'missing' }];
}

// Only words must be in the reader's language; a picture or link may be the same for everybody.
const words: ReadonlySet<string> = new Set(['text', 'rich-text']);

function rowOf(
  { read, id, locale, baseLocale }: TextPlace,
  about: {
    readonly field: FieldDescription;
    readonly parent: string;
    readonly label: string;
    readonly values: Readonly<Record<string, Json>>;
    readonly own: ReturnType<typeof variantOf>;
  },
): TranslationRow | undefined {
  const { field, parent, label, values, own } = about;
  const base =
    variantOf(values, field, { locale: baseLocale, baseLocale, breakpoint: 'base' }).value ??
    (field.default as Json | undefined);
  const key = `${id}/${joinPath(parent, field.name)}`;
  const path = `${id}/${storedPath(read, id, joinPath(parent, own.key))}`;
  const found = { key, field, parent, label, base, path, stands: values[field.name] ?? null };
  if (own.origin.kind === 'own') {
    // A formatted text is begun with the words of the original in it.
    const isOnlyBegun = field.kind === 'rich-text' && !isEmpty(base) && equalJson(own.value, base);
    return { ...found, value: own.value, state: isOnlyBegun ? 'missing' : 'done' };
  }
  if (!words.has(field.kind) || isEmpty(base) || isOfSameLanguage(own.origin, locale)) return undefined;
  return { ...found, value: undefined, state: 'missing' };
}

// An Austrian reads what was written for Germans.
function isOfSameLanguage(
  origin: ReturnType<typeof variantOf>['origin'],
  locale: string,
  except?: string,
): boolean {
  if (origin.kind !== 'inherited' || origin.locale === except) return false;
  return origin.locale?.split('-')[0] === locale.split('-')[0];
}

function isShown(
  { when }: FieldDescription,
  siblings: readonly FieldDescription[],
  values: Readonly<Record<string, Json>>,
  view: VariantView,
): boolean {
  const other = when && siblings.find(({ name }) => name === when.field);
  if (!when || !other) return true;
  return when.is.includes(variantOf(values, other, view).value ?? other.default);
}

function viewOf({ baseLocale }: TextPlace, locale: string): VariantView {
  return { locale, baseLocale, breakpoint: 'base' };
}

/** Whether there is nothing to be translated. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' && value.replace(/<[^>]*>|&nbsp;/g, '').trim() === '';
}
