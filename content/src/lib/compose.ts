import { type Overrides, overridesOf, withOwn } from './open-settings.ts';
import type { DocumentKind, PageDocument, PageNode, Props } from './page.ts';
import type { ContentProblem } from './problem.ts';
import { audienceIdIn, isFor, type Reader } from './readers.ts';
import { fragmentOf, fragmentsOf } from './walk.ts';

export interface ComposedPage {
  /** The tree to render: no `fragment`, no `outlet`, nothing hidden; ids unique. */
  readonly nodes: readonly PageNode[];
  /** Ids of the documents it was made from, for cache tags; also of fragments that are missing, for when they come. */
  readonly documents: readonly string[];
  /** Ids of fragments whose place stays empty because they are missing or hold themselves. */
  readonly left: readonly string[];
  /** `too-large` when page or layout has more or deeper instances than it may have; those behind the bound are left out. */
  readonly problems: readonly ContentProblem[];
  /** Where the page stands in its layout; absent without a layout that has an outlet. */
  readonly outlet?: OutletPlace;
  /** Every instance that shows a fragment, by its id on the page, with what its use sets. */
  readonly uses: ReadonlyMap<string, PageNode>;
  /** Ids of the audiences and versions under test by which it was decided for this reader what is on it, sorted. */
  readonly decidedBy: readonly string[];
}

/** What stands around the content of an open part when places are kept. */
export interface KeptPart {
  /** The instance whose slot it is, by its id on the page; absent in the fragment itself. */
  readonly of?: string;
  readonly slot: string;
}

/** The open part an instance that was kept is; `undefined` for every other one. */
export function keptPart({ type, props }: Pick<PageNode, 'type' | 'props'>): KeptPart | undefined {
  if (type !== 'outlet') return undefined;
  const { of, slot } = props;
  return typeof of === 'string' && typeof slot === 'string' ? { of, slot } : { slot: 'content' };
}

/** A place among composed instances: in a slot of one, or at the top. */
export interface OutletPlace {
  readonly parent?: string;
  readonly slot?: string;
  readonly index: number;
}

/** Instances of a page or layout with its fragments. More are a mistake, most likely fragments that double each other. */
export const MOST_NODES = 5_000;

/** Instances inside each other, with the fragments and open parts between them: ten times as deep as one document may be. */
export const MOST_LEVELS = 200;

/** Ids of nodes that come from the layout begin with it; no stored id can begin so. */
const LAYOUT = '_layout';

/**
 * One tree of a page or template, its layout and the fragments both name. An instance from a fragment has the id
 * `<id of the instance that names it>.<own id>`; one from the layout `_layout.<own id>`. Without a layout the page stands alone.
 * What fills an open part belongs to who filled it, and has the ids it has there.
 */
export function composePage(options: {
  readonly page: PageDocument;
  readonly layout?: PageDocument;
  readonly fragments: (id: string) => PageDocument | undefined;
  /** Leaves an `outlet` around what fills an open part (`keptPart`), for who has to know the place. Default false. */
  readonly keepsParts?: boolean;
  /** Whose page it is: what is for others is left out. Absent = everything is shown. */
  readonly reader?: Reader;
}): ComposedPage {
  const { page, layout, fragments, keepsParts = false, reader } = options;
  const documents = new Set([page.id]);
  const left = new Set<string>();
  if (layout) documents.add(layout.id);
  const problems: ContentProblem[] = [];
  const uses = new Map<string, PageNode>();
  const decidedBy = new Set<string>();
  let seen = 0;
  let level = 0;
  let isCut = false;

  function expand(list: readonly PageNode[], scope: Scope): readonly PageNode[] {
    if (list.length === 0) return [];
    if (seen > MOST_NODES || level >= MOST_LEVELS) {
      isCut = true;
      return [];
    }
    level += 1;
    const expanded = list.flatMap((written) => expandNode(written, scope));
    level -= 1;
    return expanded;
  }

  function expandNode(written: PageNode, scope: Scope): PageNode | readonly PageNode[] {
    if (written.hidden || !isShown(written) || ++seen > MOST_NODES) return [];
    const node = scope.overrides ? withOwn(written, scope.overrides) : written;
    if (node.type === 'fragment') return expandFragment(node, scope);
    if (node.type === 'outlet') return expandOutlet(node, scope);
    const { prefix } = scope;
    const id = `${prefix}${node.id}`;
    if (!node.slots) return prefix ? { ...node, id } : node;
    const slots = Object.entries(node.slots).map(([name, children]) => [name, expand(children, scope)]);
    return { ...node, id, slots: Object.fromEntries(slots) };
  }

  function isShown(written: PageNode): boolean {
    if (!reader) return true;
    if (!written.audiences) return isFor(written, reader);
    const { audiences, ...others } = written;
    if (!isFor(others, reader)) return false;
    for (const each of audiences) decidedBy.add(audienceIdIn(each));
    return isFor({ audiences }, reader);
  }

  function expandFragment(node: PageNode, around: Scope): readonly PageNode[] {
    const use = `${around.prefix}${node.id}`;
    uses.set(use, node);
    const id = fragmentOf(node);
    if (id === undefined) return [];
    documents.add(id);
    const fragment = fragments(id);
    if (!fragment || around.inside.includes(id)) {
      left.add(id);
      return [];
    }
    return expand(fragment.nodes, {
      kind: 'fragment',
      prefix: `${use}.`,
      inside: [...around.inside, id],
      use: node,
      overrides: overridesOf(node),
      around,
    });
  }

  function expandOutlet(node: PageNode, { kind, prefix, use, around }: Scope): readonly PageNode[] {
    // That of the layout is filled when the page is there.
    if (kind === 'layout') return [{ ...node, props: {} }];
    if (kind !== 'fragment') return [];
    const slots = use ? use.slots : node.slots;
    const slot = use ? node.id : 'content';
    const own = slots && Object.hasOwn(slots, slot) ? (slots[slot] ?? []) : [];
    const content = expand(own, around ?? { kind, prefix, inside: [] });
    if (!keepsParts) return content;
    const props: Props = use && around ? { of: `${around.prefix}${use.id}`, slot } : {};
    return [{ ...node, id: `${prefix}${node.id}`, props, slots: { content } }];
  }

  /** The page and its layout are bounded each for itself: a page that is cut keeps its frame. */
  function whole(document: PageDocument, prefix: string): readonly PageNode[] {
    seen = 0;
    isCut = false;
    const expanded = expand(document.nodes, { kind: document.kind, prefix, inside: [] });
    if (isCut || seen > MOST_NODES) problems.push(tooLarge(document));
    return expanded;
  }

  const content = whole(page, '');
  const { nodes, outlet } = layout
    ? fillOutlet(whole(layout, `${LAYOUT}.`), content)
    : { nodes: content, outlet: undefined };
  return {
    nodes,
    documents: [...documents],
    left: [...left],
    problems,
    ...(outlet && { outlet }),
    uses,
    decidedBy: [...decidedBy].sort(),
  };
}

/** Whose instances are put in. */
interface Scope {
  readonly kind: DocumentKind;
  /** Before their ids. */
  readonly prefix: string;
  /** Fragments around them. */
  readonly inside: readonly string[];
  /** The instance that shows the fragment they are of, as it is overridden, and where that stands. */
  readonly use?: PageNode;
  readonly overrides?: Overrides;
  readonly around?: Scope;
}

function tooLarge({ id, name }: PageDocument): ContentProblem {
  return {
    code: 'too-large',
    severity: 'warning',
    document: id,
    path: 'nodes',
    message: `"${name}" has more than ${MOST_NODES} instances with its fragments, or more than ${MOST_LEVELS} inside each other; the rest is left out. Does a fragment name others twice?`,
  };
}

/**
 * The fragments that composing these documents needs and `known` does not have yet. Fetch them, add them, ask again until it
 * returns none.
 */
export function missingFragments(
  documents: readonly PageDocument[],
  known: ReadonlyMap<string, PageDocument | undefined>,
): readonly string[] {
  const all = [...documents, ...[...known.values()].filter((each) => each !== undefined)];
  return [...new Set(all.flatMap(fragmentsOf))].filter((id) => !known.has(id));
}

/** The first outlet takes the page; further ones stay empty, for a page is shown once. */
function fillOutlet(
  nodes: readonly PageNode[],
  content: readonly PageNode[],
): Pick<ComposedPage, 'nodes' | 'outlet'> {
  let outlet: OutletPlace | undefined;
  const fill = (
    list: readonly PageNode[],
    place: Pick<OutletPlace, 'parent' | 'slot'>,
  ): readonly PageNode[] =>
    list.flatMap((node, index) => {
      if (node.type === 'outlet' && keptPart(node)?.of === undefined) {
        if (outlet) return [];
        outlet = { ...place, index };
        return content;
      }
      if (!node.slots) return node;
      const slots = Object.entries(node.slots).map(([slot, children]) => [
        slot,
        fill(children, { parent: node.id, slot }),
      ]);
      return { ...node, slots: Object.fromEntries(slots) };
    });
  const filled = fill(nodes, {});
  return { nodes: filled, outlet };
}
