import type * as Y from 'yjs';
import { walk } from '../../walk.ts';
import type { PageInYdoc } from '../page-in-ydoc.ts';

/** A word somebody wrote, and where. */
export interface Word {
  readonly user: number;
  readonly node: string;
  readonly path: string;
  /** Of rich text: the piece of text it was typed into. */
  readonly into?: Y.ID;
  /** One that a later writer may replace. */
  readonly isPlain?: boolean;
}

/** What can be seen of a page: on it, or lost and found. */
export interface Sight {
  readonly nodes: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** What all users of a session share: the words they wrote, and the instances they made. */
export interface FuzzWorld {
  readonly words: Map<string, Word>;
  readonly makers: Map<string, number>;
  /** Instances somebody has ever removed, or what they were in. */
  readonly removed: Set<string>;
  /** Instances whose insertion was undone by who had inserted them. */
  readonly unhung: Set<string>;
  count: number;
}

export const wordPattern = /A[a-z]{10}Z/g;

export function sightOf(page: PageInYdoc, world: FuzzWorld): Sight {
  const nodes = [...page.toDocument().nodes, ...page.lost().map((id) => page.toNode(id))];
  const all = [...walk(nodes)].map(({ node }) => node);
  // A copy of a word is not the word.
  const words = all.flatMap(({ id, props }) =>
    (JSON.stringify(props).match(wordPattern) ?? []).filter((word) => world.words.get(word)?.node === id),
  );
  return { nodes: new Set(all.map(({ id }) => id)), words: new Set(words) };
}
