import type { Json } from '@vitrine/content';
import { type FieldPath, storedPath, valueAt, writeAt } from './field-place.ts';
import type { FieldScope } from './field-scope.tsx';
import { moveInList } from './reorder.ts';

type ListScope = Pick<FieldScope, 'page' | 'ids' | 'fields' | 'gestures'>;

/** Adds an item at the end of a list, in all instances; a list that is only a default is stored with it. */
export function addItem(scope: ListScope, path: FieldPath, value: Json): void {
  eachList(scope, path, (id, items, isStored) => {
    if (isStored) scope.page.insertItem(id, storedPath(scope.page, id, path), items.length, value);
    else writeAt(scope.page, id, scope.fields, path, [...items, value]);
  });
}

export function moveListItem(scope: ListScope, path: FieldPath, from: number, to: number): void {
  eachList(scope, path, (id, items, isStored) => {
    const list = storedPath(scope.page, id, path);
    const item = isStored ? scope.page.itemIds(id, list)[from] : undefined;
    if (item !== undefined) scope.page.moveItem(id, list, item, to);
    else writeAt(scope.page, id, scope.fields, path, moveInList(items, from, to));
  });
}

export function removeListItem(scope: ListScope, path: FieldPath, index: number): void {
  eachList(scope, path, (id, items, isStored) => {
    const list = storedPath(scope.page, id, path);
    const item = isStored ? scope.page.itemIds(id, list)[index] : undefined;
    if (item !== undefined) scope.page.removeItem(id, list, item);
    else writeAt(scope.page, id, scope.fields, path, items.toSpliced(index, 1));
  });
}

function eachList(
  { page, ids, fields, gestures }: ListScope,
  path: FieldPath,
  work: (id: string, items: readonly Json[], isStored: boolean) => void,
): void {
  gestures.run(() => {
    for (const id of ids) {
      const { value, isStored } = valueAt(page, id, fields, path);
      work(id, Array.isArray(value) ? (value as readonly Json[]) : [], isStored);
    }
  }, 'chosen');
}
