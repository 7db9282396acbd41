import { z } from 'zod';
import { type Chosen, type FieldOptions, type Made, makeField } from './make-field.ts';

/** A colour of the theme by its token, for example `colour.accent`; never a value of its own, so that a theme can change it. */
export function colour<D extends string | undefined = undefined, R extends boolean = false>(
  options: FieldOptions<R> & {
    readonly default?: D;
    /** Tokens to choose from. Default: every `colour.` token of the theme. */
    readonly tokens?: readonly string[];
  },
): Made<Chosen<string, D>, R> {
  const { tokens } = options;
  const schema = tokens
    ? z.enum(tokens as [string, ...string[]], { error: `one of ${tokens.join(', ')}` })
    : z.string().regex(/^colour(\.[a-z0-9-]+)+$/, 'a colour token of the theme, for example colour.accent');
  return makeField<Chosen<string, D>, R>('colour', options, {
    schema: schema as unknown as z.ZodType<Chosen<string, D>>,
    default: options.default as Chosen<string, D>,
    details: { tokens },
  });
}
