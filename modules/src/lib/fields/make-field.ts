import type { ZodType } from 'zod';
import type { Field, FieldKind, Fields, ResponsiveField } from './field.ts';

/** What every kind of field may say. */
export interface FieldOptions<R extends boolean = boolean> {
  /** In the words of the person who fills it in. */
  readonly label: string;
  readonly help?: string;
  readonly group?: string;
  /** Default false. */
  readonly required?: boolean;
  /** Default false, but true for `text` and `richText`. */
  readonly localised?: boolean;
  /** Default false. */
  readonly responsive?: R;
  readonly when?: { readonly field: string; readonly is: readonly unknown[] };
}

export type Made<T, R extends boolean> = R extends true ? ResponsiveField<T> : Field<T>;

/** The value type of a field whose default may be missing: with a default it is always there. */
// NoInfer: the `Field<any>` a config expects must not decide what the default is.
export type Chosen<T, D> = undefined extends NoInfer<D> ? T | undefined : T;

interface Parts<T> {
  readonly schema: ZodType<T>;
  readonly default: T;
  readonly localised?: boolean;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly fields?: Fields;
  readonly item?: Field<unknown>;
}

/** Makes a field of any kind; throws when the default it was given breaks the field's own rules. */
export function makeField<T, R extends boolean>(
  kind: FieldKind,
  options: FieldOptions<R>,
  parts: Parts<T>,
): Made<T, R> {
  if (parts.default !== undefined) {
    const checked = parts.schema.safeParse(parts.default);
    if (!checked.success) {
      const why = checked.error.issues.map((issue) => issue.message).join('; ');
      throw new Error(
        `The ${kind} field "${options.label}" has a default its own rules refuse: ${JSON.stringify(parts.default)} (${why}). Change the default or the rules.`,
      );
    }
  }
  const field: Field<T> = {
    kind,
    label: options.label,
    help: options.help,
    group: options.group,
    when: options.when,
    required: options.required ?? false,
    localised: options.localised ?? parts.localised ?? false,
    responsive: options.responsive ?? false,
    schema: parts.schema,
    default: parts.default,
    details: parts.details ?? {},
    fields: parts.fields,
    item: parts.item,
  };
  return field as Made<T, R>;
}
