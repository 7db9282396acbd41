import { z } from 'zod';
import type { ConfigOf, Field, Fields } from './field.ts';
import { type FieldOptions, makeField } from './make-field.ts';

/** Settings that belong together. Keys inside may carry locale suffixes like those of the module itself. */
export function object<F extends Fields>(
  options: Omit<FieldOptions<false>, 'responsive' | 'localised'> & { readonly fields: F },
): Field<ConfigOf<F>> {
  const entries = Object.entries(options.fields);
  for (const [key, field] of entries) {
    if (field.responsive) {
      throw new Error(
        `The object field "${options.label}" holds "${key}", which is responsive. Only settings of the module itself can be.`,
      );
    }
  }
  return makeField<ConfigOf<F>, false>('object', options, {
    schema: z.object(
      Object.fromEntries(
        entries.map(([key, field]) => [
          key,
          field.default === undefined ? field.schema.optional() : field.schema,
        ]),
      ),
    ) as unknown as z.ZodType<ConfigOf<F>>,
    default: Object.fromEntries(entries.map(([key, field]) => [key, field.default])) as ConfigOf<F>,
    fields: options.fields,
  });
}
