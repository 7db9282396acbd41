import { openPartsOf, type PageDocument, type PageNode } from '@vitrine/content';
import { type CheckContext, shownNodes } from './find-findings.ts';
import type { Finding } from './finding.ts';
import { settingsIn } from './settings-in.ts';

const LONGEST = 60;

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

interface Words {
  readonly node: PageNode;
  readonly path: string;
  readonly text: string;
}

function* wordsIn(nodes: readonly PageNode[], { shapes, locales }: CheckContext): Generator<Words> {
  for (const { node } of shownNodes(nodes))
    for (const setting of settingsIn(node.props, shapes(node.type), locales)) {
      if (setting.kind !== 'words') continue;
      const text = setting.text.replace(/\s+/g, ' ').trim();
      if (text !== '') yield { node, path: setting.path, text };
    }
}

// Copies have ids of their own, and may have been moved.
function keyOf({ node: { type }, path, text }: Words): string {
  return JSON.stringify([type, path, text]);
}

function findingOf({ node, path, text }: Words, template: string): Finding {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return {
    kind: 'template',
    severity: 'warning',
    node: node.id,
    path,
    message: `“${shown}” is still the text of the template “${template}”. Write your own.`,
  };
}
