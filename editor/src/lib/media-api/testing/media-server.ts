import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  createAssets,
  createFolderStorage,
  createMediaUsage,
  type MediaStorage,
  publishedUsing,
  type UsingDocument,
} from '@vitrine/content/server';
import type { Database } from '@vitrine/database';
import type { RoomActor } from '../../room/rights.ts';
import { createMediaApi } from '../media-api.ts';
import { createUploads } from '../uploads.ts';

const ada: RoomActor = { id: 'ada', name: 'Ada', capabilities: ['content.preview', 'content.write'] };
const bob: RoomActor = { id: 'bob', name: 'Bob', capabilities: ['content.preview', 'content.write'] };
const eve: RoomActor = { id: 'eve', name: 'Eve', capabilities: ['content.preview'] };
/** Changes products, and looks at the library. */
const mel: RoomActor = { id: 'mel', name: 'Mel', capabilities: ['content.preview', 'catalog.write'] };
const people = new Map([ada, bob, eve, mel].map((person) => [person.id, person]));

/** A media library of its own over a database; who asks is told by the header `x-person`. */
export function openMediaLibrary({
  database,
  folder,
  storage = createFolderStorage(join(folder, 'files')),
  drafts = [],
}: {
  database: Database;
  folder: string;
  storage?: MediaStorage;
  drafts?: UsingDocument[];
}) {
  const assets = createAssets({ database, storage });
  const limits = { pictureBytes: 3_000_000, filmBytes: 8_000_000 };
  const uploads = createUploads({ folder: join(folder, 'uploads'), assets, limits });
  const faults: unknown[] = [];
  const api = createMediaApi({
    assets,
    uploads,
    usage: createMediaUsage({
      documents: async (src) => [...(await publishedUsing(database, src)), ...drafts],
    }),
    who: async (request) => people.get(request.headers.get('x-person') ?? ''),
    can: (actor, capability) => actor.capabilities.includes(capability),
    namesOf: async () => ({ ada: 'Ada', bob: 'Bob' }),
    onFault: (error) => faults.push(error),
  });
  return { api, assets, uploads, storage, drafts, faults };
}

/** The API on a port, as browsers meet it. */
export async function listen(
  api: { fetch(request: Request): Promise<Response> },
  port = 0,
): Promise<{ url: string; port: number; server: Server; close(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const request = new Request(`http://${headers.host}${url}`, {
      method,
      headers: headers as Record<string, string>,
      body: hasBody ? (Readable.toWeb(incoming) as ReadableStream) : undefined,
      duplex: 'half',
    } as RequestInit);
    const answer = await api.fetch(request);
    outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), connection: 'close' });
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}/editor/api/media`,
    port: bound,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
