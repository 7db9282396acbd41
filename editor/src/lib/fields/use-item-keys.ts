import { useRef } from 'react';

/**
 * React keys for the items of a list. The items of a default get ids when the first of them is edited; they keep their keys then,
 * so that the input being typed into stays.
 */
export function useItemKeys(items: readonly string[]): readonly string[] {
  const kept = useRef<{ readonly items: readonly string[]; readonly keys: readonly string[] }>({
    items: [],
    keys: [],
  });
  if (kept.current.items !== items) kept.current = { items, keys: keysFor(items, kept.current) };
  return kept.current.keys;
}

export function keysFor(
  items: readonly string[],
  before: { readonly items: readonly string[]; readonly keys: readonly string[] },
): readonly string[] {
  const gotIds =
    before.items.length === items.length && before.items.every(isPosition) && !items.every(isPosition);
  if (gotIds) return before.keys;
  const known = new Map(before.items.map((item, index) => [item, before.keys[index]!]));
  const keys = items.map((item) => known.get(item) ?? item);
  // A key kept for another item would be there twice.
  return new Set(keys).size === keys.length ? keys : items;
}

function isPosition(item: string): boolean {
  return item.startsWith('#');
}
