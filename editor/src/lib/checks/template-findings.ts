import { openPartsOf, type PageDocument, type PageNode } from '@vitrine/content';
import { type CheckContext, shownNodes } from './find-findings.ts';
import type { Finding } from './finding.ts';
import { shortened, type Words, wordsIn } from './words-in.ts';

/** Words in open parts that are still those the template begins with: they were to be replaced. */
export function templateFindings(
  nodes: readonly PageNode[],
  fragment: (id: string) => PageDocument | undefined,
  context: CheckContext,
): readonly Finding[] {
  return [...shownNodes(nodes)].flatMap(({ node }): readonly Finding[] => {
    const template = node.type === 'fragment' ? fragment(String(node.props.fragment)) : undefined;
    if (!template) return [];
    return openPartsOf(template).flatMap(({ id, content }) => {
      const given = new Set([...wordsIn(content, context)].map(keyOf));
      return [...wordsIn(node.slots?.[id] ?? [], context)]
        .filter((words) => given.has(keyOf(words)))
        .map((words) => findingOf(words, template.name));
    });
  });
}

// Copies have ids of their own, and may have been moved.
function keyOf({ node: { type }, path, text }: Words): string {
  return JSON.stringify([type, path, text]);
}

function findingOf({ node, path, text }: Words, template: string): Finding {
  return {
    kind: 'template',
    severity: 'warning',
    node: node.id,
    path,
    message: `“${shortened(text)}” is still the text of the template “${template}”. Write your own.`,
  };
}
