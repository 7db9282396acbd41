import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { devNull, tmpdir } from 'node:os';
import { createRequestListener } from '@remix-run/node-fetch-server';
import {
  contentMigrations,
  createCommentStore,
  createDraftPageStore,
  createPreviewLinkStore,
  createReleaseStore,
  createReviewStore,
  createSqlDraftStore,
  createSqlPageStore,
  createSqlVersionStore,
  createThemeStore,
  createTranslationStore,
} from '@vitrine/content/server';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { openTestDatabase } from '@vitrine/database/testing';
import {
  createEditorApi,
  createReleaseRunner,
  createReviewNews,
  createRooms,
  EARLY_FRAME,
  firstQuestions,
  type RoomActor,
} from '@vitrine/editor/server';
import { moduleCatalogue, shapesOf } from '@vitrine/modules';
import { createRuntime } from '@vitrine/runtime';
import { destination, pino } from 'pino';
import { benchCatalogue } from './bench-catalogue.ts';
import { benchTheme } from './bench-theme.ts';
import type { ClientEntry, Clients } from './build-clients.ts';
import { benchRegistry } from './our-modules.tsx';

const channels = [{ id: 'online', name: 'Online', locales: ['en'], currencies: ['EUR'] }];

/** A shop with an editor, all of it real but the shop: two modules, a database in memory, and everybody is staff. */
export interface EditorShop {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  close(): Promise<void>;
}

/** Whoever comes with a cookie `vt_staff=name` is that member of staff. */
function staffOf(token: string | undefined): RoomActor | undefined {
  const name = /^\w+$/.exec(token ?? '')?.[0];
  return name === undefined
    ? undefined
    : { id: `user:${name}`, name, capabilities: ['content.preview', 'content.write', 'content.publish'] };
}
const cookieIn = (headers: Headers) => /vt_staff=(\w+)/.exec(headers.get('cookie') ?? '')?.[1];

export async function openEditorShop(clients: Clients): Promise<EditorShop> {
  const logger = pino({ level: 'warn' }, destination(process.env.BENCH_LOG ?? devNull));
  const database = await openTestDatabase({ migrations: [contentMigrations], logger });
  const modules = moduleCatalogue(benchRegistry.all.map(({ module }) => module));
  const shapes = (type: string) => {
    const registered = benchRegistry.get(type);
    return registered && shapesOf(registered.module.config);
  };
  const pages = createSqlPageStore(database);
  const drafts = createSqlDraftStore(database, { shapes });
  const versions = createSqlVersionStore(database);
  const translations = createTranslationStore(database);
  await pages.publish({
    by: 'bench',
    documents: [
      {
        schema: 1,
        id: 'main',
        kind: 'layout',
        name: 'Layout',
        seo: {},
        nodes: [
          {
            id: 'frame',
            type: 'frame',
            v: 1,
            props: {},
            slots: { content: [{ id: 'outlet', type: 'outlet', v: 1, props: {} }] },
          },
        ],
      },
    ],
  });
  const rooms = createRooms({
    drafts,
    versions,
    translations,
    modules,
    shapes,
    logger,
    authenticate: async (headers) => staffOf(cookieIn(headers)),
    can: (actor, capability) => actor.capabilities.includes(capability),
  });
  const tags = createTagVersions();
  const runtime = createRuntime({
    channels,
    registry: benchRegistry,
    theme: benchTheme,
    pages,
    drafts: createDraftPageStore(pages, drafts),
    canvasScript: clients.canvas.script,
    actions: createActionEngine({ handlers: [], tags }),
    tags,
    subjects: [],
    assets: {},
    images: { source: { open: () => Promise.resolve(undefined) }, folder: tmpdir() },
    build: 'bench',
    secret: 'bench-secret-bench-secret',
    logger,
    staff: async (token) => ({ kind: 'staff', capabilities: staffOf(token)?.capabilities ?? [] }),
  });
  const releases = createReleaseStore(database);
  const reviews = createReviewStore(database);
  const onFault = (error: unknown) => logger.error({ err: error }, 'the editor API failed');
  const api = createEditorApi({
    drafts,
    versions,
    translations,
    rooms,
    pages,
    channels,
    modules,
    pickers: { products: nothing, productsByIds: nothing, categories: nothing },
    catalogue: async () => benchCatalogue(benchRegistry, channels),
    namesOf: async () => ({}),
    comments: createCommentStore(database),
    people: async () => [],
    releases,
    releaseRunner: createReleaseRunner({
      pages,
      drafts,
      versions,
      releases,
      channels,
      themes: createThemeStore(database, { check: () => [] }),
    }),
    reviews,
    reviewNews: createReviewNews({ reviews, rooms, onFault }),
    publishers: async () => [],
    previewLinks: createPreviewLinkStore(database),
    previewLink: () => '',
    placesOf: async () => [],
    who: async ({ headers }) => staffOf(cookieIn(headers)),
    onFault,
  });

  const handle = createRequestListener(async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/editor/api/')) return await api.fetch(request);
    if (pathname.startsWith('/editor/'))
      return html(
        pageOf(clients.editor, 'editor', {
          asks: firstQuestions(request),
          later: [clients.canvas.script],
          canvas: await api.openingCanvas(request),
        }),
      );
    if (pathname === '/puck' && clients.puck) return html(pageOf(clients.puck, 'root'));
    if (pathname === '/least' && clients.least) return html(pageOf(clients.least, 'root'));
    return await runtime.handle(request);
  });
  const server = createServer((request, response) => {
    if (!sendFile(clients, request, response)) handle(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!rooms.handleUpgrade(request, socket, head)) socket.destroy();
  });
  return {
    address: await listen(server),
    async close() {
      await rooms.close();
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}

const nothing = async (): Promise<readonly unknown[]> => [];

function sendFile({ files }: Clients, request: IncomingMessage, response: ServerResponse): boolean {
  const file = files.get(request.url ?? '');
  if (!file) return false;
  response.writeHead(200, {
    'content-type': file.type,
    'content-encoding': 'gzip',
    'content-length': file.gzip.length,
    'cache-control': 'public, max-age=31536000, immutable',
  });
  response.end(file.gzip);
  return true;
}

/** As a shop makes the pages of its applications. */
function pageOf(
  { script, imports, styles }: ClientEntry,
  root: string,
  {
    asks = [],
    later = [],
    canvas,
  }: { readonly asks?: readonly string[]; readonly later?: readonly string[]; readonly canvas?: string } = {},
): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">',
    ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...imports.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...asks.map((href) => `<link rel="preload" as="fetch" href="${href}" crossorigin>`),
    ...later.map((href) => `<link rel="prefetch" as="script" href="${href}" crossorigin>`),
    `<script type="module" src="${script}"></script></head><body><div id="${root}"></div>`,
    canvas === undefined ? '' : earlyCanvas(canvas),
    '</body></html>',
  ].join('');
}

function earlyCanvas(address: string): string {
  const style = 'position:fixed;inset:0;width:1280px;height:100%;border:0;visibility:hidden';
  return `<iframe id="${EARLY_FRAME}" title="The page" src="${address.replaceAll('&', '&amp;')}" style="${style}"></iframe>`;
}

function html(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}
