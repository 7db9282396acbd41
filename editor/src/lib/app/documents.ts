import { ask, type DocumentFacts, type DocumentUse, type TemplateFacts } from './backend.ts';
import { positionAt, type TreePlace, withPlace } from './document-order.ts';
import { lookAgain } from './look-again.ts';
import { Store } from './store.ts';

/** Something that is asked or shown about documents, above whatever is on the screen. */
export type DocumentDialog =
  | {
      readonly kind: 'new-page';
      readonly from?: string;
      readonly template?: string;
      readonly parent?: string;
    }
  | { readonly kind: 'copy'; readonly from: string }
  | { readonly kind: 'new-fragment' }
  | { readonly kind: 'releases' | 'audiences' | 'tests' }
  | { readonly kind: 'trash' | 'unpublish' | 'where-used'; readonly id: string };

export interface DocumentsState {
  /** Absent until they have come for the first time. */
  readonly list: readonly DocumentFacts[] | undefined;
  /** Why they could not be fetched, in a sentence. */
  readonly problem: string | undefined;
  readonly dialog: DocumentDialog | undefined;
}

export interface NewDocument {
  readonly kind: DocumentFacts['kind'];
  readonly name: string;
  readonly paths?: Readonly<Record<string, string>>;
  readonly parent?: string;
  /** Copies what is in this document. */
  readonly from?: string;
  /** Stands in this fragment, whose open parts it fills. */
  readonly template?: string;
  readonly nodes?: readonly unknown[];
}

/** Milliseconds for which a list is as good as a new one to whoever begins to look at it. */
const FRESH = 5_000;

/** Every document of the shop as this person's browser knows them, and what can be done with them. */
export class Documents {
  readonly state = new Store<DocumentsState>({ list: undefined, problem: undefined, dialog: undefined });
  #loading: Promise<void> | undefined;
  #isAgain = false;
  #cameAt = Number.NEGATIVE_INFINITY;
  /** Beginnings and ends of moves: a list that was asked for between them may not know of one. */
  #turns = 0;
  #moving = 0;
  #followers = 0;
  #over = new AbortController();

  async #fetchUntilCurrent(): Promise<void> {
    do {
      this.#isAgain = false;
      await this.#fetch();
    } while (this.#isAgain);
    this.#loading = undefined;
  }

  /** Fetches the list; whoever asks while it is on its way gets the next one. Never rejects. */
  load(): Promise<void> {
    if (this.#loading !== undefined) this.#isAgain = true;
    this.#loading ??= this.#fetchUntilCurrent();
    return this.#loading;
  }

  /** The list, unless it is there or on its way: for whoever begins with it. Never rejects. */
  begin(): Promise<void> {
    return this.#loading ?? (this.state.get().list ? Promise.resolve() : this.load());
  }

  /** The list as it is now, unless it is on its way or came a moment ago. Never rejects. */
  freshen(): Promise<void> {
    return this.#loading ?? (performance.now() - this.#cameAt < FRESH ? Promise.resolve() : this.load());
  }

  /** Keeps the list fresh (`lookAgain`), once for all who follow it. @returns what ends it. */
  follow(): () => void {
    void this.freshen();
    if (this.#followers++ === 0) {
      this.#over = new AbortController();
      lookAgain(() => void this.load(), this.#over.signal);
    }
    return () => {
      if (--this.#followers === 0) this.#over.abort();
    };
  }

  find(id: string): DocumentFacts | undefined {
    return this.state.get().list?.find((each) => each.id === id);
  }

  show(dialog: DocumentDialog | undefined): void {
    this.state.set({ dialog });
  }

  // What follows is refused by the server with a sentence: BackendError.

  /** @returns Its id. */
  async create(wish: NewDocument): Promise<string> {
    const { id } = await ask<{ id: string }>('documents', { body: wish });
    await this.load();
    return id;
  }

  /** Makes a document of a file, with the fragments that are not here. @returns Its id. */
  async bring(file: unknown, wish: Pick<NewDocument, 'name' | 'paths' | 'parent'>): Promise<string> {
    const { id } = await ask<{ id: string }>('page-files', { body: { file, ...wish } });
    await this.load();
    return id;
  }

  /** Shown at once; put back when it is refused. */
  async place(id: string, place: TreePlace): Promise<void> {
    const { list } = this.state.get();
    const document = this.find(id);
    if (!list || !document) return;
    const position = positionAt(list, document, place);
    this.state.set({ list: withPlace(list, document, place) });
    this.#turns++;
    this.#moving++;
    try {
      await this.#post(id, 'place', {
        ...(place.parent !== undefined && { parent: place.parent }),
        position,
      });
    } finally {
      this.#turns++;
      this.#moving--;
      await this.load();
    }
  }

  async trash(id: string): Promise<void> {
    await this.#post(id, 'trash', {});
    await this.load();
  }

  async restore(id: string): Promise<void> {
    await this.#post(id, 'restore', {});
    await this.load();
  }

  async unpublish(id: string): Promise<void> {
    await this.#post(id, 'unpublish', {});
    await this.load();
  }

  /** Fragments that pages can be made from, by their names. */
  templates(signal?: AbortSignal): Promise<readonly TemplateFacts[]> {
    return ask('templates', { signal });
  }

  usesOf(id: string, signal?: AbortSignal): Promise<readonly DocumentUse[]> {
    return ask(`documents/${encodeURIComponent(id)}/where-used`, { signal });
  }

  #post(id: string, what: string, body: unknown): Promise<unknown> {
    return ask(`documents/${encodeURIComponent(id)}/${what}`, { body });
  }

  async #fetch(): Promise<void> {
    const turn = this.#turns;
    try {
      const list = await ask<readonly DocumentFacts[]>('documents');
      // An older one would put back what is shown already; whoever moves something asks again.
      if (turn !== this.#turns || this.#moving > 0) return;
      this.#cameAt = performance.now();
      this.state.set({ list, problem: undefined });
    } catch (error) {
      this.state.set({ problem: error instanceof Error ? error.message : String(error) });
    }
  }
}
