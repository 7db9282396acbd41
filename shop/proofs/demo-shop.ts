import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  createLocalClient,
  manualProvider,
  type PaymentProvider,
} from '@vitrine/commerce-engine';
import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { createSqlPageStore } from '@vitrine/content/server';
import { getTime } from '@vitrine/data-actions/library';
import { answers, tagsOfEvent } from '@vitrine/data-actions/library/server';
import {
  createActionEngine,
  createTagVersions,
  type Handler,
  handleAction,
  type ProcessCache,
} from '@vitrine/data-actions/server';
import { createTestClock } from '@vitrine/data-actions/testing';
import type { Database } from '@vitrine/database';
import { openTestDatabase } from '@vitrine/database/testing';
import { createRegistry, type ModuleRegistry } from '@vitrine/modules';
import { library } from '@vitrine/modules/library';
import { type CrowdSource, createRuntime } from '@vitrine/runtime';
import { plain } from '@vitrine/themes/library';
import pino from 'pino';
import { shoppersOf } from '../app/shoppers-of.ts';
import { createSitemap } from '../app/sitemap.ts';
import { subjects } from '../app/subjects.ts';
import { openPictures } from '../pictures.ts';
import { migrations, type Platform } from '../platform.ts';
import { seedStore } from '../seed-store.ts';

const secret = 'for the proofs of the demo shop only';
const images = { source: openPictures(tmpdir()), folder: join(tmpdir(), 'vitrine-proofs') };

/** The shop below its screens, without rooms to change it in. */
export type DemoPlatform = Pick<Platform, 'database' | 'engine' | 'commerce' | 'pages' | 'close'>;

/** The demo store on a database of its own: real engine, real pages. */
export async function openDemoPlatform({
  payments,
}: {
  readonly payments?: (database: Database) => readonly PaymentProvider[];
} = {}): Promise<DemoPlatform> {
  const database = await openTestDatabase({ migrations, engine: 'pglite' });
  const engine = createEngine({
    database,
    secret,
    ...(payments && { paymentProviders: [...payments(database), manualProvider] }),
  });
  const platform: DemoPlatform = {
    database,
    engine,
    commerce: createLocalClient(engine),
    pages: createSqlPageStore(database),
    close: () => database.close(),
  };
  await seedStore(platform);
  return platform;
}

export interface DemoSiteOptions {
  /** What the answers ask instead of the platform's own client. */
  readonly commerce?: CommerceClient;
  readonly handlers?: (own: Handler[]) => Handler[];
  readonly registry?: ModuleRegistry;
  readonly processCache?: ProcessCache;
  readonly crowd?: CrowdSource;
  readonly pageCacheBytes?: number;
  readonly fragmentCacheBytes?: number;
}

/**
 * Modules, theme and actions of the shop over a platform, as `createSite` puts them together; the clock stands still, so that
 * a slow machine is never late.
 */
export function openDemoSite(platform: DemoPlatform, options: DemoSiteOptions = {}) {
  const { engine, database, pages } = platform;
  const { commerce = platform.commerce, pageCacheBytes, fragmentCacheBytes } = options;
  const clock = createTestClock();
  const tags = createTagVersions();
  const log: string[] = [];
  // Pages that are compared are asked for at different moments: for their modules it is always the same one.
  const noon = Date.parse('2026-11-02T12:00:00Z');
  const still = handleAction(getTime, async (inputs) => inputs.map(() => ({ now: noon })));
  const own = [...answers({ commerce, pages }), still];
  const handlers = options.handlers?.(own) ?? own;
  const actions = createActionEngine({ handlers, tags, clock, processCache: options.processCache });
  const unsubscribe = database.subscribe((events) => tags.bump(events.flatMap(tagsOfEvent)));
  const runtime = createRuntime({
    channels: [
      { id: 'online', locales: ['en', 'de'], currencies: ['EUR', 'GBP'], origin: 'https://shop.test' },
    ],
    registry: options.registry ?? createRegistry(library),
    theme: plain,
    pages,
    actions,
    tags,
    subjects,
    sitemap: createSitemap(commerce),
    assets: { islands: '/_assets/islands.js' },
    images,
    build: 'proof',
    secret,
    logger: pino({ level: 'trace' }, { write: (line: string) => log.push(line) }),
    clock,
    staff: (token) => engine.identity.actorOf(token),
    shoppers: shoppersOf(engine, (error) => log.push(String(error))),
    deadline: 1000,
    ...(options.crowd && { crowd: options.crowd }),
    pageCacheBytes,
    fragmentCacheBytes,
  });
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    runtime.handle(new Request(`https://shop.test${path}`, { headers }));
  const post = (path: string, fields: Readonly<Record<string, string>>, cookie = '') => {
    const body = new URLSearchParams(fields).toString();
    return runtime.handle(
      new Request(`https://shop.test${path}`, {
        method: 'POST',
        body,
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        },
      }),
    );
  };
  return {
    runtime,
    actions,
    tags,
    clock,
    log,
    get,
    post,
    /** Puts pieces of variants into a new cart. @returns the visitor's cookie. */
    async fillCart(variantIds: readonly string[], quantity = 1): Promise<string> {
      let cookie = '';
      for (const variantId of variantIds) {
        const answer = await post('/_actions/cart.add', { variantId, quantity: String(quantity) }, cookie);
        const set = answer.headers.getSetCookie().find((each) => /^(__Host-)?vt_cart=./.test(each));
        cookie = set?.split(';')[0] ?? cookie;
      }
      if (cookie === '') throw new Error(`No cart was made for ${variantIds.join(', ')}.`);
      return cookie;
    },
    close: unsubscribe,
  };
}

export type DemoSite = ReturnType<typeof openDemoSite>;

/** A process cache that keeps nothing. */
export function keepNothing(): ProcessCache {
  return { get: () => undefined, set: () => {}, delete: () => {}, entries: () => [], size: 0 };
}

/** The text of an answer, whatever way it is encoded. */
export async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-encoding') !== 'gzip') return answer.text();
  return new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).text();
}
