import type { IncomingMessage, ServerResponse } from 'node:http';
import { devNull, tmpdir } from 'node:os';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { PageNode } from '@vitrine/content';
import { createMemoryPageStore } from '@vitrine/content/server';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { createRuntime, type Runtime, type RuntimeOptions } from '@vitrine/runtime';
import { defineTheme } from '@vitrine/themes';
import { destination, pino } from 'pino';
import type { Listener } from './contender.ts';
import { benchHandlers } from './our-actions.ts';
import { benchRegistry } from './our-modules.tsx';
import { type BenchModule, benchPage } from './page-data.ts';

export interface BenchShopOptions {
  /** Says it another way for some of the 40 modules. */
  readonly change?: (module: BenchModule) => Partial<PageNode>;
  readonly runtime?: Partial<RuntimeOptions>;
  /** Awaited by each call of a question. */
  readonly before?: () => Promise<void>;
}

/** Our whole runtime with the bench page at `/`, wired as a shop wires it, all data in memory. The theme says nothing. */
export async function openBenchShop({
  change = () => ({}),
  runtime: options,
  before,
}: BenchShopOptions = {}): Promise<Runtime> {
  const pages = createMemoryPageStore();
  const nodes = benchPage().modules.map(
    (module): PageNode => ({
      id: module.id,
      type: module.type,
      v: 1,
      props: module.props as PageNode['props'],
      ...change(module),
    }),
  );
  const outlet = { id: 'outlet', type: 'outlet', v: 1, props: {} };
  const frame = { id: 'frame', type: 'frame', v: 1, props: {}, slots: { content: [outlet] } };
  await pages.publish({
    by: 'bench',
    documents: [
      { schema: 1, id: 'main', kind: 'layout', name: 'Layout', seo: {}, nodes: [frame] },
      { schema: 1, id: 'home', kind: 'page', name: 'Shop', seo: {}, nodes },
    ],
    urls: [{ channel: 'online', locale: 'en', path: '/', target: { kind: 'page', page: 'home' } }],
  });
  const tags = createTagVersions();
  return createRuntime({
    channels: [{ id: 'online', locales: ['en'], currencies: ['EUR'] }],
    registry: benchRegistry,
    theme: defineTheme({ id: 'bench', name: 'Bench', tokens: {} }),
    pages,
    actions: createActionEngine({ handlers: benchHandlers({ before }), tags }),
    tags,
    subjects: [],
    assets: {},
    images: { source: { open: () => Promise.resolve(undefined) }, folder: tmpdir() },
    build: 'bench',
    secret: 'bench-secret-bench-secret',
    logger: pino({ level: 'info' }, destination(devNull)),
    ...options,
  });
}

/** How requests reach a runtime in a shop: known pages at once, others by way of a `Request`. */
export function listenerOf(runtime: Runtime): Listener {
  const handle = createRequestListener((request: Request) => runtime.handle(request));
  return (request: IncomingMessage, response: ServerResponse) => {
    if (!runtime.serveCached(request, response)) handle(request, response);
  };
}

/** Puts pieces into a new cart by the form a browser would post. @returns the cookie that browser has then. */
export async function cookieOfFilledCart(runtime: Runtime, pieces: number): Promise<string> {
  const response = await runtime.handle(
    new Request('http://127.0.0.1/_actions/bench.fill-cart', {
      method: 'POST',
      body: `pieces=${pieces}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(`pieces=${pieces}`.length),
        'sec-fetch-site': 'same-origin',
      },
    }),
  );
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith('vt_cart='));
  if (!cookie) throw new Error(`The form that fills a cart answered ${response.status} and set no cookie.`);
  return cookie.slice(0, cookie.indexOf(';'));
}
