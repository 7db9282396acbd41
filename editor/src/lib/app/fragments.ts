import { type OpenPart, openPartsOf, type PageDocument } from '@vitrine/content';
import { ask } from './backend.ts';
import { Store } from './store.ts';

/** What the fragments on a page are made of, as they are being edited; for where their open parts are and what they leave open. */
export class Fragments {
  readonly state = new Store<{ readonly known: ReadonlyMap<string, PageDocument> }>({ known: new Map() });
  readonly #loading = new Map<string, Promise<void>>();
  /** Asked for in vain. */
  readonly #missed = new Set<string>();

  /** `undefined` = it has not come yet, or is not there any more. */
  find(id: string): PageDocument | undefined {
    return this.state.get().known.get(id);
  }

  parts(id: string): readonly OpenPart[] | undefined {
    const fragment = this.find(id);
    return fragment && openPartsOf(fragment);
  }

  /** Fetches those that are not known, and what could not be had before. Never rejects. */
  async need(ids: Iterable<string>): Promise<void> {
    await Promise.all(
      [...new Set([...ids, ...this.#missed])].filter((id) => !this.find(id)).map((id) => this.load(id)),
    );
  }

  /** Fetches one as it is now. Never rejects: without it, it cannot be filled. */
  load(id: string): Promise<void> {
    const underway = this.#loading.get(id);
    if (underway !== undefined) return underway;
    const loading = this.#fetch(id).finally(() => this.#loading.delete(id));
    this.#loading.set(id, loading);
    return loading;
  }

  async #fetch(id: string): Promise<void> {
    try {
      const { document } = await ask<{ document: PageDocument }>(`documents/${encodeURIComponent(id)}`);
      this.#missed.delete(id);
      // Who looks at it is not made to look anew at the same.
      if (JSON.stringify(this.find(id)) === JSON.stringify(document)) return;
      this.state.set({ known: new Map(this.state.get().known).set(id, document) });
    } catch {
      this.#missed.add(id);
      // Said where it is looked at; the page itself can be worked on.
    }
  }
}
