import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModuleCatalogue, PageDocument, ShapesOf } from '@vitrine/content';
import {
  contentMigrations,
  createSqlDraftStore,
  createSqlPageStore,
  createSqlVersionStore,
  createTranslationStore,
} from '@vitrine/content/server';
import type { Database } from '@vitrine/database';
import { createRooms, type RoomsOptions } from '../create-rooms.ts';
import type { RoomActor } from '../rights.ts';
import type { RoomLogger } from '../room-logger.ts';

export const migrations = [contentMigrations];

/** Signed in by the cookie `staff=<name>`. */
export const staff: Readonly<Record<string, RoomActor>> = {
  ada: { id: 'user:ada', name: 'Ada', capabilities: ['content.preview', 'content.write'] },
  bob: { id: 'user:bob', name: 'Bob', capabilities: ['content.preview', 'content.write'] },
  /** May look only. */
  eve: { id: 'user:eve', name: 'Eve', capabilities: ['content.preview'] },
  /** May write texts, and nothing else. */
  tom: { id: 'user:tom', name: 'Tom', capabilities: ['content.preview', 'content.write', 'texts-only'] },
  zoe: { id: 'user:zoe', name: 'Zoe', capabilities: ['catalog.read'] },
};

export const shapes: ShapesOf = (module) =>
  module === 'hero' ? { title: { kind: 'text' }, body: { kind: 'rich-text' } } : undefined;

/** A hero of version 2, whose `heading` was renamed to `title`. */
export const modules: ModuleCatalogue = {
  ids: ['hero', 'columns'],
  describe: (id) =>
    id === 'hero' || id === 'columns'
      ? {
          kind: 'block',
          version: id === 'hero' ? 2 : 1,
          slots: {},
          shapes: shapes(id),
          checkProps: () => [],
          migrateProps: ({ heading = '', ...props }) => ({ ...props, title: heading }),
        }
      : undefined,
};

export const home: PageDocument = {
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {},
  nodes: [
    { id: 'h', type: 'hero', v: 2, props: { title: 'Hello', height: 3 } },
    { id: 'c', type: 'columns', v: 1, props: {} },
  ],
};

/** Keeps what went wrong. */
export function listeningLogger(): RoomLogger & { readonly heard: string[] } {
  const heard: string[] = [];
  const hear = (_: object, message: string) => void heard.push(message);
  return { heard, debug() {}, info() {}, warn: hear, error: hear };
}

export interface House {
  readonly url: string;
  readonly rooms: ReturnType<typeof createRooms>;
  readonly drafts: ReturnType<typeof createSqlDraftStore>;
  readonly versions: ReturnType<typeof createSqlVersionStore>;
  readonly pages: ReturnType<typeof createSqlPageStore>;
  readonly logger: ReturnType<typeof listeningLogger>;
  close(): Promise<void>;
}

/** A server with rooms over a database, on a free port. */
export async function openHouse(database: Database, options: Partial<RoomsOptions> = {}): Promise<House> {
  const drafts = createSqlDraftStore(database, { shapes });
  const versions = createSqlVersionStore(database);
  const translations = createTranslationStore(database);
  const logger = listeningLogger();
  const rooms = createRooms({
    drafts,
    versions,
    translations,
    modules,
    shapes,
    logger,
    authenticate: async (headers) => staff[/staff=(\w+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''],
    can: (actor, capability, about) =>
      actor.capabilities.includes(capability) &&
      !(about && about.kind !== 'prop' && actor.capabilities.includes('texts-only')),
    ...options,
  });
  const server = createServer((_, response) => response.end());
  server.on('upgrade', (request, socket, head) => {
    if (!rooms.handleUpgrade(request, socket, head)) socket.destroy();
  });
  const url = `ws://${await listen(server)}/editor/rooms`;
  return {
    url,
    rooms,
    drafts,
    versions,
    pages: createSqlPageStore(database),
    logger,
    async close() {
      server.close();
      await rooms.close();
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
