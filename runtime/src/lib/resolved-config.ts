import type { PageNode } from '@vitrine/content';
import { type AnyModule, migrateProps, type ResolveOptions, resolveConfig } from '@vitrine/modules';

export interface ResolvedConfig {
  /** Frozen with all that is in it: pages share it. */
  readonly config: Readonly<Record<string, unknown>>;
  /** What is wrong with the settings, as sentences. */
  readonly problems: readonly string[];
}

interface Known extends ResolvedConfig {
  readonly module: AnyModule;
  readonly version: number;
  readonly locales: string;
}

// Settings belong to one version of a document and never change; with it they are forgotten.
const known = new WeakMap<PageNode['props'], Known[]>();

/** The config of a node in a locale, worked out once per version of its document. @throws when its settings cannot be read. */
export function resolvedConfig(module: AnyModule, node: PageNode, options: ResolveOptions): ResolvedConfig {
  const locales = [options.locale, ...(options.fallbackLocales ?? [])].join(' ');
  const before = known.get(node.props);
  const found = before?.find(
    (each) => each.module === module && each.version === node.v && each.locales === locales,
  );
  if (found) return found;
  const { config, problems } = resolveConfig(module, migrateProps(module, node.props, node.v), options);
  const resolved: Known = {
    module,
    version: node.v,
    locales,
    config: frozen(structuredClone(config)) as ResolvedConfig['config'],
    problems: problems.map(({ message }) => message),
  };
  if (before) before.push(resolved);
  else known.set(node.props, [resolved]);
  return resolved;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}
