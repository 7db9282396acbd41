import { parseVariantKey } from '@vitrine/content';
import { type ConfigProblem, expectation, isRecord, refusedValue, unsafeHtml } from './config-problem.ts';
import type { AnyModule, ModuleDefinition } from './define-module.ts';
import type { Breakpoint, ConfigOf, Field, Fields, ImageValue, Responsive } from './fields/field.ts';
import { localeChain } from './locale-chain.ts';

export interface ResolveOptions {
  readonly locale: string;
  /** Tried in this order when a text is missing in `locale`, before the value without a locale. */
  readonly fallbackLocales?: readonly string[];
}

type FieldsOf<M> = M extends ModuleDefinition<infer F> ? F : Fields;

/**
 * The config a view is given: the locale's variants, responsive values gathered, defaults where nothing is set. A value that
 * breaks its field's rules is replaced by the default and named in `problems`; it never throws. All breakpoints of a setting
 * come from one locale: the first that says anything about it.
 */
export function resolveConfig<M extends AnyModule>(
  module: M,
  props: Readonly<Record<string, unknown>>,
  options: ResolveOptions,
): { config: ConfigOf<FieldsOf<M>>; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const locales = localeChain(options.locale, options.fallbackLocales);
  const config = resolveFields(module.config, props, { locales, problems, path: '' });
  return { config: config as ConfigOf<FieldsOf<M>>, problems };
}

interface Resolving {
  readonly locales: readonly string[];
  readonly problems: ConfigProblem[];
  readonly path: string;
}

interface Given {
  readonly key: string;
  readonly value: unknown;
}
type Layer = Partial<Record<Breakpoint, Given>>;

const breakpoints: readonly Breakpoint[] = ['base', 'sm', 'md', 'lg'];

function resolveFields(
  fields: Fields,
  props: Readonly<Record<string, unknown>>,
  resolving: Resolving,
): Record<string, unknown> {
  const given = gather(props);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const layers = layersOf(given.get(name), field, resolving.locales);
      return [
        name,
        field.responsive
          ? responsiveValue(field, layers, resolving)
          : value(field, layers[0]?.base, resolving),
      ];
    }),
  );
}

// Name → locale ('' = none) → breakpoint.
function gather(props: Readonly<Record<string, unknown>>): Map<string, Map<string, Layer>> {
  const names = new Map<string, Map<string, Layer>>();
  for (const [key, given] of Object.entries(props)) {
    if (given === undefined || given === null) continue;
    const parsed = parseVariantKey(key);
    if (!parsed || parsed.arm !== undefined) continue;
    const { name, locale = '', breakpoint = 'base' } = parsed;
    const layers = names.get(name) ?? new Map<string, Layer>();
    names.set(name, layers);
    layers.set(locale, { ...layers.get(locale), [breakpoint]: { key, value: given } });
  }
  return names;
}

function layersOf(
  given: Map<string, Layer> | undefined,
  field: Field<unknown>,
  locales: readonly string[],
): Layer[] {
  const wanted = field.localised ? [...locales, ''] : [''];
  return wanted
    .map((locale) => given?.get(locale))
    .filter((layer) => layer !== undefined && (field.responsive || layer.base !== undefined)) as Layer[];
}

function responsiveValue(
  field: Field<unknown>,
  layers: readonly Layer[],
  resolving: Resolving,
): Responsive<unknown> {
  const base = layers.find((layer) => layer.base)?.base;
  const result: Partial<Record<Breakpoint, unknown>> = {};
  for (const breakpoint of breakpoints) {
    const given = breakpoint === 'base' ? base : layers[0]?.[breakpoint];
    if (breakpoint === 'base' || given) result[breakpoint] = value(field, given, resolving);
  }
  return result as Responsive<unknown>;
}

function value(field: Field<unknown>, given: Given | undefined, resolving: Resolving): unknown {
  if (!given)
    return field.kind === 'object' ? resolveFields(field.fields ?? {}, {}, resolving) : field.default;
  const path = resolving.path + given.key;
  if (field.kind === 'object' && isRecord(given.value)) {
    return resolveFields(field.fields ?? {}, given.value, { ...resolving, path: `${path}.` });
  }
  if (field.kind === 'list' && Array.isArray(given.value))
    return listValue(field, given.value, { ...resolving, path });
  const parsed = field.schema.safeParse(given.value);
  if (!parsed.success) {
    resolving.problems.push(
      refusedValue(
        { path, label: `${field.label} (${path})` },
        given.value,
        expectation(field, parsed.error),
      ),
    );
    return field.default;
  }
  if (field.kind === 'image')
    return { ...(parsed.data as ImageValue), alt: altIn(given.value as ImageValue, resolving.locales) };
  if (field.kind === 'rich-text')
    resolving.problems.push(...unsafeHtml({ path, label: path }, given.value as string));
  return parsed.data;
}

/** A picture is the same in every language, the words for it are not. */
function altIn(image: ImageValue, locales: readonly string[]): string {
  const given = locales.map((locale) => image[`alt@${locale}`]).find((alt) => typeof alt === 'string');
  return given ?? image.alt;
}

// An item that cannot be used is left out; the others are shown.
function listValue(field: Field<unknown>, items: readonly unknown[], resolving: Resolving): unknown[] {
  const item = field.item!;
  const usable = items.flatMap((each, index) => {
    const before = resolving.problems.length;
    const resolved = value(item, { key: `.${index}`, value: each }, resolving);
    const refused = resolving.problems
      .slice(before)
      .some((problem) => problem.code === 'invalid' && problem.path === `${resolving.path}.${index}`);
    return refused || resolved === undefined ? [] : [resolved];
  });
  const { max } = field.details as { max?: number };
  if (max !== undefined && usable.length > max) {
    resolving.problems.push({
      code: 'invalid',
      path: resolving.path,
      message: `"${field.label}" takes at most ${max} items and has ${usable.length}. The first ${max} are used.`,
    });
    return usable.slice(0, max);
  }
  return usable;
}
