import { parseVariantKey, type VariantKey } from '@vitrine/content';
import {
  type ConfigPlace,
  type ConfigProblem,
  expectation,
  isRecord,
  refusedValue,
  unsafeHtml,
} from './config-problem.ts';
import type { AnyModule } from './define-module.ts';
import type { Field, Fields } from './fields/field.ts';

/** Everything wrong with the props of an instance, in all locales, breakpoints and experiment arms; for editors and publishing. Empty = fine. */
export function validateProps(module: AnyModule, props: Readonly<Record<string, unknown>>): ConfigProblem[] {
  return checkFields(module.config, props, { path: '', label: '' });
}

function checkFields(
  fields: Fields,
  props: Readonly<Record<string, unknown>>,
  within: ConfigPlace,
): ConfigProblem[] {
  const stored = Object.entries(props).flatMap(([key, given]) => checkKey(fields, key, given, within));
  const missing = Object.entries(fields)
    .filter(([name, field]) => field.required && isShown(field, fields, props) && !isFilledIn(name, props))
    .map(
      ([name, field]): ConfigProblem => ({
        code: 'missing',
        path: within.path + name,
        message: `"${within.label + field.label}" must be filled in.`,
      }),
    );
  return [...stored, ...missing];
}

function checkKey(fields: Fields, key: string, given: unknown, within: ConfigPlace): ConfigProblem[] {
  const { name, locale, breakpoint }: VariantKey = parseVariantKey(key) ?? { name: key };
  const path = within.path + key;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) {
    const known = Object.keys(fields).join(', ') || 'none';
    return [
      {
        code: 'unknown-setting',
        path,
        message: `There is no setting "${name}". Settings: ${known}. Was it renamed? Add a migration to the module.`,
      },
    ];
  }
  const label = within.label + field.label;
  if (locale !== undefined && !field.localised) return [wrongVariant({ path, label }, `locale "${locale}"`)];
  if (breakpoint !== undefined && !field.responsive)
    return [wrongVariant({ path, label }, `breakpoint "${breakpoint}"`)];
  if (given === undefined || given === null) return [];
  const variant = [locale, breakpoint].filter((each) => each !== undefined).join(', ');
  return checkValue(field, given, { path, label: variant ? `${label} (${variant})` : label });
}

function wrongVariant({ path, label }: ConfigPlace, what: string): ConfigProblem {
  return {
    code: 'unknown-variant',
    path,
    message: `"${label}" is the same everywhere; a value for ${what} is never used. Remove it.`,
  };
}

function checkValue(field: Field<unknown>, given: unknown, { path, label }: ConfigPlace): ConfigProblem[] {
  if (field.kind === 'object' && isRecord(given))
    return checkFields(field.fields ?? {}, given, { path: `${path}.`, label: `${label} › ` });
  if (field.kind === 'list' && Array.isArray(given)) {
    const { min, max } = field.details as { min?: number; max?: number };
    const tooFew = min !== undefined && given.length > 0 && given.length < min;
    const tooMany = max !== undefined && given.length > max;
    const count = tooFew ? `at least ${min}` : `at most ${max}`;
    return [
      ...(tooFew || tooMany ? [refusedValue({ path, label }, given, count)] : []),
      ...given.flatMap((item, index) =>
        checkValue(field.item!, item, { path: `${path}.${index}`, label: `${label} › ${index + 1}` }),
      ),
    ];
  }
  const parsed = field.schema.safeParse(given);
  if (!parsed.success) return [refusedValue({ path, label }, given, expectation(field, parsed.error))];
  return field.kind === 'rich-text' ? unsafeHtml({ path, label }, given as string) : [];
}

function isFilledIn(name: string, props: Readonly<Record<string, unknown>>): boolean {
  const given = props[name];
  return (
    given !== undefined && given !== null && given !== '' && !(Array.isArray(given) && given.length === 0)
  );
}

function isShown(field: Field<unknown>, fields: Fields, props: Readonly<Record<string, unknown>>): boolean {
  if (!field.when) return true;
  const other = props[field.when.field] ?? fields[field.when.field]?.default;
  return field.when.is.includes(other);
}
