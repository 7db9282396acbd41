import { HocuspocusProvider } from '@hocuspocus/provider';
import type { ShapesOf } from '@vitrine/content';
import { newPageDoc, PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { ask, BackendError } from '../app/backend.ts';
import { Store } from '../app/store.ts';

/** Where the work is safe. */
export interface SaveState {
  /** What is shown is complete: from this browser or from the server. */
  readonly isLoaded: boolean;
  readonly isConnected: boolean;
  /** Changes the server has not confirmed yet. */
  readonly unsaved: number;
  /** Changes are kept in this browser also when it is closed. */
  readonly isKeptHere: boolean;
  /** The server refused something; a sentence. What it has not is only here, and nothing can be done on it any more. */
  readonly refused: string | undefined;
  readonly isReadOnly: boolean;
  /** The server does not let this person in, or there is no such document; a sentence. */
  readonly closed: string | undefined;
  /** Nobody is signed in here any more, or not for this shop. */
  readonly isSignedOut: boolean;
}

/** A document somebody works on: its Y.Doc, kept in the browser and on the server, with one undo stack. */
export class OpenDocument {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly page: PageInYdoc;
  readonly undo: PageUndo;
  readonly provider: HocuspocusProvider;
  readonly state = new Store<SaveState>({
    isLoaded: false,
    isConnected: false,
    unsaved: 0,
    isKeptHere: false,
    refused: undefined,
    isReadOnly: false,
    closed: undefined,
    isSignedOut: false,
  });
  readonly #local: IndexeddbPersistence | undefined;
  /** The server is asked when it can be told what is here: it must know on what the work that was done offline was done. */
  readonly #whenRead: Promise<unknown>;
  /** It is not worth connecting again. */
  #isOver = false;
  #asking: Promise<void> | undefined;

  constructor({ id, user, shapes, address }: OpenDocumentOptions) {
    this.id = id;
    this.doc = newPageDoc();
    this.page = new PageInYdoc(this.doc, shapes);
    this.undo = new PageUndo(this.page, {});
    this.#local = openLocal(`vitrine-${user}-${id}`, this.doc);
    this.#whenRead = Promise.race([this.#local?.whenSynced, pause(this.#local ? PATIENCE : 0)]);
    this.#local?.once('synced', () => {
      this.state.set({ isKeptHere: true });
      this.#look();
    });
    this.provider = new HocuspocusProvider({
      url: address,
      name: id,
      document: this.doc,
      token: () => this.#whenRead.then(() => 'cookie'),
      onAuthenticated: ({ scope }) => this.state.set({ isReadOnly: scope === 'readonly' }),
      onStatus: ({ status }) => this.#follow(status === 'connected'),
      onClose: () => this.#askWhoIsSignedIn(),
      onSynced: () => this.#look(),
      onAuthenticationFailed: ({ reason }) => this.state.set({ closed: reason }),
      onUnsyncedChanges: ({ number }) => this.state.set({ unsaved: number }),
      onStateless: ({ payload }) => this.#hear(payload),
    });
    window.addEventListener('offline', this.#goOffline);
    window.addEventListener('online', this.#goOnline);
  }

  /** Work that is not on the server yet stays in the browser. */
  async close(): Promise<void> {
    window.removeEventListener('offline', this.#goOffline);
    window.removeEventListener('online', this.#goOnline);
    this.#isOver = true;
    this.provider.destroy();
    this.undo.destroy();
    this.page.destroy();
    await this.#local?.destroy();
    this.doc.destroy();
  }

  /** Lets go of what is only in this browser, for good. The page comes anew from the server when it is opened again. */
  async letGo(): Promise<void> {
    this.#isOver = true;
    this.provider.disconnect();
    if (this.#local) await empty(this.#local);
  }

  // The browser knows at once; a connection that is cut notices when its patience ends.
  readonly #goOffline = (): void => this.provider.disconnect();
  readonly #goOnline = (): void => {
    if (!this.#isOver) void this.provider.connect();
  };

  #follow(isConnected: boolean): void {
    this.state.set({ isConnected, ...(isConnected && { isSignedOut: false }) });
  }

  // A browser does not learn why it could not connect.
  #askWhoIsSignedIn(): void {
    if (this.#isOver) return;
    this.#asking ??= ask('session')
      .then(
        () => this.state.set({ isSignedOut: false }),
        (error: unknown) => {
          if (error instanceof BackendError && error.status === 401) this.state.set({ isSignedOut: true });
        },
      )
      .finally(() => {
        this.#asking = undefined;
      });
  }

  // An empty document is one that has not come yet.
  #look(): void {
    if (!this.#isOver && this.doc.getMap('meta').size > 0)
      this.state.set({ isLoaded: true, closed: undefined });
  }

  #hear(payload: string): void {
    const farewell = farewellIn(payload);
    if (!farewell) return;
    const { kind, message } = farewell;
    // What is here may be hours of work: it stays until its author lets go of it. Else it would be sent again and again.
    this.#isOver = true;
    this.provider.disconnect();
    this.state.set(kind === 'refused' ? { refused: message } : { closed: message, isLoaded: false });
  }
}

/** Milliseconds a browser has to give what it keeps; some never do. */
const PATIENCE = 5_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export interface OpenDocumentOptions {
  readonly id: string;
  readonly user: string;
  readonly shapes: ShapesOf;
  /** Of the sync server, `ws://…/editor/rooms`. */
  readonly address: string;
}

// A browser that keeps nothing (private windows of some) still edits.
function openLocal(name: string, doc: Y.Doc): IndexeddbPersistence | undefined {
  try {
    return new IndexeddbPersistence(name, doc);
  } catch {
    return undefined;
  }
}

// Other tabs may have it open too, so it is emptied and not deleted.
async function empty(local: IndexeddbPersistence): Promise<void> {
  const { db } = local;
  if (!db) return;
  const emptied = new Promise<void>((resolve, reject) => {
    const transaction = db.transaction('updates', 'readwrite');
    transaction.objectStore('updates').clear();
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  await Promise.all([emptied, local.destroy()]);
}

interface Farewell {
  readonly kind: 'refused' | 'ended';
  readonly message: string;
}

function farewellIn(payload: string): Farewell | undefined {
  try {
    const { kind, message = 'The server did not take this change.' } = JSON.parse(payload);
    return kind === 'refused' || kind === 'ended' ? { kind, message: String(message) } : undefined;
  } catch {
    return undefined;
  }
}
