import { z } from 'zod';
import { type FieldOptions, type Made, makeField } from './make-field.ts';

/** Words without formatting. Localised unless it says otherwise; default empty. */
export function text<R extends boolean = false>(
  options: FieldOptions<R> & {
    readonly default?: string;
    /** In characters. */
    readonly maxLength?: number;
    readonly minLength?: number;
    /** Given a text area. Default false. */
    readonly multiline?: boolean;
    readonly placeholder?: string;
    /** What it must look like, and that in words. */
    readonly pattern?: { readonly expression: RegExp; readonly says: string };
  },
): Made<string, R> {
  const { maxLength, minLength, multiline = false, placeholder, pattern } = options;
  const schema = z.string().superRefine((value, context) => {
    // An empty text is "not filled in", which is the business of `required`.
    if (value === '') return;
    const length = [...value].length;
    if (maxLength !== undefined && length > maxLength)
      context.addIssue(`at most ${maxLength} characters, these are ${length}`);
    if (minLength !== undefined && length < minLength)
      context.addIssue(`at least ${minLength} characters, these are ${length}`);
    if (pattern && !pattern.expression.test(value)) context.addIssue(pattern.says);
  });
  return makeField('text', options, {
    schema,
    default: options.default ?? '',
    localised: true,
    details: { maxLength, minLength, multiline, placeholder, pattern: pattern?.expression.source },
  });
}
