import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, type Document, Hocuspocus } from '@hocuspocus/server';
import type { ModuleCatalogue, PageDocument, ShapesOf } from '@vitrine/content';
import { PageInYdoc, withRootTypes } from '@vitrine/content/collab';
import type { DocumentPaths, DraftStore, TranslationStore, VersionStore } from '@vitrine/content/server';
import * as Y from 'yjs';
import type { RoomPauses } from './derived-keeper.ts';
import { Incoming, type Visit } from './incoming.ts';
import { JoinRefused } from './join-refused.ts';
import { openState } from './opened-state.ts';
import { userOf, verifyPresence } from './presence.ts';
import { RedisExchange } from './redis-exchange.ts';
import type { Can, RoomActor } from './rights.ts';
import { Room } from './room.ts';
import { type RoomLimits, roomLimits } from './room-limits.ts';
import type { RoomLogger } from './room-logger.ts';
import { sendAway, thrownAway } from './send-away.ts';
import { Sockets } from './sockets.ts';
import { isForRooms } from './upgrade.ts';

export interface RoomsOptions {
  readonly drafts: DraftStore;
  readonly versions: VersionStore;
  readonly translations: Pick<TranslationStore, 'keep'>;
  readonly modules: ModuleCatalogue;
  readonly shapes: ShapesOf;
  /** Who sends a request with these headers; `undefined` = nobody who is signed in. */
  readonly authenticate: (headers: Headers) => Promise<RoomActor | undefined>;
  readonly can: Can;
  readonly logger: RoomLogger;
  /** Where the shop is reached from outside, for a proxy that does not hand on the host. */
  readonly publicUrl?: string;
  /** Lets several processes on one database share rooms. */
  readonly redisUrl?: string;
  /** Sets this shop apart from others on one Redis. Default `vitrine`. */
  readonly redisPrefix?: string;
  readonly limits?: Partial<RoomLimits>;
  /** Milliseconds. */
  readonly pauses?: Partial<RoomPauses & RoomsPauses>;
}

export interface RoomsPauses {
  /** Until it is asked again who somebody is who is connected. */
  readonly recheck: number;
}

/** What somebody may want to ask for anew. It says no more than that: who may see it is found out when it is asked for. */
export interface RoomNotice {
  readonly kind: 'comments' | 'review';
}

/** What became of a change made on the server. */
export type RoomChanged =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  /** Not allowed, or more than a page can hold. */
  | { readonly kind: 'refused'; readonly message: string }
  /** It could not be stored. */
  | { readonly kind: 'unavailable'; readonly message: string }
  /** There is no such document, or it lies in the trash. */
  | { readonly kind: 'missing' };

/** The documents people work on together, at `/editor/rooms`. */
export interface Rooms {
  /** @returns `false` = the request is for somebody else. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** As it is this moment, in the room or in the store; `undefined` = there is none, or it lies in the trash. */
  document(id: string): Promise<PageDocument | undefined>;
  paths(id: string): Promise<DocumentPaths | undefined>;
  /** The whole of it as one update, for a browser to begin with before it is in the room. */
  state(id: string): Promise<Uint8Array | undefined>;
  /**
   * A change as if the actor had made it in the editor: checked, stored, and seen by everybody in the room. The page is a copy, for this
   * change only.
   */
  change(id: string, actor: RoomActor, work: (page: PageInYdoc) => void): Promise<RoomChanged>;
  /**
   * For a document that was put into the trash: people who have it open are told with a sentence and sent away, and nothing more comes in,
   * in no process. Nothing happens to one that is not there, or not open.
   */
  end(id: string): Promise<void>;
  /** Tells every browser that has a document open, in every process, that there is something new to ask for. */
  tell(id: string, notice: RoomNotice): Promise<void>;
  /** Documents that are open in this process. */
  readonly openIds: readonly string[];
  /** Sends everybody away and keeps everything. */
  close(): Promise<void>;
}

const pauses = { project: 300, version: 300_000, recheck: 60_000 };
/** Characters of a document's id. */
const LONGEST_ID = 128;
/** Milliseconds a closing process waits for its documents. */
const PATIENCE = 5_000;

/** Opens rooms. They are reached over the shop's own HTTP server: hand its `upgrade` events to `handleUpgrade`. */
export function createRooms(options: RoomsOptions): Rooms {
  const { can, logger, redisUrl, redisPrefix = 'vitrine', shapes } = options;
  const limits = { ...roomLimits, ...options.limits };
  const settings = { ...options, limits, pauses: { ...pauses, ...options.pauses } };
  const rooms = new Map<string, Room>();
  /** Under which number people are present, by connection. */
  const numbers = new WeakMap<Connection, number>();
  const incoming = new Incoming((id) => rooms.get(id));

  const exchange = redisUrl ? new RedisExchange({ url: redisUrl, prefix: redisPrefix, logger }) : undefined;
  const hocuspocus = new Hocuspocus<Visit>({
    quiet: true,
    debounce: 500,
    extensions: exchange ? [exchange] : [],
    async onAuthenticate({ documentName, context: { actor }, connectionConfig, instance }) {
      if (documentName.length > LONGEST_ID) throw new JoinRefused('missing', 'There is no such page.');
      const mayWrite = can(actor, 'content.write');
      if (!mayWrite && !can(actor, 'content.preview'))
        throw new JoinRefused('refused', 'You may not see this page.');
      if (rooms.get(documentName)?.isEnded) throw new JoinRefused('missing', thrownAway.message);
      const present = instance.documents.get(documentName)?.getConnectionsCount() ?? 0;
      if (present >= limits.connectionsPerDocument)
        throw new JoinRefused(
          'refused',
          `${present} people or windows have this page open; that is the most. Come back later.`,
        );
      connectionConfig.readOnly = !mayWrite;
    },
    async onLoadDocument({ document, documentName }) {
      try {
        const stored = await openState(documentName, options);
        if (!stored) throw new JoinRefused('missing', 'There is no such page any more.');
        Y.applyUpdate(withRootTypes(document), Y.encodeStateAsUpdate(stored));
        stored.destroy();
        const onEnd = () => {
          for (const connection of document.getConnections()) sendAway(connection, thrownAway);
        };
        const room = new Room(document, { ...settings, id: documentName, onEnd });
        rooms.set(documentName, room);
        document.on('destroy', () => {
          room.close();
          if (rooms.get(documentName) === room) rooms.delete(documentName);
        });
      } catch (error) {
        document.destroy();
        if (error instanceof JoinRefused) throw error;
        logger.error({ err: error, document: documentName }, 'a page could not be opened');
        throw new JoinRefused('refused', 'This page cannot be opened at the moment. Try again soon.');
      }
    },
    beforeSync: (message) => incoming.before(message),
    async afterHandleMessage({ connection }) {
      incoming.after(connection);
    },
    async beforeHandleAwareness({ states, context, awareness, connection }) {
      // What comes from another process was verified there.
      if (!context || !connection) return;
      // The sync server reads what came with a presence of its own, which is nobody's and the first.
      const [nobody] = states.keys();
      if (nobody !== undefined) states.delete(nobody);
      const known = (client: number) => userOf(awareness.getStates().get(client));
      const own = numbers.get(connection);
      const number = verifyPresence(states, {
        actor: context.actor,
        own,
        known,
        most: limits.presenceLength,
      });
      if (number !== undefined) numbers.set(connection, number);
    },
    async onDisconnect({ documentName }) {
      await rooms.get(documentName)?.settle();
    },
    async beforeUnloadDocument({ documentName }) {
      await rooms.get(documentName)?.settle({ compact: true });
    },
  });
  const sockets = new Sockets({ ...settings, recheck: settings.pauses.recheck, hocuspocus });

  async function look<T>(id: string, at: (page: PageInYdoc) => T): Promise<T | undefined> {
    await hocuspocus.loadingDocuments.get(id)?.catch(() => {});
    const room = rooms.get(id);
    if (room && !room.isEnded) return at(room.page);
    const stored = await openState(id, options);
    if (!stored) return undefined;
    const page = new PageInYdoc(stored, shapes);
    try {
      return at(page);
    } finally {
      page.destroy();
      stored.destroy();
    }
  }

  async function end(id: string): Promise<void> {
    await exchange?.tell(id, JSON.stringify(thrownAway));
    await hocuspocus.loadingDocuments.get(id)?.catch(() => {});
    const document = hocuspocus.documents.get(id);
    await rooms.get(id)?.end();
    if (document) await unload(() => (document.isDestroyed ? [] : [document]));
  }

  /** When nobody is left in documents they are closed; whoever holds on to one does not keep others waiting for long. */
  async function unload(documents: () => readonly Document[]): Promise<void> {
    const last = Date.now() + PATIENCE;
    for (let open = documents(); open.length > 0 && Date.now() < last; open = documents()) {
      hocuspocus.flushPendingStores();
      await Promise.all(open.map((document) => hocuspocus.unloadDocument(document)));
      await pause(10);
    }
  }

  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    await sockets.close();
    await unload(() => [...hocuspocus.documents.values()]);
    // Whoever holds on to a document does not keep it from being stored.
    await Promise.all([...rooms.values()].map((room) => room.settle()));
    await hocuspocus.hooks('onDestroy', { instance: hocuspocus });
  }

  return {
    handleUpgrade(request, socket, head) {
      if (!isForRooms(request)) return false;
      sockets.upgrade(request, socket, head);
      return true;
    },
    document: (id) => look(id, (page) => ({ ...page.toDocument(), id })),
    paths: (id) => look(id, (page) => page.meta().paths),
    state: (id) => look(id, ({ doc }) => Y.encodeStateAsUpdate(doc)),
    async change(id, actor, work) {
      const direct = await join(hocuspocus, id, actor);
      if (!direct) return { kind: 'missing' };
      try {
        const room = rooms.get(id)!;
        const admitted = await room.change(actor, work);
        await room.settle();
        if (admitted.kind === 'applied') return { kind: 'changed' };
        if (admitted.kind === 'nothing-new') return { kind: 'unchanged' };
        if (admitted.kind === 'incomplete')
          throw new Error(`A change of "${id}" does not fit the document it was made on.`);
        if (admitted.kind === 'ended') return { kind: 'missing' };
        return admitted;
      } finally {
        await direct.disconnect({ unloadImmediately: false });
      }
    },
    end,
    async tell(id, notice) {
      const payload = JSON.stringify(notice);
      for (const connection of hocuspocus.documents.get(id)?.getConnections() ?? [])
        connection.sendStateless(payload);
      await exchange?.tell(id, payload);
    },
    get openIds() {
      return [...rooms.keys()];
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

async function join(hocuspocus: Hocuspocus<Visit>, id: string, actor: RoomActor) {
  try {
    return await hocuspocus.openDirectConnection(id, { actor });
  } catch (error) {
    if (error instanceof JoinRefused && error.kind === 'missing') return undefined;
    throw error;
  }
}
