import type { PropShape, PropShapes } from '../prop-shape.ts';
import { parseVariantKey } from '../variant-keys.ts';

// A path names one value of an instance: `title@de`, `cta/label`, `links/4fk2m0x/label@de`. Its parts are keys of settings or
// ids of list items; items begin with a digit and keys never do, so they cannot be mistaken for each other.

const plain: PropShape = { kind: 'plain' };

export function isItemSegment(segment: string): boolean {
  return /^\d[a-zA-Z\d]*$/.test(segment);
}

export function isKeySegment(segment: string): boolean {
  return parseVariantKey(segment) !== undefined;
}

export function isPath(path: string): boolean {
  const [key = '', ...rest] = path.split('/');
  return isKeySegment(key) && rest.every((segment) => isItemSegment(segment) || isKeySegment(segment));
}

/** The setting a path is part of: `links/4fk2m0x/label` → `links`. */
export function topKey(path: string): string {
  const end = path.indexOf('/');
  return end === -1 ? path : path.slice(0, end);
}

export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * The key a value is stored under. A list item's own key holds its order, so that it can be moved while its value is changed;
 * the value has a key below.
 */
export function storedKey(path: string): string {
  return isItemSegment(lastSegment(path)) ? `${path}/$` : path;
}

/** The path of a stored key, and whether it is the order of an item. */
export function pathOfStoredKey(key: string): { readonly path: string; readonly isOrder: boolean } {
  if (key.endsWith('/$')) return { path: key.slice(0, -2), isOrder: false };
  return { path: key, isOrder: isItemSegment(lastSegment(key)) };
}

export function shapeOf(shapes: PropShapes | undefined, key: string): PropShape {
  const name = parseVariantKey(key)?.name ?? key;
  return (shapes && Object.hasOwn(shapes, name) ? shapes[name] : undefined) ?? plain;
}

export function shapeAt(shapes: PropShapes | undefined, path: string): PropShape {
  const [key, ...rest] = path.split('/');
  let shape = shapeOf(shapes, key!);
  for (const segment of rest) {
    if (shape.kind === 'list' && isItemSegment(segment)) shape = shape.item;
    else if (shape.kind === 'object') shape = shapeOf(shape.fields, segment);
    else return plain;
  }
  return shape;
}

/** An id of a list item that is not in use. */
export function makeItemId(random: () => number): string {
  return `${Math.floor(random() * 10)}${makeLetters(random, 6)}`;
}

export function makeNodeId(random: () => number): string {
  return `n${makeLetters(random, 10)}`;
}

function makeLetters(random: () => number, count: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)]).join('');
}
