import type { ModuleCatalogue } from './module-catalogue.ts';
import type { PageDocument, PageNode } from './page.ts';
import type { ContentProblem } from './problem.ts';
import { walk } from './walk.ts';

export type MigratedDocument =
  | { readonly kind: 'migrated'; readonly document: PageDocument; readonly changes: readonly MigratedNode[] }
  | { readonly kind: 'refused'; readonly problems: readonly ContentProblem[] };

export interface MigratedNode {
  readonly node: string;
  readonly module: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the settings of every instance to its module's current version. The same document comes back when nothing is old.
 * Refused as a whole when an instance is newer than its module or a step fails; unknown modules are left as they are.
 */
export function migrateDocument(document: PageDocument, modules: ModuleCatalogue): MigratedDocument {
  const changes: MigratedNode[] = [];
  const problems: ContentProblem[] = [];
  const paths = new Map([...walk(document.nodes)].map(({ node, path }) => [node.id, path]));

  function migrateList(list: readonly PageNode[]): readonly PageNode[] {
    const next = list.map(migrateOne);
    return next.some((node, index) => node !== list[index]) ? next : list;
  }

  function migrateOne(node: PageNode): PageNode {
    const result = migrateNode(node, modules);
    if (result.kind === 'refused') {
      problems.push({
        code: result.code,
        severity: 'error',
        document: document.id,
        node: node.id,
        path: `${paths.get(node.id)}.v`,
        message: result.message,
      });
    }
    const own = result.kind === 'migrated' ? result.node : node;
    if (own !== node) changes.push({ node: node.id, module: node.type, from: node.v, to: own.v });
    if (!own.slots) return own;
    const slots = Object.entries(own.slots).map(
      ([name, children]) => [name, children, migrateList(children)] as const,
    );
    if (slots.every(([, before, after]) => before === after)) return own;
    return { ...own, slots: Object.fromEntries(slots.map(([name, , after]) => [name, after])) };
  }

  const nodes = migrateList(document.nodes);
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'migrated',
    document: nodes === document.nodes ? document : { ...document, nodes },
    changes,
  };
}

/** One instance, without what is in its slots. */
export function migrateNode(
  node: PageNode,
  modules: ModuleCatalogue,
):
  | { readonly kind: 'migrated'; readonly node: PageNode }
  | {
      readonly kind: 'refused';
      readonly code: 'newer-module' | 'failed-migration';
      readonly message: string;
    } {
  const facts = modules.describe(node.type);
  if (!facts || node.v === facts.version) return { kind: 'migrated', node };
  if (node.v > facts.version) {
    return {
      kind: 'refused',
      code: 'newer-module',
      message: `Module "${node.id}" was saved for version ${node.v} of "${node.type}"; this shop knows version ${facts.version}. Deploy the newer shop first.`,
    };
  }
  try {
    if (!facts.migrateProps) throw new Error('it has no migrations');
    const props = facts.migrateProps(node.props, node.v);
    return { kind: 'migrated', node: { ...node, v: facts.version, props } };
  } catch (error) {
    return {
      kind: 'refused',
      code: 'failed-migration',
      message: `Module "${node.id}" cannot be brought from version ${node.v} of "${node.type}" to ${facts.version}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
