import * as Y from 'yjs';
import type { SharedType } from './shared-type.ts';

export type TextKind = 'text' | 'rich-text';

export interface TextPlace {
  readonly kind: TextKind;
  readonly node: string;
  readonly path: string;
}

/**
 * The texts of a page. Each is a root type with a name of its own: what two people make at the same time is then one and the
 * same text instead of two, of which one would be lost.
 */
export class RootTexts {
  readonly #doc: Y.Doc;
  readonly #places = new WeakMap<object, TextPlace>();
  readonly #byNode = new Map<string, Map<string, Set<TextKind>>>();
  #known = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  text(node: string, path: string): Y.Text {
    return this.#open({ kind: 'text', node, path }) as Y.Text;
  }

  richText(node: string, path: string): Y.XmlElement {
    return this.#open({ kind: 'rich-text', node, path }) as Y.XmlElement;
  }

  /** Reading must not make a text: only what is there. */
  existingText(node: string, path: string): Y.Text | undefined {
    return this.#has({ kind: 'text', node, path }) ? this.text(node, path) : undefined;
  }

  existingRichText(node: string, path: string): Y.XmlElement | undefined {
    return this.#has({ kind: 'rich-text', node, path }) ? this.richText(node, path) : undefined;
  }

  /** Where an instance has, or had, texts. */
  pathsOf(node: string): Iterable<string> {
    this.#refresh();
    return this.#byNode.get(node)?.keys() ?? [];
  }

  /** Whether there are words at a path, be it that nothing says so there. */
  wordsAt(node: string, path: string): TextKind | undefined {
    this.#refresh();
    const kinds = this.#byNode.get(node)?.get(path);
    if (!kinds) return undefined;
    if (kinds.has('text') && this.text(node, path).length > 0) return 'text';
    return kinds.has('rich-text') && hasWords(this.richText(node, path)) ? 'rich-text' : undefined;
  }

  /** Takes out all words at a path and below; paragraphs stay, since others may be writing in them. */
  clear(node: string, path: string): void {
    for (const each of [...this.pathsOf(node)]) {
      if (each !== path && !each.startsWith(`${path}/`)) continue;
      const text = this.existingText(node, each);
      if (text && text.length > 0) text.delete(0, text.length);
      const rich = this.existingRichText(node, each);
      for (const part of rich ? textsIn(rich) : []) if (part.length > 0) part.delete(0, part.length);
    }
  }

  /** The text a shared type is, or is in. */
  placeOf(type: SharedType): TextPlace | undefined {
    let root = type;
    while (root.parent) root = root.parent;
    this.#refresh();
    return this.#places.get(root);
  }

  #has(place: TextPlace): boolean {
    return this.#doc.share.has(nameOf(place));
  }

  #open(place: TextPlace): SharedType {
    const name = nameOf(place);
    const isNew = !this.#doc.share.has(name);
    this.#refresh();
    const type = place.kind === 'text' ? this.#doc.getText(name) : this.#doc.get(name, Y.XmlElement);
    if (isNew) {
      this.#note(place, type);
      this.#known = this.#doc.share.size;
    }
    return type;
  }

  #note(place: TextPlace, type: SharedType): void {
    this.#places.set(type, place);
    const paths = this.#byNode.get(place.node) ?? new Map<string, Set<TextKind>>();
    this.#byNode.set(place.node, paths);
    paths.set(place.path, (paths.get(place.path) ?? new Set()).add(place.kind));
  }

  // Roots of other replicas come without their kind; they are given it as soon as they are seen. The raw type stays known, since
  // a transaction names that one.
  #refresh(): void {
    if (this.#doc.share.size === this.#known) return;
    for (const [name, raw] of [...this.#doc.share]) {
      if (this.#places.has(raw)) continue;
      const place = parseName(name);
      if (!place) continue;
      this.#places.set(raw, place);
      this.#note(place, place.kind === 'text' ? this.#doc.getText(name) : this.#doc.get(name, Y.XmlElement));
    }
    this.#known = this.#doc.share.size;
  }
}

/** `t/<node>/<path>` and `r/<node>/<path>`. */
function nameOf({ kind, node, path }: TextPlace): string {
  return `${kind === 'text' ? 't' : 'r'}/${node}/${path}`;
}

export function parseName(name: string): TextPlace | undefined {
  const parts = /^([tr])\/([^/]+)\/(.+)$/.exec(name);
  if (!parts) return undefined;
  return { kind: parts[1] === 't' ? 'text' : 'rich-text', node: parts[2]!, path: parts[3]! };
}

function hasWords(element: Y.XmlElement): boolean {
  return textsIn(element).some((text) => text.length > 0);
}

function textsIn(element: Y.XmlElement): readonly Y.XmlText[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}
