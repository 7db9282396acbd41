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

/**
 * Gives the config of nodes in a locale, worked out once per version of their document. What it returns throws when the settings
 * of a node cannot be read.
 */
export function configResolver(
  options: ResolveOptions,
): (module: AnyModule, node: Pick<PageNode, 'id' | 'type' | 'props' | 'v'>) => ResolvedConfig {
  const locales = [options.locale, ...(options.fallbackLocales ?? [])].join(' ');
  return (module, { props, v: version }) => {
    const before = known.get(props);
    if (before)
      for (const each of before)
        if (each.module === module && each.version === version && each.locales === locales) return each;
    const { config, problems } = resolveConfig(module, migrateProps(module, props, version), options);
    const resolved: Known = {
      module,
      version,
      locales,
      // A copy: defaults belong to the module, and what a field passes through to the document.
      config: frozen(structuredClone(config)) as ResolvedConfig['config'],
      problems: problems.map(({ message }) => message),
    };
    if (before) before.push(resolved);
    else known.set(props, [resolved]);
    return resolved;
  };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}
