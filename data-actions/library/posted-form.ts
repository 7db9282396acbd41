import { z } from 'zod';

const text = z.string().max(4000);

/**
 * A form as it is posted, by field name. Lenient on purpose: what cannot be used is told beside its field, and nobody is sent to
 * a page of errors.
 */
export const postedForm = z.record(
  z.string().max(100),
  z.union([text, z.array(text).max(20)]).transform((value) => [value].flat()),
);

export type PostedForm = z.infer<typeof postedForm>;

/** What stands in a field; of several with one name the last. `undefined` when the form has no such field. */
export function fieldIn(form: PostedForm, name: string): string | undefined {
  return Object.hasOwn(form, name) ? form[name]?.at(-1)?.trim() : undefined;
}

/** A box with a hidden "no" before it, so that a form that does not show the box differs from one where it is empty. */
export function boxIn(form: PostedForm, name: string): boolean | undefined {
  const value = fieldIn(form, name);
  return value === undefined ? undefined : value === 'yes';
}
