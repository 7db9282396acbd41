import type { Json } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';

/** Whether a value counts as not filled in. */
export function isEmptyValue(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** What a new item of a list begins as; `undefined` when something must be chosen first. */
export function newItem(item: FieldDescription): Json | undefined {
  if (item.kind === 'object') return {};
  if (item.default !== undefined) return item.default as Json;
  if (item.kind === 'text' || item.kind === 'rich-text') return '';
  return item.kind === 'list' ? [] : undefined;
}
