import type { Json } from '../page.ts';
import type { PropShape } from '../prop-shape.ts';
import { type PageSource, propsIn, shapesIn } from './page-source.ts';
import { isKeySegment, pathOfStoredKey, shapeAt, topKey } from './prop-path.ts';
import { isRecord, markerOf, readPlain } from './stored-value.ts';

export type ValueKind = PropShape['kind'];

/** How a value is stored in a setting of this shape; one that is not of its shape is plain. */
export function kindFor(value: Json, shape: PropShape): ValueKind {
  if (shape.kind === 'text' || shape.kind === 'rich-text') {
    return typeof value === 'string' ? shape.kind : 'plain';
  }
  if (shape.kind === 'list') return Array.isArray(value) ? 'list' : 'plain';
  if (shape.kind === 'object') {
    return isRecord(value) && Object.keys(value).every(isKeySegment) ? 'object' : 'plain';
  }
  return 'plain';
}

/** Whether every value of an instance, or of one of its settings, is stored as its setting has it now. */
export function isStoredInShape(source: PageSource, id: string, only?: string): boolean {
  const shapes = shapesIn(source, id);
  for (const [key, stored] of propsIn(source, id) ?? []) {
    const { path, isOrder } = pathOfStoredKey(key);
    if (only !== undefined && topKey(path) !== only) continue;
    const marker = markerOf(stored);
    if (isOrder || marker?.$ === 'item') continue;
    const shape = shapeAt(shapes, path);
    const isPlain = marker === undefined || marker.$ === 'json';
    const kind = isPlain ? kindFor(readPlain(stored as Json), shape) : shape.kind;
    if (kind !== (isPlain ? 'plain' : marker.$)) return false;
  }
  return true;
}
