import { MOST_LEVELS, MOST_NODES } from './compose.ts';
import type { PageDocument, PageNode } from './page.ts';
import { fragmentOf } from './walk.ts';

/** A module that stands in a slot, and the instance of the document that brought it there. */
export interface Shown {
  readonly node: PageNode;
  readonly child: PageNode;
  readonly path: string;
}

export interface ShownContext {
  /** Whose slot it is. */
  readonly document: PageDocument;
  readonly documents: (id: string) => PageDocument | undefined;
}

/**
 * What stands in a slot: of each instance in it the module itself, or those of the fragment it names with what fills its open parts.
 * It is looked for no further than a page is composed.
 */
export function* shownIn(
  children: readonly PageNode[],
  path: string,
  context: ShownContext,
): Generator<Shown> {
  const waiting = children
    .map((child, index): Standing => ({ node: child, inside: [], child, path: `${path}.${index}` }))
    .toReversed();
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen += 1) {
    const standing = waiting.pop()!;
    const inner = within(standing, context);
    if (inner) waiting.push(...inner.toReversed());
    else yield standing;
  }
}

/** What stands in the place of a fragment or open part; `undefined` = it is a module. */
function within(
  { node, inside, shownBy, ...from }: Standing,
  { document, documents }: ShownContext,
): readonly Standing[] | undefined {
  if (node.type === 'outlet') {
    if (document.kind === 'layout' && !shownBy) return [];
    const content = (shownBy ? shownBy.use.slots?.[node.id] : node.slots?.content) ?? [];
    const place = shownBy ? { inside: shownBy.inside, shownBy: shownBy.around } : { inside };
    return content.map((each) => ({ ...from, ...place, node: each }));
  }
  if (node.type !== 'fragment') return undefined;
  const id = fragmentOf(node);
  if (id === undefined || inside.includes(id) || inside.length >= MOST_LEVELS) return [];
  const place = { inside: [...inside, id], shownBy: { use: node, inside, around: shownBy } };
  return (documents(id)?.nodes ?? []).map((each) => ({ ...from, ...place, node: each }));
}

/** An instance on the way to what stands in a slot. */
interface Standing extends Shown {
  /** Fragments around it. */
  readonly inside: readonly string[];
  readonly shownBy?: ShownBy;
}

/** The instance that shows the fragment something is of, and where that stands. */
interface ShownBy {
  readonly use: PageNode;
  readonly inside: readonly string[];
  readonly around?: ShownBy;
}
