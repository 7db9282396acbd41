import { parseVariantKey, type VariantKey } from '@vitrine/content';
import { type ConfigProblem, expectation, isRecord, refusedValue, unsafeHtml } from './config-problem.ts';
import type { AnyModule } from './define-module.ts';
import type { Field, Fields } from './fields/field.ts';

/** Everything wrong with the props of an instance, in all locales, breakpoints and experiment arms; for editors and publishing. Empty = fine. */
export function validateProps(module: AnyModule, props: Readonly<Record<string, unknown>>): ConfigProblem[] {
  return checkFields(module.config, props, '');
}

function checkFields(
  fields: Fields,
  props: Readonly<Record<string, unknown>>,
  path: string,
): ConfigProblem[] {
  const stored = Object.entries(props).flatMap(([key, given]) => checkKey(fields, key, given, path));
  const missing = Object.entries(fields)
    .filter(([name, field]) => field.required && isShown(field, fields, props) && !isFilledIn(name, props))
    .map(
      ([name, field]): ConfigProblem => ({
        code: 'missing',
        path: path + name,
        message: `"${field.label}" (${path + name}) must be filled in.`,
      }),
    );
  return [...stored, ...missing];
}

function checkKey(fields: Fields, key: string, given: unknown, path: string): ConfigProblem[] {
  const { name, locale, breakpoint }: VariantKey = parseVariantKey(key) ?? { name: key };
  const at = path + key;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) {
    const known = Object.keys(fields).join(', ') || 'none';
    return [
      {
        code: 'unknown-setting',
        path: at,
        message: `There is no setting "${name}". Settings: ${known}. Was it renamed? Add a migration to the module.`,
      },
    ];
  }
  if (locale !== undefined && !field.localised) return [wrongVariant(at, field, `locale "${locale}"`)];
  if (breakpoint !== undefined && !field.responsive)
    return [wrongVariant(at, field, `breakpoint "${breakpoint}"`)];
  return given === undefined || given === null ? [] : checkValue(field, given, at);
}

function wrongVariant(path: string, field: Field<unknown>, what: string): ConfigProblem {
  return {
    code: 'unknown-variant',
    path,
    message: `"${field.label}" is the same everywhere; a value for ${what} (${path}) is never used. Remove it.`,
  };
}

function checkValue(field: Field<unknown>, given: unknown, path: string): ConfigProblem[] {
  if (field.kind === 'object' && isRecord(given)) return checkFields(field.fields ?? {}, given, `${path}.`);
  if (field.kind === 'list' && Array.isArray(given)) {
    const { min, max } = field.details as { min?: number; max?: number };
    const tooFew = min !== undefined && given.length > 0 && given.length < min;
    const tooMany = max !== undefined && given.length > max;
    const count = tooFew ? `at least ${min}` : `at most ${max}`;
    return [
      ...(tooFew || tooMany ? [refusedValue(field, path, given, count)] : []),
      ...given.flatMap((item, index) => checkValue(field.item!, item, `${path}.${index}`)),
    ];
  }
  const parsed = field.schema.safeParse(given);
  if (!parsed.success) return [refusedValue(field, path, given, expectation(field, parsed.error))];
  return field.kind === 'rich-text' ? unsafeHtml(path, given as string) : [];
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
