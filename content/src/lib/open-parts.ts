import { withNewIds } from './edit.ts';
import type { PageDocument, PageNode } from './page.ts';

/** A place in a fragment that each document which shows it fills itself. */
export interface OpenPart {
  /** Of the outlet; the name of the slot of a use. */
  readonly id: string;
  readonly name?: string;
  /** What a new use begins with. */
  readonly content: readonly PageNode[];
  /** The instance whose slot it stands in; absent at the top of the fragment. */
  readonly parent?: PageNode;
  readonly slot?: string;
}

/** In the order of the fragment; none in documents of other kinds. */
export function openPartsOf({ kind, nodes }: PageDocument): readonly OpenPart[] {
  return kind === 'fragment' ? [...partsIn(nodes)] : [];
}

function* partsIn(
  nodes: readonly PageNode[],
  place: Pick<OpenPart, 'parent' | 'slot'> = {},
): Generator<OpenPart> {
  for (const node of nodes) {
    if (node.type === 'outlet') {
      const { id, name, slots } = node;
      yield { id, ...(name !== undefined && { name }), content: slots?.content ?? [], ...place };
      continue;
    }
    for (const [slot, children] of Object.entries(node.slots ?? {}))
      yield* partsIn(children, { parent: node, slot });
  }
}

/** An instance that shows a fragment and begins as that says: its open parts hold copies, with ids of their own. */
export function newUse(
  fragment: PageDocument,
  { id, makeId }: { readonly id: string; readonly makeId: () => string },
): PageNode {
  const filled = openPartsOf(fragment).filter(({ content }) => content.length > 0);
  const slots = filled.map((part) => [part.id, part.content.map((node) => withNewIds(node, makeId))]);
  return {
    id,
    type: 'fragment',
    v: 1,
    props: { fragment: fragment.id },
    ...(slots.length > 0 && { slots: Object.fromEntries(slots) }),
  };
}
