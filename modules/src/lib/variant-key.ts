import type { Breakpoint } from './fields/field.ts';

/** A key of a module instance's props, taken apart: `title@de@sm#b`. */
export interface VariantKey {
  readonly name: string;
  readonly locale?: string;
  readonly breakpoint: Breakpoint;
  /** Arm of an experiment. */
  readonly arm?: string;
}

const breakpoints: ReadonlySet<string> = new Set<Breakpoint>(['sm', 'md', 'lg']);

export function parseVariantKey(key: string): VariantKey {
  const [beforeArm, arm] = split(key, '#');
  const [name, ...suffixes] = beforeArm.split('@') as [string, ...string[]];
  return {
    name,
    locale: suffixes.find((suffix) => !breakpoints.has(suffix)),
    breakpoint: (suffixes.find((suffix) => breakpoints.has(suffix)) ?? 'base') as Breakpoint,
    arm,
  };
}

function split(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
