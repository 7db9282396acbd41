import type { Json } from '../page.ts';
import type { PropShape } from '../prop-shape.ts';
import { keysAt } from './order-key.ts';
import type { PageSource } from './page-source.ts';
import { isItemSegment, lastSegment, makeItemId, shapeOf, storedKey } from './prop-path.ts';
import { htmlToRichText, normaliseRichText } from './rich-text/rich-text.ts';
import { kindFor } from './stored-shape.ts';
import { type Marker, storePlain } from './stored-value.ts';
import { patchText } from './text-patch.ts';

/** A value as it is stored when nothing is there yet. */
export interface FreshValues {
  readonly entries: [key: string, stored: Json][];
  readonly texts: { readonly kind: 'text' | 'rich-text'; readonly path: string; readonly value: string }[];
}

/** Adds to `fresh` what stores this value at a path. */
export function addFresh(
  fresh: FreshValues,
  { path, value, shape, random }: { path: string; value: Json; shape: PropShape; random: () => number },
): void {
  const put = (marker: Marker) => fresh.entries.push([storedKey(path), marker as Json]);
  switch (kindFor(value, shape)) {
    case 'text':
      put({ $: 'text' });
      fresh.texts.push({ kind: 'text', path, value: value as string });
      return;
    case 'rich-text':
      put(richMarker(value as string));
      fresh.texts.push({ kind: 'rich-text', path, value: value as string });
      return;
    case 'list': {
      const items = value as readonly Json[];
      put({ $: 'list' });
      for (const [index, key] of keysAt([], { index: 0, count: items.length, random }).entries()) {
        addFreshItem(fresh, { path, key, value: items[index]!, shape: itemShape(shape), random });
      }
      return;
    }
    case 'object':
      // An item is an object unless it says otherwise.
      if (!isItemSegment(lastSegment(path))) put({ $: 'object' });
      for (const [key, each] of Object.entries(value as Readonly<Record<string, Json>>)) {
        addFresh(fresh, { path: `${path}/${key}`, value: each, shape: fieldShape(shape, key), random });
      }
      return;
    default:
      fresh.entries.push([storedKey(path), storePlain(value)]);
  }
}

/** @returns The id of the item. */
export function addFreshItem(
  fresh: FreshValues,
  {
    path,
    key,
    value,
    shape,
    random,
  }: { path: string; key: string; value: Json; shape: PropShape; random: () => number },
): string {
  const item = makeItemId(random);
  fresh.entries.push([`${path}/${item}`, { $: 'item', key }]);
  addFresh(fresh, { path: `${path}/${item}`, value, shape, random });
  return item;
}

/** Writes the texts of fresh values; the entries are the caller's. */
export function writeFreshTexts(source: PageSource, id: string, { texts }: FreshValues): void {
  for (const { kind, path, value } of texts) {
    // What strays here from an earlier life of the value is not part of it.
    if (kind === 'text') patchText(source.texts.text(id, path), value);
    else htmlToRichText(value, source.texts.richText(id, path));
  }
}

export function richMarker(html: string): Marker {
  return normaliseRichText(html) === html ? { $: 'rich-text' } : { $: 'rich-text', source: html };
}

export function itemShape(shape: PropShape): PropShape {
  return shape.kind === 'list' ? shape.item : { kind: 'plain' };
}

export function fieldShape(shape: PropShape, key: string): PropShape {
  return shape.kind === 'object' ? shapeOf(shape.fields, key) : { kind: 'plain' };
}
