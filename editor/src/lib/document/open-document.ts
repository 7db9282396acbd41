import type { HocuspocusProvider } from '@hocuspocus/provider';
import type { ShapesOf } from '@vitrine/content';
import { newPageDoc, PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { ask, BackendError } from '../app/backend.ts';
import { stateAddress } from '../app/document-address.ts';
import { Store } from '../app/store.ts';

/** Where the work is safe. */
export interface SaveState {
  /** What is shown is complete: from this browser or from the server. */
  readonly isLoaded: boolean;
  readonly isConnected: boolean;
  /** It is not known yet whether the server can be reached. */
  readonly isConnecting: boolean;
  /** What the server had when it was first reached has come. */
  readonly isSynced: boolean;
  /** Changes the server has not confirmed yet, also those of before it was reached. */
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
  /** Who else is here. */
  readonly awareness: Awareness;
  readonly state = new Store<SaveState>({
    isLoaded: false,
    isConnected: false,
    isConnecting: true,
    isSynced: false,
    unsaved: 0,
    isKeptHere: false,
    refused: undefined,
    isReadOnly: false,
    closed: undefined,
    isSignedOut: false,
  });
  readonly #local: IndexeddbPersistence | undefined;
  readonly #address: string;
  readonly #listeners = new Set<(notice: string) => void>();
  readonly #fetchProvider: typeof fetchIt;
  /** Also its code is fetched when the page is there: it can be worked on without. */
  #provider: HocuspocusProvider | undefined;
  #connecting: Promise<void> | undefined;
  /** All there is came from the server with the editor's page. */
  #isEarly = false;
  /** The server is asked when it can be told what is here: it must know on what the work that was done offline was done. */
  readonly #whenRead: Promise<unknown>;
  /** It is not worth connecting again. */
  #isOver = false;
  #asking: Promise<void> | undefined;

  constructor({ id, user, shapes, address, fetchProvider = fetchIt }: OpenDocumentOptions) {
    this.id = id;
    this.doc = newPageDoc();
    this.page = new PageInYdoc(this.doc, shapes);
    this.undo = new PageUndo(this.page, {});
    this.awareness = new Awareness(this.doc);
    this.#address = address;
    this.#fetchProvider = fetchProvider;
    this.#local = openLocal(`vitrine-${user}-${id}`, this.doc);
    this.#whenRead = Promise.race([this.#local?.whenSynced, pause(this.#local ? PATIENCE : 0)]);
    this.#local?.once('synced', () => {
      this.state.set({ isKeptHere: true });
      this.#look();
    });
    this.doc.on('update', this.#count);
    void this.#begin();
    window.addEventListener('offline', this.#goOffline);
    window.addEventListener('online', this.#goOnline);
  }

  /** Work that is not on the server yet stays in the browser. */
  async close(): Promise<void> {
    window.removeEventListener('offline', this.#goOffline);
    window.removeEventListener('online', this.#goOnline);
    this.#isOver = true;
    this.#provider?.destroy();
    this.awareness.destroy();
    this.undo.destroy();
    this.page.destroy();
    await this.#local?.destroy();
    this.doc.destroy();
  }

  /** Lets go of what is only in this browser, for good. The page comes anew from the server when it is opened again. */
  async letGo(): Promise<void> {
    this.#isOver = true;
    this.#provider?.disconnect();
    if (this.#local) await empty(this.#local);
  }

  // The provider counts what is done once it is there.
  readonly #count = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void => {
    if (local) this.state.set({ unsaved: this.state.get().unsaved + 1 });
  };

  // The browser knows at once; a connection that is cut notices when its patience ends.
  readonly #goOffline = (): void => {
    this.state.set({ isConnecting: false });
    this.#provider?.disconnect();
  };
  readonly #goOnline = (): void => {
    if (!this.#isOver) void (this.#provider ? this.#provider.connect() : this.connect());
  };

  // What came along with the editor's page is for a browser that has nothing of the document: of one that has, the server must be told.
  async #begin(): Promise<void> {
    const early = fetchState(this.id);
    await this.#whenRead;
    const state = this.#isEmpty && !this.#isOver ? await early : undefined;
    if (state && this.#isEmpty && !this.#isOver) {
      this.#isEarly = true;
      Y.applyUpdate(this.doc, state);
      this.#look();
    }
    if (this.#isEmpty) await this.connect();
    else setTimeout(() => void this.connect(), REST);
  }

  /** Goes into the room. It does so by itself after a rest; whoever knows that the page is shown need not wait for that. */
  connect(): Promise<void> {
    this.#connecting ??= this.#connect().catch(() => {
      // Its code could not be fetched: there is no network, or there is a new version, which says so itself. Nobody may be told by the
      // browser when it can be had.
      this.#connecting = undefined;
      this.state.set({ isConnecting: false });
      if (!this.#isOver) setTimeout(() => this.#isOver || void this.connect(), AGAIN);
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const { HocuspocusProvider } = await this.#fetchProvider();
    if (this.#isOver) return;
    this.doc.off('update', this.#count);
    this.#provider = new HocuspocusProvider({
      url: this.#address,
      name: this.id,
      document: this.doc,
      awareness: this.awareness,
      token: () => this.#whenRead.then(() => 'cookie'),
      onAuthenticated: ({ scope }) => this.state.set({ isReadOnly: scope === 'readonly' }),
      onStatus: ({ status }) => this.#follow(status === 'connected'),
      onClose: () => {
        this.state.set({ isConnecting: false });
        this.#askWhoIsSignedIn();
      },
      onSynced: () => {
        this.#isEarly = false;
        this.state.set({ isSynced: true });
        this.#look();
      },
      onAuthenticationFailed: ({ reason }) =>
        this.state.set({ closed: reason, isConnecting: false, ...(this.#isEarly && { isLoaded: false }) }),
      onUnsyncedChanges: ({ number }) => this.state.set({ unsaved: number }),
      onStateless: ({ payload }) => this.#hear(payload),
    });
  }

  /** Listens to what the server tells everybody in the room. @returns ends it. */
  onNotice(listener: (notice: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #follow(isConnected: boolean): void {
    this.state.set({ isConnected, ...(isConnected && { isSignedOut: false, isConnecting: false }) });
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
    if (!this.#isOver && !this.#isEmpty) this.state.set({ isLoaded: true, closed: undefined });
  }

  get #isEmpty(): boolean {
    return this.doc.getMap('meta').size === 0;
  }

  #hear(payload: string): void {
    for (const listener of this.#listeners) listener(payload);
    const farewell = farewellIn(payload);
    if (!farewell) return;
    const { kind, message } = farewell;
    // What is here may be hours of work: it stays until its author lets go of it. Else it would be sent again and again.
    this.#isOver = true;
    this.#provider?.disconnect();
    this.state.set(kind === 'refused' ? { refused: message } : { closed: message, isLoaded: false });
  }
}

/** Whether the server is about to have one's own last words, for which whoever asks it something about the page waits. */
export function isOnItsWay({ isConnected, isConnecting, unsaved, refused }: SaveState): boolean {
  return (isConnected || isConnecting) && unsaved > 0 && refused === undefined;
}

/** Milliseconds a browser has to give what it keeps; some never do. */
const PATIENCE = 5_000;
/** Milliseconds after which it connects, whether the page is shown or not. */
const REST = 2_000;
/** Milliseconds until its code is fetched again. */
const AGAIN = 5_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export interface OpenDocumentOptions {
  readonly id: string;
  readonly user: string;
  readonly shapes: ShapesOf;
  /** Of the sync server, `ws://…/editor/rooms`. */
  readonly address: string;
  /** Default: the code of it that belongs to this version. */
  readonly fetchProvider?: typeof fetchIt;
}

const fetchIt = () => import('@hocuspocus/provider');

// Where it cannot be had this way, it comes through the room, which also says why it cannot be had at all.
async function fetchState(id: string): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(stateAddress(id));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
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
