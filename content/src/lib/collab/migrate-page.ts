import * as Y from 'yjs';
import { canonicalJson } from '../canonical.ts';
import { type MigratedNode, migrateNode } from '../migrate-document.ts';
import type { ModuleCatalogue } from '../module-catalogue.ts';
import type { ContentProblem } from '../problem.ts';
import type { ShapesOf } from '../prop-shape.ts';
import { nodeIn, openSource, type PageSource } from './page-source.ts';
import { readValues } from './read-values.ts';
import { writeRepeatably } from './repeatable.ts';
import { parseName, RootTexts } from './root-texts.ts';
import { isStoredInShape } from './stored-shape.ts';
import { ValueWriter } from './write-values.ts';

export interface MigratedPage {
  /** Instances that were brought to the current version of their module. */
  readonly changes: readonly MigratedNode[];
  /** Instances that are newer than their module, or cannot be brought forward; they are left as they are. */
  readonly problems: readonly ContentProblem[];
}

/**
 * Brings the settings of every instance, also of those in the trash, to its module's current version, and values that are not
 * stored in the shape their setting has now into it. For the server, before the first person gets the page. It is nobody's
 * undo, and two servers that do it on the same state write the very same.
 */
export function migratePage(doc: Y.Doc, modules: ModuleCatalogue, shapes: ShapesOf): MigratedPage {
  const changes: MigratedNode[] = [];
  const problems: ContentProblem[] = [];
  writeRepeatably(doc, stateOf(doc), (random) => {
    const source = openSource(doc, shapes, random);
    for (const id of [...source.nodes.keys()].sort()) {
      const problem = migrateOne(source, id, modules, changes);
      if (problem) problems.push(problem);
    }
  });
  return { changes, problems };
}

function migrateOne(
  source: PageSource,
  id: string,
  modules: ModuleCatalogue,
  changes: MigratedNode[],
): ContentProblem | undefined {
  const stored = nodeIn(source, id);
  // One without a place is an insertion that was undone; touching it would make it lost and found.
  if (!stored?.has('at')) return undefined;
  const type = stored.get('type') as string;
  const v = Number(stored.get('v'));
  const { props } = readValues(source, id);
  const result = migrateNode({ id, type, v, props }, modules);
  if (result.kind === 'refused') {
    const { code, message } = result;
    const document = String(source.meta.get('id') ?? '');
    return { code, severity: 'error', document, node: id, path: `${id}.v`, message };
  }
  // Nobody knows in which shape the settings of an unknown module should be.
  const isInShape = !source.shapes(type) || isStoredInShape(source, id);
  if (result.node.v === v && isInShape) return undefined;
  const values = new ValueWriter(source, id);
  for (const key of Object.keys(props))
    if (!Object.hasOwn(result.node.props, key)) values.write(key, undefined);
  for (const [key, value] of Object.entries(result.node.props)) values.write(key, value);
  if (result.node.v !== v) {
    stored.set('v', result.node.v);
    changes.push({ node: id, module: type, from: v, to: result.node.v });
  }
  return undefined;
}

/** Differs whenever what is migrated could; the same on every replica of one state. */
function stateOf(doc: Y.Doc): string {
  // Roots of other replicas can be read when they have been given their kinds.
  new RootTexts(doc).pathsOf('');
  const texts = [...doc.share]
    .filter(([name]) => parseName(name))
    .map(([name, type]) => `${name} ${type.toString()}`)
    .sort((left, right) => (left < right ? -1 : 1));
  const state = [...Y.encodeStateVector(doc)];
  return canonicalJson([state, doc.getMap('meta').toJSON(), doc.getMap('nodes').toJSON(), texts]);
}
