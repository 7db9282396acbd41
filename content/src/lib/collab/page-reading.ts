import * as Y from 'yjs';
import type { PageDocument, PageNode, Props } from '../page.ts';
import { deriveTree, type NodePlace, placeKey, type Tree } from './derive-tree.ts';
import { hasForeignContent } from './foreign-content.ts';
import { isSameList, keepIdentity } from './keep-identity.ts';
import { type NodeFacts, readFacts } from './node-facts.ts';
import { parseRegister, type Register } from './node-register.ts';
import { type PageMeta, readMeta } from './page-meta.ts';
import { nodeIn, type PageSource } from './page-source.ts';
import { pathOfStoredKey, topKey } from './prop-path.ts';
import { type NodeValues, readValues } from './read-values.ts';
import type { SharedType } from './shared-type.ts';

/** What a transaction changed of a page. */
export interface Touched {
  /** Whose settings, facts or place were written. */
  readonly nodes: Set<string>;
  meta: boolean;
}

const none: readonly string[] = [];
const noProps: Props = {};

/**
 * A page as it is read. Everything is kept until it changes, so that what is read twice is the same object; a change of a
 * setting costs reading that setting, a change of the structure one look at all registers.
 */
export class PageReading {
  readonly #source: PageSource;
  readonly #registers = new Map<string, Register | undefined>();
  readonly #registerTexts = new Map<string, unknown>();
  #tree: Tree | undefined;
  #isTreeStale = true;
  /** How often the tree was derived. What is kept names a tree by this: it must not keep it, for what is removed is never read again. */
  #derived = 0;
  readonly #facts = new Map<string, { readonly derived: number; readonly facts: NodeFacts | undefined }>();
  readonly #values = new Map<string, NodeValues>();
  /** Settings to read anew by instance; `undefined` = all. */
  readonly #stale = new Map<string, Set<string> | undefined>();
  readonly #ancestors = new Map<string, readonly string[]>();
  readonly #nodes = new Map<string, { readonly version: number; readonly node: PageNode }>();
  #meta: PageMeta | undefined;
  #document: { readonly version: number; readonly document: PageDocument } | undefined;
  #version = 0;
  /** Transactions that are not over, with what was last seen of them. */
  readonly #pending = new Map<Y.Transaction, string>();

  constructor(source: PageSource) {
    this.#source = source;
    for (const id of source.nodes.keys()) this.#readRegister(id);
    source.doc.on('beforeTransaction', this.#begin);
  }

  destroy(): void {
    this.#source.doc.off('beforeTransaction', this.#begin);
  }

  tree(): Tree {
    this.#settle();
    if (!this.#tree || this.#isTreeStale) {
      this.#tree = deriveTree(this.#registers, (id) => hasForeignContent(this.#source, id), this.#tree);
      this.#isTreeStale = false;
      this.#derived++;
    }
    return this.#tree;
  }

  node(id: string): NodeFacts | undefined {
    const tree = this.tree();
    const known = this.#facts.get(id);
    const derived = this.#derived;
    if (known?.derived === derived) return known.facts;
    const place = tree.places.get(id);
    // What moved is not read again, and what did not is the same.
    const facts =
      place &&
      (known?.facts && known.derived !== NEVER
        ? placedAt(known.facts, place)
        : keepIdentity(known?.facts, readFacts(this.#source, id, place)));
    this.#facts.set(id, { derived, facts });
    return facts;
  }

  children(parent: string | undefined, slot: string | undefined): readonly string[] {
    return this.tree().children.get(placeKey(parent, slot)) ?? none;
  }

  ancestors(id: string): readonly string[] {
    const { places } = this.tree();
    const found: string[] = [];
    for (let at = places.get(id)?.parent; at !== undefined; at = places.get(at)?.parent) found.unshift(at);
    const kept = keepIdentity(this.#ancestors.get(id), found);
    this.#ancestors.set(id, kept);
    return kept;
  }

  props(id: string): Props {
    return this.#valuesOf(id)?.props ?? noProps;
  }

  itemIds(id: string, path: string): readonly string[] {
    return this.#valuesOf(id)?.itemIds.get(path) ?? none;
  }

  meta(): PageMeta {
    this.#settle();
    this.#meta ??= readMeta(this.#source);
    return this.#meta;
  }

  toNode(id: string): PageNode {
    const facts = this.node(id);
    if (!facts) throw new Error(`There is no module "${id}" on this page. Was it removed meanwhile?`);
    const known = this.#nodes.get(id);
    if (known?.version === this.#version) return known.node;
    const { parent: _, slot: __, index: ___, ...own } = facts;
    const props = this.props(id);
    const slots = Object.fromEntries(
      (this.tree().slots.get(id) ?? none).map((slot) => {
        const list = this.children(id, slot).map((child) => this.toNode(child));
        const before = known?.node.slots?.[slot];
        return [slot, before && isSameList(before, list) ? before : list] as const;
      }),
    );
    const made: PageNode = { ...own, props, ...(Object.keys(slots).length > 0 && { slots }) };
    const node = known && isSameNode(known.node, made) ? known.node : made;
    this.#nodes.set(id, { version: this.#version, node });
    return node;
  }

  toDocument(): PageDocument {
    this.#settle();
    if (this.#document?.version === this.#version) return this.#document.document;
    const { paths: _, ...meta } = this.meta();
    const list = this.children(undefined, undefined).map((id) => this.toNode(id));
    const before = this.#document?.document;
    const nodes = before && isSameList(before.nodes, list) ? before.nodes : list;
    // A document without a name could not be read again.
    const made: PageDocument = { schema: 1, ...meta, name: meta.name || meta.id, nodes };
    const document = before && isSameShallow(before, made) ? before : made;
    this.#document = { version: this.#version, document };
    return document;
  }

  /** Takes note of the end of a transaction; listeners may read from now on. */
  end(transaction: Y.Transaction): Touched {
    this.#pending.delete(transaction);
    return this.#mark(transaction.changed);
  }

  #begin = (transaction: Y.Transaction): void => {
    this.#pending.set(transaction, '');
  };

  // Inside a transaction nobody has been told yet of what it did so far; what is read must show it all the same.
  #settle(): void {
    for (const [transaction, seen] of this.#pending) {
      const now = stampOf(transaction);
      if (now === seen) continue;
      this.#pending.set(transaction, now);
      this.#mark(transaction.changed);
    }
  }

  #mark(changed: Y.Transaction['changed']): Touched {
    const { nodes, meta, texts } = this.#source;
    const touched: Touched = { nodes: new Set(), meta: false };
    for (const [type, keys] of changed as Map<SharedType, Set<string | null>>) {
      if (type === nodes) {
        for (const id of keys) this.#touchNode(id!, touched);
      } else if (type === meta) {
        touched.meta = true;
        this.#meta = undefined;
      } else if (type.parent === nodes) {
        this.#touchFacts(type, keys, touched);
      } else if (type.parent?.parent === nodes) {
        const id = nameIn(type.parent);
        if (id === undefined || nameIn(type) !== 'props') continue;
        for (const key of keys) this.#touchValue(id, topKey(pathOfStoredKey(key!).path), touched);
      } else {
        const place = texts.placeOf(type);
        if (place) this.#touchValue(place.node, topKey(place.path), touched);
      }
    }
    if (touched.meta || touched.nodes.size > 0) this.#version++;
    return touched;
  }

  #touchNode(id: string, touched: Touched): void {
    touched.nodes.add(id);
    this.#stale.set(id, undefined);
    this.#facts.delete(id);
    this.#readRegister(id);
  }

  #touchFacts(type: SharedType, keys: Set<string | null>, touched: Touched): void {
    const id = nameIn(type);
    if (id === undefined) return;
    touched.nodes.add(id);
    if (keys.has('at')) this.#readRegister(id);
    this.#touchClaim(id);
    if (keys.has('props')) this.#stale.set(id, undefined);
    const known = this.#facts.get(id);
    // Kept for its identity, but not current with any tree.
    if (known) this.#facts.set(id, { derived: NEVER, facts: known.facts });
  }

  #touchValue(id: string, key: string, touched: Touched): void {
    touched.nodes.add(id);
    if (this.#stale.has(id)) this.#stale.get(id)?.add(key);
    else this.#stale.set(id, new Set([key]));
    this.#touchClaim(id);
  }

  /** Whether an instance without a place is lost or gone depends on what is in it. */
  #touchClaim(id: string): void {
    if (this.#registers.has(id) && !this.#registers.get(id)) this.#isTreeStale = true;
  }

  #readRegister(id: string): void {
    const node = nodeIn(this.#source, id);
    const text = node?.get('at');
    if (node && this.#registers.has(id) && this.#registerTexts.get(id) === text) return;
    if (!node && !this.#registers.has(id)) return;
    this.#isTreeStale = true;
    if (node) {
      this.#registers.set(id, parseRegister(text));
      this.#registerTexts.set(id, text);
    } else {
      this.#registers.delete(id);
      this.#registerTexts.delete(id);
    }
  }

  #valuesOf(id: string): NodeValues | undefined {
    this.#settle();
    const known = this.#values.get(id);
    if (known && !this.#stale.has(id)) return known;
    if (!nodeIn(this.#source, id)) return undefined;
    const values = readValues(this.#source, id, known, known && this.#stale.get(id));
    this.#stale.delete(id);
    this.#values.set(id, values);
    return values;
  }
}

function placedAt(facts: NodeFacts, { parent, slot, index }: NodePlace): NodeFacts {
  return facts.parent === parent && facts.slot === slot && facts.index === index
    ? facts
    : { ...facts, parent, slot, index };
}

/** Of what is to be read anew, whatever tree there is. */
const NEVER = -1;

/** The key a type stands under; `undefined` when another has taken its place. */
function nameIn(type: SharedType): string | undefined {
  const item = type._item;
  return item && !item.deleted && item.parentSub !== null ? item.parentSub : undefined;
}

/** Differs whenever something was written in between. */
function stampOf({ doc, deleteSet, changed }: Y.Transaction): string {
  let deletions = 0;
  for (const each of deleteSet.clients.values()) deletions += each.length;
  return `${Y.getState(doc.store, doc.clientID)} ${deletions} ${changed.size}`;
}

function isSameNode(before: PageNode, after: PageNode): boolean {
  const { slots: left, ...beforeOwn } = before;
  const { slots: right, ...afterOwn } = after;
  return isSameShallow(beforeOwn, afterOwn) && isSameShallow(left ?? {}, right ?? {});
}

function isSameShallow(before: object, after: object): boolean {
  const entries = Object.entries(after);
  return (
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => (before as Record<string, unknown>)[key] === value)
  );
}
