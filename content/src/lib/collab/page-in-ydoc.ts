import type * as Y from 'yjs';
import type { Place } from '../edit.ts';
import type { Json, PageDocument, PageNode, Props } from '../page.ts';
import type { ShapesOf } from '../prop-shape.ts';
import type { UrlAddress } from '../url-map.ts';
import type { Tree } from './derive-tree.ts';
import { fillPage } from './fill-page.ts';
import { type FactChange, type NodeFacts, writeFacts } from './node-facts.ts';
import { LOCAL } from './origin.ts';
import { type PageChange, PageListeners } from './page-listeners.ts';
import { type MetaChange, type PageMeta, writeMeta } from './page-meta.ts';
import { PageReading } from './page-reading.ts';
import { openSource, type PageSource } from './page-source.ts';
import { isKeySegment, isPath } from './prop-path.ts';
import { restoreDocument, restoreNode } from './restore-page.ts';
import { duplicateNodes, insertNodes, type Moved, moveNodes, removeNodes } from './structure-writing.ts';
import { ValueWriter } from './write-values.ts';

export interface PageInYdocOptions {
  /** From 0 to 1, without 1; for ids and keys of order. Default `Math.random`. */
  readonly random?: () => number;
}

/**
 * A page document that several people edit at once, also while apart. The Y.Doc is its only store: this reads it, writes it and
 * says what changed. Objects and arrays it gives are the same until they change, also inside a transaction.
 */
export class PageInYdoc {
  readonly doc: Y.Doc;
  readonly #source: PageSource;
  readonly #reading: PageReading;
  readonly #listeners = new PageListeners();
  /** The tree listeners know. */
  #told: Tree;

  constructor(doc: Y.Doc, shapes: ShapesOf, { random = Math.random }: PageInYdocOptions = {}) {
    this.doc = doc;
    this.#source = openSource(doc, shapes, random);
    this.#reading = new PageReading(this.#source);
    this.#told = this.#reading.tree();
    doc.on('afterTransaction', this.#end);
  }

  /** Writes a document into an empty Y.Doc. Two that fill the same document apart write the very same, so nothing is doubled. */
  static fill(doc: Y.Doc, document: PageDocument, shapes: ShapesOf, paths: readonly UrlAddress[] = []): void {
    fillPage(doc, document, shapes, paths);
  }

  /** Stops listening to the Y.Doc, which lives on. */
  destroy(): void {
    this.doc.off('afterTransaction', this.#end);
    this.#reading.destroy();
  }

  meta(): PageMeta {
    return this.#reading.meta();
  }

  /** An instance on the page or among what is lost; those in the trash are none. */
  node(id: string): NodeFacts | undefined {
    return this.#reading.node(id);
  }

  /** Whether it stands on the page. */
  has(id: string): boolean {
    return this.#reading.tree().places.get(id)?.isLost === false;
  }

  /** Ids in the order of the page. `undefined` = the top, without a slot. */
  children(parent: string | undefined, slot?: string): readonly string[] {
    return this.#reading.children(parent, slot);
  }

  /** Slots with something in them, sorted. */
  slotNames(id: string): readonly string[] {
    return this.#reading.tree().slots.get(id) ?? noNames;
  }

  /** What has lost its place because of what others did at the same time; `move` gives it one. */
  lost(): readonly string[] {
    return this.#reading.tree().lost;
  }

  /** The instances around one, outermost first. */
  ancestors(id: string): readonly string[] {
    return this.#reading.ancestors(id);
  }

  /** Settings by variant key: texts as they read, rich texts as HTML, lists as arrays. */
  props(id: string): Props {
    return this.#reading.props(id);
  }

  /** Ids of the items of a list, parallel to its array; none when it is not kept by items. */
  itemIds(id: string, path: string): readonly string[] {
    return this.#reading.itemIds(id, path);
  }

  /** An instance with what is in its slots. Throws when there is none. */
  toNode(id: string): PageNode {
    return this.#reading.toNode(id);
  }

  /** The page as it can be published; what is lost or in the trash is not part of it. */
  toDocument(): PageDocument {
    return this.#reading.toDocument();
  }

  // Listeners are called once after each transaction that changed it for them. What is returned ends that.

  onNode(id: string, listener: () => void): () => void {
    return this.#listeners.onNode(id, listener);
  }

  onChildren(parent: string | undefined, slot: string | undefined, listener: () => void): () => void {
    return this.#listeners.onChildren(parent, slot, listener);
  }

  onStructure(listener: () => void): () => void {
    return this.#listeners.onStructure(listener);
  }

  onMeta(listener: () => void): () => void {
    return this.#listeners.onMeta(listener);
  }

  onChange(listener: (change: PageChange) => void): () => void {
    return this.#listeners.onChange(listener);
  }

  /** Several writes as one transaction. */
  transact<T>(work: () => T): T {
    return this.doc.transact(work, LOCAL);
  }

  /** Puts instances in, side by side. @returns Their ids: those they have when free, else new ones. */
  insert(nodes: readonly PageNode[], place: Place): readonly string[] {
    return this.transact(() => insertNodes(this.#source, this.#reading.tree(), nodes, place));
  }

  /** Moves instances, with what is in their slots, side by side. The index counts without them. */
  move(ids: readonly string[], place: Place): Moved {
    return this.transact(() => moveNodes(this.#source, this.#reading.tree(), ids, place));
  }

  /** Into the trash, with what is in their slots. */
  remove(ids: readonly string[]): void {
    this.transact(() => removeNodes(this.#source, this.#reading.tree(), ids));
  }

  /** Puts a copy behind each. @returns The ids of the copies. */
  duplicate(ids: readonly string[]): readonly string[] {
    const toNode = (id: string) => this.toNode(id);
    return this.transact(() => duplicateNodes(this.#source, this.#reading.tree(), { ids, toNode }));
  }

  /** Sets one setting by its variant key; `undefined` takes it away, so that the inherited value shows. */
  setProp(id: string, key: string, value: Json | undefined): void {
    if (!isKeySegment(key)) {
      throw new Error(`"${key}" is no key of a setting; expected for example title, title@de or padding@sm.`);
    }
    this.#write(id, (values) => values.write(key, value));
  }

  /** Sets the value at a path, such as `links/4fk2m0x/label@de`; what it is in is made when missing. */
  setAt(id: string, path: string, value: Json | undefined): void {
    checkPath(path);
    this.#write(id, (values) => values.write(path, value));
  }

  /** @returns The id of the new item. */
  insertItem(id: string, path: string, index: number, value: Json): string {
    checkPath(path);
    return this.#write(id, (values) => values.insertItem(path, index, value));
  }

  /** @param index Counted without the item. */
  moveItem(id: string, path: string, item: string, index: number): void {
    this.#write(id, (values) => values.moveItem(path, item, index));
  }

  removeItem(id: string, path: string, item: string): void {
    this.#write(id, (values) => values.removeItem(path, item));
  }

  /** The text at a path, to type in. One that is not there yet becomes an own, empty value. */
  text(id: string, path: string): Y.Text {
    checkPath(path);
    this.#write(id, (values) => values.becomeText(path, 'text'));
    return this.#source.texts.text(id, path);
  }

  /** The rich text at a path, to bind an editor to. One that is not there yet becomes an own, empty value. */
  richText(id: string, path: string): Y.XmlElement {
    checkPath(path);
    this.#write(id, (values) => values.becomeText(path, 'rich-text'));
    return this.#source.texts.richText(id, path);
  }

  setFacts(id: string, facts: FactChange): void {
    this.transact(() => writeFacts(this.#source, id, facts));
  }

  setMeta(change: MetaChange): void {
    this.transact(() => writeMeta(this.#source, change));
  }

  /**
   * Makes the page, or one instance with what is in its slots, what it is in `target`. Only differences are written, so what
   * others do meanwhile stays.
   */
  restore(target: PageDocument | { readonly node: PageNode }): void {
    this.transact(() => {
      if ('node' in target) restoreNode(this.#source, () => this.#reading.tree(), target.node);
      else restoreDocument(this.#source, () => this.#reading.tree(), target);
    });
  }

  #write<T>(id: string, work: (values: ValueWriter) => T): T {
    return this.transact(() => work(new ValueWriter(this.#source, id)));
  }

  #end = (transaction: Y.Transaction): void => {
    const touched = this.#reading.end(transaction);
    const before = this.#told;
    this.#told = this.#reading.tree();
    this.#listeners.tell(touched, { before, after: this.#told, local: transaction.local });
  };
}

const noNames: readonly string[] = [];

function checkPath(path: string): void {
  if (isPath(path)) return;
  throw new Error(`"${path}" is no path of a value; expected for example title@de or links/4fk2m0x/label.`);
}
