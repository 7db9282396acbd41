import { type Json, type Props, parseVariantKey } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';
import type { FieldDescription } from '@vitrine/modules';

/** What fields need of a document: to read and to write values by their path. */
export type FieldPage = Pick<
  PageInYdoc,
  'props' | 'itemIds' | 'setProp' | 'setAt' | 'insertItem' | 'moveItem' | 'removeItem' | 'transact'
>;

/**
 * A path as in the document (`links/i3/label@de`), where an item may also be said by its position (`links/#2/label@de`): items of
 * a default have no ids yet, and the same item of several instances has a different one in each.
 */
export type FieldPath = string;

export interface Found {
  readonly value: Json | undefined;
  /** Whether the document holds it; otherwise it is the default of a field, or part of one. */
  readonly isStored: boolean;
}

type ReadPage = Pick<FieldPage, 'props' | 'itemIds'>;
type Fields = readonly FieldDescription[];
type Values = Readonly<Record<string, Json>>;

/** The settings at a path, which is that of the instance itself (''), of an object, or of an item that is an object. */
export function valuesAt(page: ReadPage, id: string, fields: Fields, path: FieldPath): Props {
  if (path === '') return page.props(id);
  const { value } = valueAt(page, id, fields, path);
  return isValues(value) ? value : nothing;
}

/** The value at a path; what nobody stored comes from the defaults of the fields along the way. */
export function valueAt(page: ReadPage, id: string, fields: Fields, path: FieldPath): Found {
  const segments = path.split('/');
  let found: Found = { value: page.props(id), isStored: true };
  let known: FieldDescription | undefined;
  for (const [index, segment] of segments.entries()) {
    const parent = found.value;
    if (index > 0 && (known?.kind === 'list' || Array.isArray(parent))) {
      const at = itemIndex(page, id, segments.slice(0, index).join('/'), segment);
      const item = Array.isArray(parent) && at >= 0 ? (parent[at] as Json | undefined) : undefined;
      found = { value: item, isStored: found.isStored && item !== undefined };
      known = known?.item;
    } else {
      const inside: Fields = (index === 0 ? fields : known?.fields) ?? [];
      const name = parseVariantKey(segment)?.name;
      known = inside.find((field) => field.name === name);
      const stored = isValues(parent) ? parent[segment] : undefined;
      found =
        stored === undefined || stored === null
          ? { value: known?.kind === 'object' ? {} : (known?.default as Json | undefined), isStored: false }
          : { value: stored, isStored: found.isStored };
    }
  }
  return found;
}

/**
 * Writes a value; `undefined` takes it away. Where an object or list on the way is only a default, it is stored with the change
 * made in it.
 */
export function writeAt(
  page: FieldPage,
  id: string,
  fields: Fields,
  path: FieldPath,
  value: Json | undefined,
): void {
  const { parentPath, key } = splitPath(path);
  const parent = parentPath === '' ? undefined : valueAt(page, id, fields, parentPath);
  if (!parent) page.setProp(id, key, value);
  else if (parent.isStored) page.setAt(id, storedPath(page, id, path), value);
  else
    writeAt(
      page,
      id,
      fields,
      parentPath,
      withChange(page, id, { parentPath, key, value, parent: parent.value }),
    );
}

function withChange(
  page: ReadPage,
  id: string,
  { parentPath, key, value, parent }: { parentPath: string; key: string; value?: Json; parent?: Json },
): Json {
  if (Array.isArray(parent)) {
    const at = itemIndex(page, id, parentPath, key);
    const items = parent as readonly Json[];
    return value === undefined ? items.toSpliced(at, 1) : items.with(at, value);
  }
  const { [key]: _, ...others } = isValues(parent) ? parent : nothing;
  return value === undefined ? others : { ...others, [key]: value };
}

function splitPath(path: FieldPath): { readonly parentPath: FieldPath; readonly key: string } {
  const cut = path.lastIndexOf('/');
  return { parentPath: path.slice(0, Math.max(0, cut)), key: path.slice(cut + 1) };
}

/** The path with ids for positions. */
export function storedPath(page: ReadPage, id: string, path: FieldPath): string {
  const result: string[] = [];
  for (const segment of path.split('/')) {
    const position = positionOf(segment);
    const known = position === undefined ? undefined : page.itemIds(id, result.join('/'))[position];
    result.push(known ?? segment);
  }
  return result.join('/');
}

/** How the panel names the items of a list: by their ids, or by position where ids say nothing. */
export function itemHandles(
  page: ReadPage,
  ids: readonly string[],
  fields: Fields,
  path: FieldPath,
): readonly string[] {
  const [first] = ids;
  if (first === undefined) return [];
  const { value, isStored } = valueAt(page, first, fields, path);
  if (!Array.isArray(value)) return [];
  const own = isStored && ids.length === 1 ? page.itemIds(first, storedPath(page, first, path)) : [];
  return own.length === value.length ? own : value.map((_, index) => `#${index}`);
}

function itemIndex(page: ReadPage, id: string, listPath: FieldPath, handle: string): number {
  return positionOf(handle) ?? page.itemIds(id, storedPath(page, id, listPath)).indexOf(handle);
}

function positionOf(segment: string): number | undefined {
  return segment.startsWith('#') ? Number(segment.slice(1)) : undefined;
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing: Values = {};
