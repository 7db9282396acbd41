import { equalJson, type Json, type Translations } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';
import type { FieldDescription } from '@vitrine/modules';
import { itemHandles, storedPath, valuesAt } from '../fields/field-place.ts';
import { joinPath } from '../fields/field-reading.ts';
import { type VariantView, variantOf } from '../fields/field-variant.ts';
import type { ModuleDescription } from '../panels/properties/common-fields.ts';

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
  readonly state: TranslationState;
  /** Where the translation stands, as `Translations` name it. */
  readonly path: string;
  /** What it was translated from, where that is not `base`. */
  readonly before?: Json;
}

/** The texts of one instance. */
export interface TranslationGroup {
  readonly id: string;
  readonly fields: readonly FieldDescription[];
  readonly rows: readonly TranslationRow[];
}

export interface TranslationsOptions {
  readonly page: Pick<PageInYdoc, 'props' | 'itemIds' | 'children' | 'slotNames' | 'node'>;
  readonly describe: (type: string) => ModuleDescription | undefined;
  readonly locale: string;
  /** Its values stand without a locale. */
  readonly baseLocale: string;
  /** What translations were made from, as far as that is known. */
  readonly kept: Translations;
}

/** What of a page is to be had in a language, in the order of the page; instances without such texts are left out. SPEC rule TRANSLATE-3. */
export function translationGroups(options: TranslationsOptions): readonly TranslationGroup[] {
  return instancesOf(options.page).flatMap((id) => {
    const fields = options.describe(options.page.node(id)?.type ?? '')?.fields ?? [];
    const rows = rowsOf({ ...options, id, all: fields }, fields, '', []);
    return rows.length > 0 ? { id, fields, rows } : [];
  });
}

/** Instances in the order in which they are read. */
export function instancesOf(page: TranslationsOptions['page']): readonly string[] {
  const below = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => [id, ...page.slotNames(id).flatMap((slot) => below(page.children(id, slot)))]);
  return below(page.children(undefined));
}

interface Place extends TranslationsOptions {
  readonly id: string;
  readonly all: readonly FieldDescription[];
}

function rowsOf(
  place: Place,
  fields: readonly FieldDescription[],
  parent: string,
  labels: readonly string[],
): readonly TranslationRow[] {
  const { page, id, all } = place;
  const values = valuesAt(page, id, all, parent);
  return fields.flatMap((field) => {
    if (!isShown(field, fields, values, viewOf(place, place.locale))) return [];
    const own = variantOf(values, field, viewOf(place, place.locale));
    const names = [...labels, field.label];
    if (field.localised) {
      const row = rowOf(place, { field, parent, label: names.join(' › '), values, own });
      if (row) return row;
    }
    const key = own.origin.kind === 'inherited' ? own.origin.key : own.key;
    const path = joinPath(parent, key);
    if (field.kind === 'object') return rowsOf(place, field.fields ?? [], path, names);
    const { item } = field;
    if (field.kind !== 'list' || item?.kind !== 'object') return [];
    return itemHandles(page, [id], all, path).flatMap((handle, index) =>
      rowsOf(place, item.fields ?? [], joinPath(path, handle), [...names, String(index + 1)]),
    );
  });
}

// Only words must be in the reader's language; a picture or link may be the same for everybody.
const words: ReadonlySet<string> = new Set(['text', 'rich-text']);

function rowOf(
  { page, id, kept, locale, baseLocale }: Place,
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
  const path = `${id}/${storedPath(page, id, joinPath(parent, own.key))}`;
  const found = { key, field, parent, label, base, path };
  if (own.origin.kind !== 'own') {
    if (!words.has(field.kind) || isEmpty(base) || isOfSameLanguage(own.origin, locale)) return undefined;
    return { ...found, value: undefined, state: 'missing' };
  }
  const from = Object.hasOwn(kept, path) ? kept[path] : undefined;
  const stands = values[field.name] ?? null;
  const isOutdated = from !== undefined && equalJson(from.value, own.value) && !equalJson(from.base, stands);
  if (!isOutdated) return { ...found, value: own.value, state: 'done' };
  return { ...found, value: own.value, state: 'outdated', before: from.base };
}

// An Austrian reads what was written for Germans.
function isOfSameLanguage(origin: ReturnType<typeof variantOf>['origin'], locale: string): boolean {
  return origin.kind === 'inherited' && origin.locale?.split('-')[0] === locale.split('-')[0];
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

function viewOf({ baseLocale }: Place, locale: string): VariantView {
  return { locale, baseLocale, breakpoint: 'base' };
}

/** Whether there is nothing to be translated. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' && value.replace(/<[^>]*>|&nbsp;/g, '').trim() === '';
}
