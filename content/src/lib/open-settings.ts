import type { Json, PageNode } from './page.ts';
import { formatVariantKey, parseVariantKey } from './variant-keys.ts';

// An instance that shows a fragment sets `in.<id of an instance in the fragment>.<name>`, with the suffixes of any setting. The word in
// front keeps it a key when that id begins with a digit, and apart from `fragment`.
const OVERRIDE = /^in\.(?<node>[A-Za-z0-9][\w-]*)\.(?<name>.+)$/;

/** The setting of an instance in a fragment that a key of a use stands for: `in.hero.title@de`. */
export interface OverrideKey {
  readonly node: string;
  /** With its suffixes, `title@de`. */
  readonly key: string;
  /** Without, `title`. */
  readonly name: string;
}

/** @returns `undefined` when it is a setting of the use itself. */
export function parseOverrideKey(key: string): OverrideKey | undefined {
  const parsed = parseVariantKey(key);
  const { node, name } = OVERRIDE.exec(parsed?.name ?? '')?.groups ?? {};
  if (parsed === undefined || node === undefined || name === undefined) return undefined;
  const own = formatVariantKey({ ...parsed, name });
  return parseVariantKey(own) ? { node, key: own, name } : undefined;
}

/** The key of a use that stands for a setting of an instance in its fragment. */
export function overrideKey(node: string, key: string): string {
  return `in.${node}.${key}`;
}

/** Whether it can be said of a setting that it is open: a plain name. */
export function isOpenName(name: string): boolean {
  const parsed = parseVariantKey(name);
  return parsed !== undefined && parsed.name === name;
}

/**
 * Whether documents that show a fragment may set this of the instance in it. What is inside a fragment in the fragment is opened as
 * `in.<id>.<name>` of the instance that shows it; which fragment that is never is.
 */
export function isOpenSetting({ type, open }: Pick<PageNode, 'type' | 'open'>, name: string): boolean {
  return (open?.includes(name) ?? false) && (type !== 'fragment' || name.startsWith('in.'));
}

/** An instance of a fragment with what its use sets, value by value; what is not open is left aside. */
export function withOverrides(node: PageNode, use: Pick<PageNode, 'props'>): PageNode {
  return node.open ? withOwn(node, overridesOf(use)) : node;
}

/** What a use sets, by the id of the instance in its fragment. */
export type Overrides = ReadonlyMap<string, readonly (OverrideKey & { readonly value: Json })[]>;

/** Reads all that a use sets, for many instances of its fragment. */
export function overridesOf({ props }: Pick<PageNode, 'props'>): Overrides {
  const read = Object.entries(props).flatMap(([key, value]) => {
    const override = parseOverrideKey(key);
    return override ? [{ ...override, value }] : [];
  });
  return Map.groupBy(read, ({ node }) => node);
}

/** `withOverrides`, of what was read before. */
export function withOwn(node: PageNode, overrides: Overrides): PageNode {
  if (!node.open) return node;
  const own = (overrides.get(node.id) ?? [])
    .filter(({ name }) => isOpenSetting(node, name))
    .map(({ key, value }) => [key, value] as const);
  return own.length === 0 ? node : { ...node, props: { ...node.props, ...Object.fromEntries(own) } };
}
