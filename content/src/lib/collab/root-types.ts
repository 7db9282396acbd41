import * as Y from 'yjs';

type RootType = Y.Doc['share'] extends Map<string, infer T> ? T : never;

/** What a page begins with: its facts, its instances. */
const FEW = 4;

/**
 * For each thing it writes into a root type, Yjs asks for the type's name by walking through all of them, from the first. A page has one
 * root per text (RootTexts), so that writing it would take time with the square of them. It asks for the few roots that everything stands
 * in again and again, and for texts in about the order they came in: a walk passes the former and goes on where the last one ended.
 */
class RootTypes extends Map<string, RootType> {
  readonly #names: string[] = [];
  #last = 0;

  override set(name: string, type: RootType): this {
    if (!this.has(name)) this.#names.push(name);
    return super.set(name, type);
  }

  override delete(name: string): boolean {
    const index = this.#names.indexOf(name);
    if (index !== -1) this.#names.splice(index, 1);
    this.#last = 0;
    return super.delete(name);
  }

  override clear(): void {
    this.#names.length = 0;
    this.#last = 0;
    super.clear();
  }

  override *entries(): MapIterator<[string, RootType]> {
    const few = Math.min(FEW, this.#names.length);
    const others = this.#names.length - few;
    for (let index = 0; index < few; index++) yield this.#entry(index);
    const first = this.#last;
    for (let step = 0; step < others; step++) {
      this.#last = (first + step) % others;
      yield this.#entry(few + this.#last);
    }
    return undefined;
  }

  #entry(index: number): [string, RootType] {
    const name = this.#names[index]!;
    return [name, this.get(name)!];
  }
}

/** Lets a document that holds a page, or will, be written in a time that grows with the page. @returns the document. */
export function withRootTypes(doc: Y.Doc): Y.Doc {
  const types = new RootTypes();
  for (const [name, type] of doc.share) types.set(name, type);
  doc.share = types;
  return doc;
}

/** An empty document for a page. */
export function newPageDoc(): Y.Doc {
  return withRootTypes(new Y.Doc());
}
