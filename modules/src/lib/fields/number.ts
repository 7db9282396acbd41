import { z } from 'zod';
import { type FieldOptions, type Made, makeField } from './make-field.ts';

/** A number. Default: 0, or `min` when 0 is too little. */
export function number<R extends boolean = false>(
  options: FieldOptions<R> & {
    readonly default?: number;
    readonly min?: number;
    readonly max?: number;
    /** Default false. */
    readonly integer?: boolean;
    /** Of the panel's arrows. Default 1. */
    readonly step?: number;
    /** Shown behind the number, for example `px`. */
    readonly unit?: string;
  },
): Made<number, R> {
  const { min, max, integer = false, step = 1, unit } = options;
  let schema = z.number();
  if (integer) schema = schema.int('a whole number');
  if (min !== undefined) schema = schema.min(min, `at least ${min}`);
  if (max !== undefined) schema = schema.max(max, `at most ${max}`);
  return makeField('number', options, {
    schema,
    default: options.default ?? Math.max(0, min ?? 0),
    details: { min, max, integer, step, unit },
  });
}
