import type { Field, FieldKind, Fields } from './field.ts';

/** A field as the editor's property panel needs it: JSON. */
export interface FieldDescription {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: string;
  readonly group?: string;
  readonly required: boolean;
  readonly localised: boolean;
  readonly responsive: boolean;
  readonly when?: { readonly field: string; readonly is: readonly unknown[] };
  readonly default?: unknown;
  readonly details: Readonly<Record<string, unknown>>;
  /** Kind `object`. */
  readonly fields?: readonly FieldDescription[];
  /** Kind `list`; its name is empty. */
  readonly item?: FieldDescription;
}

/** The fields of a module in their order, as plain JSON. */
export function describeFields(fields: Fields): FieldDescription[] {
  const described = Object.entries(fields).map(([name, field]) => describeField(name, field));
  return JSON.parse(JSON.stringify(described)) as FieldDescription[];
}

function describeField(name: string, field: Field<unknown>): FieldDescription {
  const { kind, label, help, group, required, localised, responsive, when, details } = field;
  return {
    name,
    kind,
    label,
    help,
    group,
    required,
    localised,
    responsive,
    when,
    default: field.default,
    details,
    fields: field.fields && describeFields(field.fields),
    item: field.item && describeField('', field.item),
  };
}
