import { formatVariantKey, type Json, type Props, parseVariantKey } from '@vitrine/content';
import type { Breakpoint, FieldDescription } from '@vitrine/modules';

/** Which of the values of a setting the panel is about. */
export interface VariantView {
  readonly locale: string;
  /** Its values stand without a locale and are the fallback of all others. */
  readonly baseLocale: string;
  readonly breakpoint: Breakpoint;
}

export type ValueOrigin =
  | { readonly kind: 'own' }
  /** `locale` or `breakpoint` only where they differ from what is looked at. */
  | {
      readonly kind: 'inherited';
      readonly key: string;
      readonly locale?: string;
      readonly breakpoint?: Breakpoint;
    }
  /** Of a module in a fragment: the page has set nothing, the fragment's value holds. */
  | { readonly kind: 'fragment' }
  /** Nothing is stored; the field's default holds. */
  | { readonly kind: 'default' };

export interface FieldVariant {
  /** The key an edit writes. */
  readonly key: string;
  /** Own or inherited; `undefined` when the default holds. */
  readonly value: Json | undefined;
  readonly origin: ValueOrigin;
}

type VariantField = Pick<FieldDescription, 'name' | 'localised' | 'responsive'>;

interface Stored {
  readonly key: string;
  readonly value: Json;
  readonly locale: string;
  readonly breakpoint: Breakpoint;
}

export const panelBreakpoints: readonly Breakpoint[] = ['base', 'sm', 'md', 'lg'];

/**
 * The value of a setting as a reader in that locale and width gets it, and whether it is its own. Follows the rules of
 * `resolveConfig`: all widths come from the first locale that says anything, except the base value, which may come from further on.
 */
export function variantOf(values: Props, field: VariantField, view: VariantView): FieldVariant {
  const stored = storedOf(values, field.name);
  const locales = localesOf(field, view);
  const breakpoint = field.responsive ? view.breakpoint : 'base';
  const key = ownKey(stored, field, view, breakpoint);
  const found = nearest(stored, field, locales, breakpoint);
  if (!found) return { key, value: undefined, origin: { kind: 'default' } };
  if (found.key === key) return { key, value: found.value, origin: { kind: 'own' } };
  const isOtherLocale = (found.locale || view.baseLocale) !== view.locale && field.localised;
  return {
    key,
    value: found.value,
    origin: {
      kind: 'inherited',
      key: found.key,
      locale: isOtherLocale ? found.locale || view.baseLocale : undefined,
      breakpoint: found.breakpoint === breakpoint ? undefined : found.breakpoint,
    },
  };
}

/** The widths that have a value of their own in the locale looked at. */
export function ownBreakpoints(values: Props, field: VariantField, view: VariantView): readonly Breakpoint[] {
  const stored = storedOf(values, field.name);
  return panelBreakpoints.filter((breakpoint) => {
    const key = ownKey(stored, field, view, breakpoint);
    return stored.some((each) => each.key === key);
  });
}

function storedOf(values: Props, name: string): readonly Stored[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (!key.startsWith(name) || value === null || value === undefined) return [];
    const parsed = parseVariantKey(key);
    if (parsed?.name !== name || parsed.arm !== undefined) return [];
    return [{ key, value, locale: parsed.locale ?? '', breakpoint: parsed.breakpoint ?? 'base' }];
  });
}

// '' = the value without a locale, which everything falls back to.
function localesOf(field: VariantField, { locale, baseLocale }: VariantView): readonly string[] {
  if (!field.localised) return [''];
  return [...new Set([locale, baseLocale].flatMap((each) => [each, each.split('-')[0]!])), ''];
}

function nearest(
  stored: readonly Stored[],
  field: VariantField,
  locales: readonly string[],
  breakpoint: Breakpoint,
): Stored | undefined {
  const at = (locale: string, width: Breakpoint) =>
    stored.find((each) => each.locale === locale && each.breakpoint === width);
  const base = () => locales.map((locale) => at(locale, 'base')).find((each) => each !== undefined);
  const speaks = field.responsive && locales.find((locale) => stored.some((each) => each.locale === locale));
  if (speaks === false || speaks === undefined) return base();
  const narrower = panelBreakpoints.slice(1, panelBreakpoints.indexOf(breakpoint) + 1).toReversed();
  return narrower.map((width) => at(speaks, width)).find((each) => each !== undefined) ?? base();
}

// In the base locale the value without a locale is the own one, unless one with the locale hides it.
function ownKey(
  stored: readonly Stored[],
  field: VariantField,
  { locale, baseLocale }: VariantView,
  width: Breakpoint,
): string {
  const breakpoint = width === 'base' ? undefined : width;
  const plain = formatVariantKey({ name: field.name, breakpoint });
  if (!field.localised) return plain;
  const named = formatVariantKey({ name: field.name, locale, breakpoint });
  const isBase = locale === baseLocale && !stored.some((each) => each.key === named);
  return isBase ? plain : named;
}
