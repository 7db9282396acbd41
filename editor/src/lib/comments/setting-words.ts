import type { FieldDescription } from '@vitrine/modules';
import { keyWords } from '../panels/history/value-words.ts';

/** A setting as the panel calls it, by its path: `Title (German)`, `Links › Label`. Pure. */
export function settingWords(fields: readonly FieldDescription[], path: string): string {
  const [name = '', ...rest] = path.split('/');
  const label = keyWords(fields, name);
  const field = fields.find((each) => each.name === name.split(/[@#]/)[0]);
  const inner = rest.length > 0 && field ? innerWords(field, rest) : '';
  return inner === '' ? label : `${label} › ${inner}`;
}

function innerWords(field: FieldDescription, rest: readonly string[]): string {
  if (field.kind !== 'list') return settingWords(field.fields ?? [], rest.join('/'));
  // An item is named by its handle, which says nothing to people.
  const [, ...below] = rest;
  if (below.length === 0 || !field.item) return '';
  return settingWords(field.item.fields ?? [], below.join('/'));
}
