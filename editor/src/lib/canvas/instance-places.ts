/** Where one instance stands on the canvas: everything between two comments. */
export interface InstancePlace {
  readonly id: string;
  readonly start: Comment;
  readonly end: Comment;
  /** Elements that hold its slots, by name. */
  slots: ReadonlyMap<string, Element>;
  /** Holds its nodes while it is not on the page. */
  parked?: DocumentFragment;
}

const START = /^vt:(.+)$/;
const END = /^\/vt:(.+)$/;
const ROOT = 'vt-root';

/** The instance a comment opens or closes. */
export function markOf(node: Node): { readonly kind: 'start' | 'end'; readonly id: string } | undefined {
  if (node.nodeType !== node.COMMENT_NODE) return undefined;
  const text = (node as Comment).data;
  const start = START.exec(text)?.[1];
  if (start !== undefined) return { kind: 'start', id: start };
  const end = END.exec(text)?.[1];
  return end === undefined ? undefined : { kind: 'end', id: end };
}

/** Every instance below a node, and the mark of the outermost list when it is there. */
export function findPlaces(root: Node): {
  readonly places: ReadonlyMap<string, InstancePlace>;
  readonly root: Comment | undefined;
} {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_ELEMENT);
  const places = new Map<string, InstancePlace>();
  const open: { id: string; start: Comment; slots: Map<string, Element> }[] = [];
  let mark: Comment | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const found = markOf(node);
    if (found?.kind === 'start') open.push({ id: found.id, start: node as Comment, slots: new Map() });
    else if (found?.kind === 'end') {
      const own = open.pop();
      if (own?.id === found.id) places.set(own.id, { ...own, end: node as Comment });
    } else if (node.nodeType === node.COMMENT_NODE && (node as Comment).data === ROOT) mark = node as Comment;
    else if (isSlot(node)) {
      const owner = partOwner(node as Element);
      const around = owner === undefined ? open.at(-1) : open.findLast(({ id }) => id === owner);
      around?.slots.set(nameOf(node as Element), node as Element);
    }
  }
  return { places, root: mark };
}

/** A new place that is not on the page yet. */
export function makePlace(document: Document, id: string): InstancePlace {
  const start = document.createComment(`vt:${id}`);
  const end = document.createComment(`/vt:${id}`);
  const parked = document.createDocumentFragment();
  parked.append(start, end);
  return { id, start, end, slots: new Map(), parked };
}

/** The nodes between the marks. */
export function contentOf({ start, end }: InstancePlace): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** Takes an instance off the page; its nodes are kept as they are. */
export function park(place: InstancePlace): void {
  if (place.parked) return;
  const fragment = place.start.ownerDocument.createDocumentFragment();
  fragment.append(place.start, ...contentOf(place), place.end);
  place.parked = fragment;
}

/** Puts an instance behind a node, from wherever it is. */
export function putAfter(place: InstancePlace, before: Node, parent: Node): void {
  park(place);
  parent.insertBefore(place.parked!, before === parent ? parent.firstChild : before.nextSibling);
  place.parked = undefined;
}

export function isSlot(node: Node): boolean {
  return node.nodeName === 'VT-SLOT';
}

/** Slots of the instance alone, not those of instances in them. */
export function slotsIn(nodes: readonly Node[]): Map<string, Element> {
  const slots = new Map<string, Element>();
  const visit = (node: Node) => {
    if (isSlot(node)) slots.set(nameOf(node as Element), node as Element);
    else node.childNodes.forEach(visit);
  };
  nodes.forEach(visit);
  return slots;
}

/** Open parts of a fragment, wherever in it they are, by their names: slots of the instance that shows it. */
export function partsIn(nodes: readonly Node[], owners: readonly string[]): Map<string, Element> {
  const parts = new Map<string, Element>();
  const visit = (node: Node) => {
    const owner = isSlot(node) ? partOwner(node as Element) : undefined;
    if (owner !== undefined && owners.includes(owner)) parts.set(nameOf(node as Element), node as Element);
    else node.childNodes.forEach(visit);
  };
  nodes.forEach(visit);
  return parts;
}

/** The instance an open part is a slot of; `undefined` when it is the slot of the instance around it. */
export function partOwner(slot: Element): string | undefined {
  return slot.getAttribute('data-of') ?? undefined;
}

function nameOf(slot: Element): string {
  return slot.getAttribute('data-slot') ?? '';
}
