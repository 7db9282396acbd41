import { z } from 'zod';
import type { Field } from './field.ts';
import { type FieldOptions, type Made, makeField } from './make-field.ts';

/** Several of one field, in an order: `list({ label: 'Slides', of: object({ … }) })`. Default empty. */
export function list<T, R extends boolean = false>(
  options: FieldOptions<R> & {
    readonly of: Field<T>;
    readonly default?: readonly NonNullable<T>[];
    readonly min?: number;
    readonly max?: number;
  },
): Made<readonly NonNullable<T>[], R> {
  const { of: item, min, max } = options;
  const schema = z.array(item.schema).superRefine((items, context) => {
    // An empty list is "not filled in", which is the business of `required`.
    if (items.length === 0) return;
    if (min !== undefined && items.length < min) context.addIssue(`at least ${min} of them`);
    if (max !== undefined && items.length > max) context.addIssue(`at most ${max} of them`);
  });
  return makeField<readonly NonNullable<T>[], R>('list', options, {
    schema: schema as unknown as z.ZodType<readonly NonNullable<T>[]>,
    default: options.default ?? [],
    details: { min, max },
    item,
  });
}
