import type { PropShape } from '@vitrine/content';
import type { FieldDescription } from './fields/describe-fields.ts';
import type { Field, Fields } from './fields/field.ts';

/** How the settings of a module are taken apart for many hands, by name: from its fields, or from their description. */
export function shapesOf(fields: Fields | readonly FieldDescription[]): Readonly<Record<string, PropShape>> {
  if (!isDescribed(fields))
    return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]));
  return Object.fromEntries(fields.map((field) => [field.name, shapeOf(field)]));
}

function shapeOf(field: Field<unknown> | FieldDescription): PropShape {
  switch (field.kind) {
    case 'text':
      return { kind: 'text' };
    case 'rich-text':
      return { kind: 'rich-text' };
    case 'list':
      return { kind: 'list', item: field.item ? shapeOf(field.item) : { kind: 'plain' } };
    case 'object':
      return { kind: 'object', fields: shapesOf(field.fields ?? []) };
    default:
      return { kind: 'plain' };
  }
}

function isDescribed(fields: Fields | readonly FieldDescription[]): fields is readonly FieldDescription[] {
  return Array.isArray(fields);
}
