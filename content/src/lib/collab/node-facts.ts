import type { NodePlace } from './derive-tree.ts';
import { nodeIn, type PageSource } from './page-source.ts';

/** An instance without its settings, and where it stands. */
export interface NodeFacts {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly name?: string;
  readonly lock?: boolean;
  readonly hidden?: boolean;
  /** Absent at the top of the page, and for what is lost. */
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  readonly index: number;
}

/** What a person may say of an instance; `undefined` takes it back. */
export interface FactChange {
  readonly name?: string | undefined;
  readonly lock?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

export function readFacts(source: PageSource, id: string, { parent, slot, index }: NodePlace): NodeFacts {
  const node = nodeIn(source, id)!;
  const v = Number(node.get('v'));
  const name = node.get('name');
  const lock = node.get('lock');
  const hidden = node.get('hidden');
  return {
    id,
    type: node.get('type') as string,
    v: Number.isInteger(v) && v > 0 ? v : 1,
    ...(typeof name === 'string' && { name }),
    ...(typeof lock === 'boolean' && { lock }),
    ...(typeof hidden === 'boolean' && { hidden }),
    parent,
    slot,
    index,
  };
}

export function writeFacts(
  source: PageSource,
  id: string,
  change: FactChange & { type?: string; v?: number },
): void {
  const node = nodeIn(source, id);
  if (!node) throw new Error(`There is no module "${id}" in this page. Was it removed for good?`);
  for (const [fact, value] of Object.entries(change)) {
    if (node.get(fact) === value) continue;
    if (value === undefined) node.delete(fact);
    else node.set(fact, value);
  }
}
