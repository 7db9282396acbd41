import type { Place } from './edit.ts';
import { equalJson } from './equal-json.ts';
import { longestRising } from './longest-rising.ts';
import type { Json, PageDocument, PageNode, Props } from './page.ts';
import { type ReaderKind, readerKinds } from './readers.ts';
import { type Located, walk } from './walk.ts';

/** One thing that is different in a later form of a document. */
export type DocumentDifference =
  | { readonly kind: 'added'; readonly node: string; readonly module: string; readonly to: Place }
  | { readonly kind: 'removed'; readonly node: string; readonly module: string; readonly from: Place }
  | {
      readonly kind: 'moved';
      readonly node: string;
      readonly module: string;
      readonly from: Place;
      readonly to: Place;
    }
  /** A setting, by its full key; a missing side is a missing value. */
  | ({
      readonly kind: 'changed';
      readonly node: string;
      readonly module: string;
      readonly key: string;
    } & BeforeAndAfter)
  | ({
      readonly kind: 'facts';
      readonly node: string;
      readonly module: string;
      readonly fact: 'type' | 'v' | 'name' | 'lock' | 'hidden' | ReaderKind | 'open';
    } & BeforeAndAfter)
  /** `name`, `kind`, `layout`, `composes`, or `seo/title@de`. */
  | ({ readonly kind: 'meta'; readonly key: string } & BeforeAndAfter);

interface BeforeAndAfter {
  readonly before?: Json;
  readonly after?: Json;
}

/**
 * What is different in `after`: what the document says of itself, then instances in the order of `after`, then those that are
 * gone. Of a list in another order as few as possible have moved.
 */
export function diffDocuments(before: PageDocument, after: PageDocument): readonly DocumentDifference[] {
  const old = new Map([...walk(before.nodes)].map((each) => [each.node.id, each]));
  const now = new Map([...walk(after.nodes)].map((each) => [each.node.id, each]));
  const stayed = findStayed(old, now);
  const nodes = [...now.values()].flatMap((to): DocumentDifference[] => {
    const { id: node, type: module } = to.node;
    const from = old.get(node);
    if (!from) return [{ kind: 'added', node, module, to: placeOf(to) }];
    const moved: DocumentDifference[] = stayed.has(node)
      ? []
      : [{ kind: 'moved', node, module, from: placeOf(from), to: placeOf(to) }];
    return [...moved, ...diffNodes(from.node, to.node)];
  });
  const removed = [...old.values()]
    .filter(({ node }) => !now.has(node.id))
    .map((from): DocumentDifference => {
      return { kind: 'removed', node: from.node.id, module: from.node.type, from: placeOf(from) };
    });
  return [...diffMeta(before, after), ...nodes, ...removed];
}

function diffMeta(before: PageDocument, after: PageDocument): DocumentDifference[] {
  const facts = (['name', 'kind', 'layout', 'composes'] as const).flatMap((key) =>
    before[key] === after[key] ? [] : [{ kind: 'meta' as const, key, ...sides(before[key], after[key]) }],
  );
  const seo = diffProps(before.seo, after.seo).map(({ key, ...both }) => ({
    kind: 'meta' as const,
    key: `seo/${key}`,
    ...both,
  }));
  return [...facts, ...seo];
}

function diffNodes(before: PageNode, after: PageNode): DocumentDifference[] {
  const { id: node, type: module } = after;
  const facts = (['type', 'v', 'name', 'lock', 'hidden', ...readerKinds, 'open'] as const).flatMap((fact) =>
    equalJson(before[fact], after[fact])
      ? []
      : [{ kind: 'facts' as const, node, module, fact, ...sides(before[fact], after[fact]) }],
  );
  const props = diffProps(before.props, after.props).map((each) => ({
    kind: 'changed' as const,
    node,
    module,
    ...each,
  }));
  return [...facts, ...props];
}

function diffProps(before: Props, after: Props): ({ key: string } & BeforeAndAfter)[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const left = Object.hasOwn(before, key) ? before[key] : undefined;
    const right = Object.hasOwn(after, key) ? after[key] : undefined;
    return equalJson(left, right) ? [] : [{ key, ...sides(left, right) }];
  });
}

function sides(before: Json | undefined, after: Json | undefined): BeforeAndAfter {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** Instances that stand in the list they stood in, the most that are still in their order. */
function findStayed(
  old: ReadonlyMap<string, Located>,
  now: ReadonlyMap<string, Located>,
): ReadonlySet<string> {
  const lists = new Map<string, { id: string; index: number }[]>();
  for (const [id, to] of now) {
    const from = old.get(id);
    if (!from || listOf(from) !== listOf(to)) continue;
    const list = lists.get(listOf(to)) ?? [];
    lists.set(listOf(to), list);
    list.push({ id, index: from.index });
  }
  const stayed = new Set<string>();
  for (const list of lists.values()) {
    for (const at of longestRising(list.map(({ index }) => index))) stayed.add(list[at]!.id);
  }
  return stayed;
}

function listOf({ parent, slot }: Located): string {
  return parent ? `${parent.id} ${slot}` : '';
}

function placeOf({ parent, slot, index }: Located): Place {
  return { ...(parent && { parent: parent.id, slot }), index };
}
