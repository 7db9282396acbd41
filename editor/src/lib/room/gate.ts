import { changesOf, type DocChange, newPageDoc } from '@vitrine/content/collab';
import * as Y from 'yjs';

/** What an update would do to a document. */
export type Inspected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changes'; readonly changes: readonly DocChange[] }
  /** It builds on something the document does not have. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'unreadable' };

/**
 * Tries updates on a copy of a document before they are let in. The copy is kept, so that trying costs what the update costs; it is
 * made anew after an update that stays outside.
 */
export class Gate {
  readonly #doc: Y.Doc;
  #copy: Y.Doc | undefined;
  readonly #follow = (update: Uint8Array) => {
    if (this.#copy) Y.applyUpdate(this.#copy, update);
  };

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('update', this.#follow);
  }

  /** An update with changes is in the copy afterwards: let it into the document, or call `forget`. */
  inspect(update: Uint8Array): Inspected {
    this.#copy ??= copyOf(this.#doc);
    const copy = this.#copy;
    let isNew = false;
    const notice = () => {
      isNew = true;
    };
    copy.on('update', notice);
    try {
      const changes = changesOf(copy, update);
      Y.applyUpdate(copy, update);
      if (isWaiting(copy)) {
        this.forget();
        return { kind: 'incomplete' };
      }
      return isNew ? { kind: 'changes', changes } : { kind: 'nothing' };
    } catch {
      this.forget();
      return { kind: 'unreadable' };
    } finally {
      copy.off('update', notice);
    }
  }

  /** Whether the document has all of an update. Nothing is tried, so that it costs little to refuse the rest of them. */
  has(update: Uint8Array): boolean {
    try {
      return Y.snapshotContainsUpdate(Y.snapshot(this.#doc), update);
    } catch {
      return false;
    }
  }

  /** Takes what was tried and not let in out of the copy. */
  forget(): void {
    this.#copy?.destroy();
    this.#copy = undefined;
  }

  close(): void {
    this.#doc.off('update', this.#follow);
    this.forget();
  }
}

/** Whether something in a document waits for what it builds on. */
export function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = newPageDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
