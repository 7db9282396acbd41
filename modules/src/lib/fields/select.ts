import { z } from 'zod';
import { type FieldOptions, type Made, makeField } from './make-field.ts';

/** One of several: `options: { left: 'Left', centre: 'Centre' }`, value → label. Default: the first. */
export function select<const V extends string, R extends boolean = false>(
  options: FieldOptions<R> & {
    readonly options: Readonly<Record<V, string>>;
    readonly default?: NoInfer<V>;
    /** How the panel shows it. Default `menu`, or `buttons` for up to three. */
    readonly control?: 'menu' | 'buttons';
  },
): Made<V, R> {
  const values = Object.keys(options.options) as V[];
  const [first] = values;
  if (first === undefined)
    throw new Error(`The select field "${options.label}" has no options. Give it at least one.`);
  return makeField<V, R>('select', options, {
    schema: z.enum(values, { error: `one of ${values.join(', ')}` }) as unknown as z.ZodType<V>,
    default: options.default ?? first,
    details: {
      options: values.map((value) => ({ value, label: options.options[value] })),
      control: options.control ?? (values.length <= 3 ? 'buttons' : 'menu'),
    },
  });
}
