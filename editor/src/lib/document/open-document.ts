import { HocuspocusProvider } from '@hocuspocus/provider';
import type { ShapesOf } from '@vitrine/content';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
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
  /** The server refused something; a sentence. */
  readonly refused: string | undefined;
  readonly isReadOnly: boolean;
  /** The server does not let this person in, or there is no such document; a sentence. */
  readonly closed: string | undefined;
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
  });
  readonly #local: IndexeddbPersistence | undefined;

  constructor({ id, user, shapes, address }: OpenDocumentOptions) {
    this.id = id;
    this.doc = new Y.Doc();
    this.page = new PageInYdoc(this.doc, shapes);
    this.undo = new PageUndo(this.page, {});
    this.#local = openLocal(`vitrine-${user}-${id}`, this.doc);
    this.#local?.once('synced', () => {
      this.state.set({ isKeptHere: true });
      this.#look();
    });
    this.provider = new HocuspocusProvider({
      url: address,
      name: id,
      document: this.doc,
      token: 'cookie',
      onAuthenticated: ({ scope }) => this.state.set({ isReadOnly: scope === 'readonly' }),
      onStatus: ({ status }) => this.state.set({ isConnected: status === 'connected' }),
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
    this.provider.destroy();
    this.undo.destroy();
    this.page.destroy();
    await this.#local?.destroy();
    this.doc.destroy();
  }

  // The browser knows at once; a connection that is cut notices when its patience ends.
  readonly #goOffline = (): void => this.provider.disconnect();
  readonly #goOnline = (): void => {
    if (this.state.get().refused === undefined) void this.provider.connect();
  };

  // An empty document is one that has not come yet.
  #look(): void {
    if (this.doc.getMap('meta').size > 0) this.state.set({ isLoaded: true, closed: undefined });
  }

  // The server did not take a change: what is here differs from what everybody else has, so it is thrown away.
  #hear(payload: string): void {
    const message = refusalIn(payload);
    if (message === undefined) return;
    this.state.set({ refused: message });
    // Else it would be sent again and again.
    this.provider.disconnect();
    void this.#local?.clearData();
  }
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

function refusalIn(payload: string): string | undefined {
  try {
    const value = JSON.parse(payload) as { kind?: string; message?: string };
    return value.kind === 'refused' ? (value.message ?? 'The server did not take this change.') : undefined;
  } catch {
    return undefined;
  }
}
