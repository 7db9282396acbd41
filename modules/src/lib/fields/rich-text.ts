import { z } from 'zod';
import { type FieldOptions, type Made, makeField } from './make-field.ts';
import { sanitiseHtml } from './sanitise-html.ts';

/** Formatted words as HTML; the view is given what `sanitiseHtml` left of it. Localised unless it says otherwise; default empty. */
export function richText<R extends boolean = false>(
  options: FieldOptions<R> & { readonly default?: string },
): Made<string, R> {
  return makeField('rich-text', options, {
    schema: z.string().overwrite((html) => sanitiseHtml(html).html),
    default: options.default ?? '',
    localised: true,
  });
}
