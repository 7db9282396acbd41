import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { ShapesOf } from '@vitrine/content';
import { PageInYdoc } from '@vitrine/content/collab';
import { WebSocket } from 'ws';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { shapes as smallShapes } from './small-house.ts';

export interface VisitorOptions {
  /** Name of a member of staff. */
  readonly as: string;
  readonly id?: string;
  /** A copy of the document from earlier. */
  readonly doc?: Y.Doc;
  readonly origin?: string;
  /** Default: those of the small house. */
  readonly shapes?: ShapesOf;
  /** Of the cookie that says who comes. Default `staff`. */
  readonly cookie?: string;
  /** Whether it comes again after it was sent away. Default true. */
  readonly persistent?: boolean;
  readonly onOpen?: () => void;
}

/** A browser with a page open. */
export interface Visitor {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly socket: HocuspocusProviderWebsocket;
  readonly awareness: Awareness;
  /** The page, when it has come. */
  page(): PageInYdoc;
  /** What the server told. */
  readonly told: { readonly kind: string; readonly message: string }[];
  /** Codes with which the connection was closed. */
  readonly closed: number[];
  /** Why it was not let in. */
  readonly refused: string[];
  /** Everything is in sync and acknowledged. */
  saved(): Promise<void>;
  /** Sends bytes past the provider. */
  send(bytes: Uint8Array): void;
  leave(): void;
}

export function visit(url: string, options: VisitorOptions): Visitor {
  const { as, id = 'home', doc = new Y.Doc(), persistent = true } = options;
  const { shapes = smallShapes, cookie = 'staff' } = options;
  const origin = options.origin ?? url.replace('ws:', 'http:').replace('/editor/rooms', '');
  const told: Visitor['told'] = [];
  const closed: number[] = [];
  const refused: string[] = [];
  let page: PageInYdoc | undefined;
  const socket = new HocuspocusProviderWebsocket({
    url,
    delay: 50,
    minDelay: 50,
    maxAttempts: persistent ? 0 : 1,
    WebSocketPolyfill: class extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { cookie: `${cookie}=${as}`, origin } });
        // The provider listens no more when it has gone away.
        this.on('error', () => {});
      }
    },
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: id,
    document: doc,
    onStateless: ({ payload }) => void told.push(JSON.parse(payload)),
    onAuthenticationFailed: ({ reason }) => void refused.push(reason),
    onOpen: options.onOpen ?? (() => {}),
  });
  socket.on('close', ({ event }: { event: { code: number } }) => {
    closed.push(event.code);
    if (!persistent) socket.shouldConnect = false;
  });
  provider.attach();
  return {
    doc,
    provider,
    socket,
    awareness: provider.awareness!,
    page: () => (page ??= new PageInYdoc(doc, shapes)),
    told,
    closed,
    refused,
    saved: () => until(() => provider.isSynced && !provider.hasUnsyncedChanges, `${as} is saved`),
    send: (bytes) => socket.webSocket?.send(bytes as Uint8Array<ArrayBuffer>),
    leave() {
      page?.destroy();
      provider.destroy();
      socket.destroy();
    },
  };
}

/** Waits until something is so. */
export async function until(so: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const last = Date.now() + 30_000;
  while (!(await so())) {
    if (Date.now() > last) throw new Error(`Waited 30 seconds for this, in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
