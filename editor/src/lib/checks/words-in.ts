import type { PageNode } from '@vitrine/content';
import { type CheckContext, shownNodes } from './find-findings.ts';
import { settingsIn } from './settings-in.ts';

export interface Words {
  readonly node: PageNode;
  readonly path: string;
  readonly text: string;
}

/** What shoppers read of the settings of these instances, in all languages. */
export function* wordsIn(nodes: readonly PageNode[], { shapes, locales }: CheckContext): Generator<Words> {
  for (const { node } of shownNodes(nodes))
    for (const setting of settingsIn(node.props, shapes(node.type), locales)) {
      if (setting.kind !== 'words') continue;
      const text = setting.text.replace(/\s+/g, ' ').trim();
      if (text !== '') yield { node, path: setting.path, text };
    }
}

const LONGEST = 60;

/** Enough of a text to know it again. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
