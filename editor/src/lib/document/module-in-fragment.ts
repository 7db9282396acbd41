import {
  type Json,
  overrideKey,
  type PageNode,
  type Props,
  parseVariantKey,
  type ShapesOf,
  withOverrides,
} from '@vitrine/content';
import { type NodeFacts, PageInYdoc } from '@vitrine/content/collab';
import type * as Y from 'yjs';

export interface ModuleInFragmentOptions {
  readonly doc: Y.Doc;
  /** The instance on the page that shows the fragment. */
  readonly use: string;
  /** The instance in the fragment. */
  readonly inside: PageNode;
}

/**
 * A page on which the settings of one instance inside a fragment are read and written as if it stood there: what is read is what the
 * page shows, what is written is kept with the instance that shows the fragment. So the fields of any panel can edit it. Must be
 * destroyed.
 */
export class ModuleInFragment extends PageInYdoc {
  /** What fields call it; no instance of the page has this id. */
  readonly id: string;
  /** The instance of the page that keeps what is written, and what stands before the keys there. */
  readonly use: string;
  readonly prefix: string;
  readonly #inside: PageNode;
  readonly #facts: NodeFacts;
  #read: { readonly from: Props; readonly props: Props } | undefined;

  constructor({ doc, use, inside }: ModuleInFragmentOptions) {
    // The values a use keeps are its own: each is written as one piece.
    const plain: ShapesOf = () => undefined;
    super(doc, plain);
    this.id = `${use}.${inside.id}`;
    this.use = use;
    this.prefix = overrideKey(inside.id, '');
    this.#inside = inside;
    const { id, type, v } = { ...inside, id: this.id };
    this.#facts = { id, type, v, parent: undefined, slot: undefined, index: 0 };
  }

  /** Whether the page has a value of its own at a path, or in it. */
  isSet(path: string): boolean {
    return Object.hasOwn(super.props(this.use), this.#key(topOf(path)));
  }

  override node(): NodeFacts | undefined {
    return this.#facts;
  }

  override props(): Props {
    const from = super.props(this.use);
    if (this.#read?.from !== from) {
      const { props } = withOverrides(this.#inside, { props: from });
      this.#read = { from, props };
    }
    return this.#read.props;
  }

  // Lists in it are one piece: their items go by position.
  override itemIds(): readonly string[] {
    return none;
  }

  override onNode(_id: string, listener: () => void): () => void {
    return super.onNode(this.use, listener);
  }

  override setProp(_id: string, key: string, value: Json | undefined): void {
    super.setProp(this.use, this.#key(key), value);
  }

  override setAt(id: string, path: string, value: Json | undefined): void {
    const [top = '', ...rest] = path.split('/');
    this.setProp(id, top, rest.length === 0 ? value : changed(this.props()[top], rest, value));
  }

  override insertItem(id: string, path: string, index: number, value: Json): string {
    this.#list(id, path, (items) => items.toSpliced(index, 0, value));
    return `#${index}`;
  }

  override moveItem(id: string, path: string, item: string, index: number): void {
    this.#list(id, path, (items) => {
      const at = Number(item.slice(1));
      return items.toSpliced(at, 1).toSpliced(index, 0, items[at]!);
    });
  }

  override removeItem(id: string, path: string, item: string): void {
    this.#list(id, path, (items) => items.toSpliced(Number(item.slice(1)), 1));
  }

  override text(_id: string, path: string): Y.Text {
    return super.text(this.use, this.#key(path));
  }

  override richText(_id: string, path: string): Y.XmlElement {
    return super.richText(this.use, this.#key(path));
  }

  #key(key: string): string {
    return `${this.prefix}${key}`;
  }

  #list(id: string, path: string, change: (items: readonly Json[]) => readonly Json[]): void {
    const now = path.split('/').reduce<Json | undefined>(partOf, this.props());
    this.setAt(id, path, [...change(Array.isArray(now) ? now : [])]);
  }
}

const none: readonly string[] = [];

function topOf(path: string): string {
  const key = path.split('/')[0] ?? '';
  return parseVariantKey(key) ? key : '';
}

function partOf(value: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(segment.replace('#', ''))];
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** The value with another one at a path inside it; what is on the way is made. */
function changed(
  before: Json | undefined,
  [segment = '', ...rest]: readonly string[],
  value: Json | undefined,
): Json {
  const inner = rest.length === 0 ? value : changed(partOf(before, segment), rest, value);
  if (Array.isArray(before)) {
    const at = Number(segment.replace('#', ''));
    return inner === undefined ? before.toSpliced(at, 1) : before.toSpliced(at, 1, inner);
  }
  const { [segment]: _, ...others } = isObject(before) ? before : {};
  return inner === undefined ? others : { ...others, [segment]: inner };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
