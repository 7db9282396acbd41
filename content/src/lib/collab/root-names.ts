import type * as Y from 'yjs';
import type { SharedType } from './shared-type.ts';

/** Names of root types, found without looking through all of them each time. */
export class RootNames {
  readonly #doc: Y.Doc;
  #names: ReadonlyMap<unknown, string> = new Map();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The name of the root a type is, or is in. */
  of(type: SharedType): string | undefined {
    let root = type;
    while (root.parent) root = root.parent;
    // A root may have come, or been given its kind, since.
    if (!this.#names.has(root))
      this.#names = new Map([...this.#doc.share].map(([name, each]) => [each, name]));
    return this.#names.get(root);
  }
}
