import type { Json, Props } from './page.ts';

/** Widths a value can be given for, from the narrow to the wide; a value holds until a wider one has its own. */
export const breakpoints = ['sm', 'md', 'lg'] as const;
export type Breakpoint = (typeof breakpoints)[number];

/** A key of `Props` taken apart: `title@de@sm#b`. */
export interface VariantKey {
  readonly name: string;
  /** BCP 47, for example `de` or `de-AT`. */
  readonly locale?: string;
  /** Absent = every width. */
  readonly breakpoint?: Breakpoint;
  /** Arm of an experiment. */
  readonly arm?: string;
}

// As long as a setting of a module in a fragment may be called: `in.<id of an instance>.<name>`.
const KEY =
  /^(?<name>[a-z][\w.-]{0,131})(?:@(?<locale>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}))?(?:@(?<breakpoint>[a-z]{2}))?(?:#(?<arm>[a-z0-9-]{1,32}))?$/i;

/** @returns `undefined` when it is no key: suffixes stand in the order locale, breakpoint, arm, each at most once. */
export function parseVariantKey(key: string): VariantKey | undefined {
  const { name, locale, breakpoint, arm } = KEY.exec(key)?.groups ?? {};
  if (name === undefined) return undefined;
  if (locale !== undefined && isBreakpoint(locale)) {
    return breakpoint === undefined ? clean({ name, breakpoint: locale, arm }) : undefined;
  }
  if (breakpoint !== undefined && !isBreakpoint(breakpoint)) return undefined;
  return clean({ name, locale, breakpoint, arm });
}

export function formatVariantKey({ name, locale, breakpoint, arm }: VariantKey): string {
  return `${name}${locale ? `@${locale}` : ''}${breakpoint ? `@${breakpoint}` : ''}${arm ? `#${arm}` : ''}`;
}

/** Which of the values of a setting is wanted. */
export interface VariantChoice {
  readonly locale?: string;
  /** Asked in this order when the locale, and its language, have no value; then the base value. */
  readonly fallbackLocales?: readonly string[];
  readonly breakpoint?: Breakpoint;
  readonly arm?: string;
}

/**
 * The value of a setting: the nearest locale first, in it the arm before the others, in that the widest breakpoint that is
 * not too wide. So a German text is never replaced by an experiment's English one. `null` counts as no value.
 */
export function resolveProp(props: Props, name: string, choice: VariantChoice = {}): Json | undefined {
  const { arm } = choice;
  const arms = arm === undefined ? [undefined] : [arm, undefined];
  for (const locale of localesOf(choice)) {
    for (const each of arms) {
      for (const breakpoint of widthsUpTo(choice.breakpoint)) {
        const key = formatVariantKey({ name, locale, breakpoint, arm: each });
        const value = Object.hasOwn(props, key) ? props[key] : undefined;
        if (value !== undefined && value !== null) return value;
      }
    }
  }
  return undefined;
}

/** `de-AT` → `de-AT`, `de`, the fallbacks likewise, and the base value (`undefined`) last. */
function localesOf({ locale, fallbackLocales = [] }: VariantChoice): (string | undefined)[] {
  const asked = locale === undefined ? [] : [locale, ...fallbackLocales];
  return [...new Set(asked.flatMap((each) => [each, each.split('-')[0]!])), undefined];
}

function widthsUpTo(breakpoint: Breakpoint | undefined): (Breakpoint | undefined)[] {
  if (breakpoint === undefined) return [undefined];
  return [...breakpoints.slice(0, breakpoints.indexOf(breakpoint) + 1).toReversed(), undefined];
}

function isBreakpoint(text: string): text is Breakpoint {
  return (breakpoints as readonly string[]).includes(text);
}

function clean(key: VariantKey): VariantKey {
  return Object.fromEntries(
    Object.entries(key).filter(([, value]) => value !== undefined),
  ) as unknown as VariantKey;
}
