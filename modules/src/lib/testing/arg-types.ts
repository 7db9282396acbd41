import { parseVariantKey } from '@vitrine/content';
import type { AnyModule } from '../define-module.ts';
import { describeFields, type FieldDescription } from '../fields/describe-fields.ts';

/** A control of Storybook. */
export interface ArgType {
  readonly name: string;
  readonly description?: string;
  readonly control: false | string | Readonly<Record<string, unknown>>;
  readonly options?: readonly unknown[];
  readonly table: { readonly category: string; readonly defaultValue?: { readonly summary: string } };
  readonly if?: Readonly<Record<string, unknown>>;
}

/** Storybook's controls for the settings of a module, and for the variants (`title@de`) that are among these props. */
export function argTypesOf(
  module: Pick<AnyModule, 'config'>,
  props: Readonly<Record<string, unknown>> = {},
): Record<string, ArgType> {
  return Object.fromEntries(
    describeFields(module.config).flatMap((field) => {
      const control = argType(field);
      const variants = Object.keys(props).filter(
        (key) => key !== field.name && parseVariantKey(key)?.name === field.name,
      );
      return [
        [field.name, control],
        ...variants.map((key) => [
          key,
          { ...control, name: `${field.label} (${key.slice(field.name.length + 1)})` },
        ]),
      ] as [string, ArgType][];
    }),
  );
}

function argType(field: FieldDescription): ArgType {
  const { label, help, group = 'Settings', when } = field;
  return {
    name: label,
    description: help,
    table: {
      category: group,
      defaultValue: field.default === undefined ? undefined : { summary: JSON.stringify(field.default) },
    },
    // Storybook compares with one value; for several the control is always there.
    if: when?.is.length === 1 ? { arg: when.field, eq: when.is[0] } : undefined,
    ...controlOf(field),
  };
}

function controlOf({ kind, details }: FieldDescription): Pick<ArgType, 'control' | 'options'> {
  switch (kind) {
    case 'boolean':
      return { control: 'boolean' };
    case 'number':
      return { control: { type: 'number', min: details.min, max: details.max, step: details.step } };
    case 'select': {
      const options = details.options as readonly { value: string; label: string }[];
      const labels = Object.fromEntries(options.map(({ value, label }) => [value, label]));
      const type = details.control === 'buttons' ? 'inline-radio' : 'select';
      return { control: { type, labels }, options: options.map(({ value }) => value) };
    }
    case 'colour':
      return details.tokens
        ? { control: 'select', options: details.tokens as string[] }
        : { control: 'text' };
    case 'text':
    case 'rich-text':
    case 'product':
    case 'category':
    case 'date':
      return { control: 'text' };
    default:
      return { control: 'object' };
  }
}
