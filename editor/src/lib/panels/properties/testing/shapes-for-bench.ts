import type { PropShape, ShapesOf } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import { everyKind, note } from './every-kind.ts';

/** The shapes of the modules of these tests. */
export const shapesForBench: ShapesOf = (type) => {
  const module = [everyKind, note].find(({ id }) => id === type);
  return module && shapesIn(module.fields);
};

function shapesIn(fields: readonly FieldDescription[]): Readonly<Record<string, PropShape>> {
  return Object.fromEntries(fields.map((field) => [field.name, shapeOf(field)]));
}

function shapeOf({ kind, item, fields = [] }: FieldDescription): PropShape {
  if (kind === 'text' || kind === 'rich-text') return { kind };
  if (kind === 'list') return { kind, item: item ? shapeOf(item) : { kind: 'plain' } };
  return kind === 'object' ? { kind, fields: shapesIn(fields) } : { kind: 'plain' };
}
