import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageDocument, PageNode, UrlEntry } from '@vitrine/content';
import { createMemoryPageStore } from '@vitrine/content/server';
import {
  createActionEngine,
  createProcessCache,
  createTagVersions,
  type Handler,
  type ProcessCache,
} from '@vitrine/data-actions/server';
import { createTestClock } from '@vitrine/data-actions/testing';
import { defineTheme } from '@vitrine/themes';
import pino from 'pino';
import { createRuntime, type Runtime, type RuntimeOptions } from '../create-runtime.ts';
import type { SubjectRoute } from '../stages.ts';
import { getPrice, getThing, type Thing } from './small-actions.ts';
import { createSmallBackend, smallHandlers } from './small-backend.ts';
import { smallRegistry } from './small-modules.tsx';
import { withoutNonces } from './without-nonces.ts';

/** Signs the cookies of small shops. */
export const SMALL_SECRET = 'a secret for tests only';

/** A shop of two things with a module of every kind, real engines and a clock that tests move. */
export async function openSmallShop(
  changes: Partial<RuntimeOptions> & {
    readonly handlers?: (own: Handler[]) => Handler[];
    readonly processCache?: ProcessCache;
  } = {},
) {
  const backend = createSmallBackend();
  const clock = createTestClock();
  const tags = createTagVersions();
  const log: string[] = [];
  const pages = createMemoryPageStore({
    onPublished: ({ documentIds, urls, composes }) =>
      tags.bump([
        ...documentIds.map((id) => `page:${id}`),
        ...urls.map((path) => `url:${path}`),
        ...composes.map((each) => `template:${each}`),
      ]),
  });
  await pages.publish({ by: 'test', documents: smallDocuments, urls: smallUrls });
  const own = smallHandlers(backend);
  const processCache = changes.processCache ?? createProcessCache();
  const actions = createActionEngine({ handlers: changes.handlers?.(own) ?? own, tags, clock, processCache });
  const options: RuntimeOptions = {
    channels: [
      {
        id: 'online',
        locales: ['en', 'de'],
        currencies: ['EUR', 'GBP'],
        origin: 'https://shop.test',
      },
    ],
    registry: smallRegistry,
    theme: defineTheme({ id: 'bare', name: 'Bare', tokens: { 'colour.ink': '#111' } }),
    pages,
    actions,
    tags,
    subjects: [thingRoute],
    assets: { islands: '/_assets/islands.js' },
    images: {
      source: { open: () => Promise.resolve(undefined) },
      folder: mkdtempSync(join(tmpdir(), 'vitrine-')),
    },
    build: 'test',
    secret: SMALL_SECRET,
    logger: pino({ level: 'debug' }, { write: (line: string) => log.push(line) }),
    clock,
    ...changes,
  };
  const runtime = createRuntime(options);
  return { backend, clock, tags, log, pages, actions, processCache, options, runtime, ...ask(runtime) };
}

export type SmallShop = Awaited<ReturnType<typeof openSmallShop>>;

/** Ways to ask a runtime for a page. */
function ask(runtime: Pick<Runtime, 'handle'>) {
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    runtime.handle(new Request(`https://shop.test${path}`, { headers, method }));
  const html = async (path: string, headers: Record<string, string> = {}) =>
    withoutNonces(await (await get(path, headers)).text());
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    runtime.handle(
      new Request(`https://shop.test${path}`, {
        method: 'POST',
        body,
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
          ...headers,
        },
      }),
    );
  /** Cookie of a visitor with that many pieces in their basket. */
  const cartOf = async (pieces: number) => {
    const answer = await post('/_actions/basket.add', `pieces=${pieces}`);
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('vt_cart=')) ?? '';
    return cookie.split(';')[0] as string;
  };
  return { get, html, post, cartOf };
}

const thingRoute: SubjectRoute = {
  kind: 'product',
  prefix: '/p/',
  find: (slug, { need }) => need(getThing, { slug }),
  identify: ({ id, name, slugs }: Thing) => ({ id, title: name, slugs }),
  needs: ({ id }: Thing, { need }) => ({ cents: need(getPrice, { id }) }),
  structured: ({ name }: Thing, { cents }: { cents?: number }, { absolute }) => [
    { '@type': 'Product', name, url: absolute('/'), cents },
  ],
};

export function node(type: string, facts: Partial<PageNode> = {}): PageNode {
  return { id: facts.id ?? type, type, v: 1, props: {}, ...facts };
}

function document(facts: Partial<PageDocument> & { id: string }): PageDocument {
  return { schema: 1, kind: 'page', name: facts.id, seo: {}, nodes: [], ...facts };
}

const smallDocuments: readonly PageDocument[] = [
  document({
    id: 'main',
    kind: 'layout',
    nodes: [
      node('menu'),
      node('basket', { id: 'badge' }),
      node('frame', { slots: { content: [node('outlet')] } }),
    ],
  }),
  document({ id: 'bare', kind: 'layout', nodes: [node('frame', { slots: { content: [node('outlet')] } })] }),
  document({
    id: 'home',
    seo: { title: 'Home', 'title@de': 'Start', description: 'A shop' },
    nodes: [
      node('words', { props: { words: 'Hello', 'words@de': 'Hallo' } }),
      node('counter', { slots: { content: [node('price', { props: { of: 't1' } })] } }),
      node('basket-island'),
    ],
  }),
  document({
    id: 'plain',
    layout: 'bare',
    nodes: [node('words', { props: { words: 'Nothing personal' } }), node('pager')],
  }),
  document({
    id: 'faulty',
    layout: 'bare',
    nodes: [node('broken'), node('words', { props: { words: 'Still here' } })],
  }),
  document({
    id: 'product',
    kind: 'template',
    composes: 'product',
    nodes: [node('thing'), node('price', { props: { of: 't1' } }), node('pager')],
  }),
  document({
    id: 'not-found',
    kind: 'template',
    composes: 'not-found',
    layout: 'bare',
    nodes: [node('words', { props: { words: 'Not here' } })],
  }),
  document({
    id: 'search',
    kind: 'template',
    composes: 'search',
    layout: 'bare',
    nodes: [node('pager')],
  }),
  document({
    id: 'error',
    kind: 'template',
    composes: 'error',
    layout: 'bare',
    nodes: [node('words', { props: { words: 'Our fault' } })],
  }),
];

const smallUrls: readonly UrlEntry[] = ['en', 'de'].flatMap((locale): UrlEntry[] => [
  { channel: 'online', locale, path: '/', target: { kind: 'page', page: 'home' } },
  { channel: 'online', locale, path: '/plain', target: { kind: 'page', page: 'plain' } },
  { channel: 'online', locale, path: '/faulty', target: { kind: 'page', page: 'faulty' } },
  { channel: 'online', locale, path: '/old', target: { kind: 'redirect', to: '/p/mug', status: 301 } },
  { channel: 'online', locale, path: '/past', target: { kind: 'gone' } },
]);
