import type { PageNode } from '@vitrine/content';
import type { ModuleDescription } from '../app/backend.ts';
import type { CheckContext } from './find-findings.ts';
import type { Finding } from './finding.ts';
import { shortened, wordsIn } from './words-in.ts';

// What is shorter is a label, such as “Read more”, and may well be meant.
const SHORTEST = 20;

/** Words that are still those of the example a module was added with: they tell of a shop that does not exist. */
export function exampleFindings(
  nodes: readonly PageNode[],
  describe: (type: string) => Pick<ModuleDescription, 'presets'> | undefined,
  context: CheckContext,
): readonly Finding[] {
  const known = new Map<string, ReadonlySet<string>>();
  const examplesOf = (type: string): ReadonlySet<string> => {
    const seen = known.get(type);
    if (seen) return seen;
    const presets = describe(type)?.presets ?? [];
    const nodesOf = presets.map(({ props }): PageNode => ({ id: type, type, v: 1, props }));
    const examples = new Set([...wordsIn(nodesOf, context)].map(({ text }) => text));
    known.set(type, examples);
    return examples;
  };
  return [...wordsIn(nodes, context)]
    .filter(({ node, text }) => text.length >= SHORTEST && examplesOf(node.type).has(text))
    .map(({ node, path, text }) => ({
      kind: 'example',
      severity: 'warning',
      node: node.id,
      path,
      message: `“${shortened(text)}” is still the example this came with. Write your own.`,
    }));
}
