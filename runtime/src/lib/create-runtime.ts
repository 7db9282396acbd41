import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageStore } from '@vitrine/content';
import type { PrivateDimensions } from '@vitrine/data-actions';
import { type ActionEngine, type Clock, systemClock, type TagVersions } from '@vitrine/data-actions/server';
import type { ModuleRegistry } from '@vitrine/modules';
import { fontPreloads, type Theme, themeCss } from '@vitrine/themes';
import type { Logger } from 'pino';
import { createActionRoute, hostOf } from './actions/action-route.ts';
import { readPostedNodes } from './canvas/posted-nodes.ts';
import { createChannelChooser, type RuntimeChannel } from './channel.ts';
import { CrowdDesk } from './crowd/crowd-desk.ts';
import { type CrowdSource, noCrowd } from './crowd/crowd-source.ts';
import { createDocumentShelf } from './document-shelf.ts';
import { FragmentCache } from './fragments/fragment-cache.ts';
import { createHealthRoutes, type ReadyCheck } from './front/health-routes.ts';
import { PageFront, type PageFrontOptions } from './front/page-front.ts';
import { isHost, noSuchHost } from './front/request-host.ts';
import { logRequest, requestIdOf } from './front/request-log.ts';
import { createServeCached } from './front/serve-cached.ts';
import { toResponse } from './front/to-response.ts';
import { createNonceSource } from './headers/nonce.ts';
import { securityHeaders } from './headers/security-headers.ts';
import { createImageRoute, type ImageRouteOptions } from './images/image-route.ts';
import { PageCache } from './page-cache/page-cache.ts';
import type { PageAssets } from './page-head.ts';
import type { PlannedShop } from './preview/planned-preview.ts';
import { type PreviewGrant, previewLink } from './preview/preview-link.ts';
import { mayHave, type StaffOf } from './preview/staff-door.ts';
import { createSeoRoutes, type SitemapOf } from './seo/seo-routes.ts';
import type { SubjectRoute } from './stages.ts';
import { createThemeSheet, sourceOf, type ThemeSource } from './theme-sheet.ts';
import { noShoppers, type Shoppers } from './visitor/shopper.ts';
import { shopperCookies } from './visitor/shopper-cookies.ts';
import { createValueSigner } from './visitor/signed-value.ts';
import { readVisitor } from './visitor/visitor.ts';

export interface RuntimeOptions {
  /** The shop's online channels; the first without `hosts` answers to every host no other one names. */
  readonly channels: readonly RuntimeChannel[];
  readonly registry: ModuleRegistry;
  /** A source when its tokens change while the shop runs. */
  readonly theme: Theme | ThemeSource;
  readonly pages: PageStore;
  /** Where previews for staff read drafts. Default: `pages`. */
  readonly drafts?: PageStore;
  /** Where previews of something planned read, by its id; `undefined` = there never was such a plan. Default: there are none. */
  readonly planned?: (id: string) => Promise<PlannedShop | undefined>;
  /** What people call a group of customers. Default: its id. */
  readonly groupName?: (id: string) => string;
  readonly actions: ActionEngine;
  /** For previews of another moment (`_at`), made anew for each: it shares no cache with `actions`. Without it there are none. */
  readonly actionsAt?: (at: Date) => ActionEngine;
  readonly tags: TagVersions;
  /** Pages about things of the catalogue. */
  readonly subjects: readonly SubjectRoute[];
  readonly sitemap?: SitemapOf;
  readonly assets: PageAssets;
  readonly images: Omit<ImageRouteOptions, 'onProblem'>;
  /** Names this build; in page objects and health answers. */
  readonly build: string;
  /** Signs cookies; at least 16 characters, the same in every process. */
  readonly secret: string;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Who holds a staff session. Default: nobody. */
  readonly staff?: StaffOf;
  /** Who holds a shopper's session. Default: nobody. */
  readonly shoppers?: Shoppers;
  /** By what visitors are told apart. Default: nobody is. */
  readonly crowd?: CrowdSource;
  /**
   * Hosts, with those below, where shoppers pay or sign in and come back from: no arrivals. Default: those of Stripe, PayPal,
   * Google and Apple.
   */
  readonly returnHosts?: readonly string[];
  /**
   * Browsers remember, in a cookie of their own, which products they showed last, for lists that say so. Default: they do not.
   */
  readonly remembersViewed?: boolean;
  /** The shop is reached over HTTPS. Default: a channel's origin says so. */
  readonly https?: boolean;
  /** What `/readyz` asks, by name. */
  readonly ready?: Readonly<Record<string, ReadyCheck>>;
  /** Milliseconds a page waits for what is not critical. Default 300. */
  readonly deadline?: number;
  /** Milliseconds it waits for what is, and for late slots. Default 3,000. */
  readonly hardDeadline?: number;
  /** Whether a preview link still opens something, by its id; asked each time. Default: until it expires. */
  readonly isPreviewLinkOpen?: (id: string) => Promise<boolean>;
  /** Bytes of rendered pages kept. Default 128 MB; 0 keeps none. */
  readonly pageCacheBytes?: number;
  /** Bytes of HTML of single modules kept, shared by all pages they stand on. Default 32 MB; 0 keeps none. */
  readonly fragmentCacheBytes?: number;
  /** Address of the script that lets an editor work on pages (`_preview=canvas`). Without it there are no canvases. */
  readonly canvasScript?: string;
  /** Seconds a CDN may keep a page that is the same for everyone. Default 0: it asks each time. */
  readonly sharedSeconds?: number;
}

export interface Runtime {
  /**
   * Answers any request: pages, actions, pictures, `/robots.txt`, `/sitemap.xml`, `/healthz`, `/readyz`. `caller` is
   * their network address, by which tries are counted. Never rejects.
   */
  handle(request: Request, caller?: string): Promise<Response>;
  /**
   * Answers a page that was asked for before with the same words, past every router. @returns false when it is not known; then
   * nothing was touched and the request goes on to `handle`. A request whose `Host` is none is refused here (400).
   */
  serveCached(request: IncomingMessage, response: ServerResponse): boolean;
  /** A request came that is answered by others: a script, a style sheet. Its cookies show that a browser keeps them. */
  heard(request: Pick<IncomingMessage, 'headers'>): void;
  /** An address that shows a draft to whoever has it, signed in or not, until it expires. */
  previewLink(grant: PreviewGrant): string;
  /** The session of whoever sends a request, by its cookie; whether it still holds is for the shop to say. */
  sessionOf(request: Request): string | undefined;
  /** `Set-Cookie` values that keep a change of who the shopper is that sends a request; a name with `undefined` is forgotten. */
  remember(change: Partial<PrivateDimensions>, request: Request): readonly string[];
  /** Which cart a request brings. */
  cartOf(request: Request): string | undefined;
  /** Bytes of rendered pages kept now. */
  readonly pageCacheBytes: number;
}

/** Puts the runtime of a shop together. @throws when an option cannot be right, with a sentence. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const { actions, tags, pages, logger, subjects, build, deadline = 300, hardDeadline = 3000 } = options;
  const clock = options.clock ?? systemClock;
  const https = options.https ?? options.channels.some(({ origin }) => origin?.startsWith('https:'));
  const signer = createValueSigner(options.secret);
  const channelOf = createChannelChooser(options.channels);
  const cache = new PageCache({ tags, clock, maxBytes: options.pageCacheBytes });
  const theme = sourceOf(options.theme).current;
  const sheet = createThemeSheet(options.theme);
  const shoppers = options.shoppers ?? noShoppers;
  const crowd = new CrowdDesk({
    source: options.crowd ?? noCrowd,
    channels: options.channels,
    https,
    signer,
    returnHosts: options.returnHosts,
    onError: (error) => logger.error({ err: error }, 'what a visitor saw could not be told'),
  });
  const staff: StaffOf = options.staff ?? (() => Promise.resolve({ kind: 'guest' }));

  const page: PageFrontOptions = {
    documents: createDocumentShelf({ pages, tags, clock }),
    drafts: options.drafts && { pages: options.drafts, tags, clock },
    async planned(id) {
      const plan = await options.planned?.(id);
      if (plan?.kind !== 'waiting') return plan;
      const { pages: ahead, theme: look, ...facts } = plan;
      const documents = { pages: ahead, tags, clock };
      return { ...facts, documents, ...(look && { themeCss: themeCss(look) }) };
    },
    groupName: options.groupName ?? ((id) => id),
    canvasScript: options.canvasScript,
    actions,
    actionsAt: options.actionsAt,
    channels: options.channels,
    subjects,
    registry: options.registry,
    theme,
    get themeCss() {
      return sheet.css;
    },
    draftCss: sheet.draftCss,
    assets: { fonts: fontPreloads(theme), ...options.assets },
    build,
    clock,
    cache,
    fragments: new FragmentCache({ tags, clock, maxBytes: options.fragmentCacheBytes ?? 32 * 1024 * 1024 }),
    https,
    deadline,
    hardDeadline,
    sharedSeconds: options.sharedSeconds ?? 0,
    remembersViewed: options.remembersViewed ?? false,
    nextNonce: createNonceSource(),
    staff,
    shoppers,
    crowd,
    signer,
    isLinkOpen: options.isPreviewLinkOpen ?? (() => Promise.resolve(true)),
    onProblem: (problem) => logger.warn(problem, 'part of a page could not be shown'),
    onFailure: (instance, error) =>
      logger.warn(
        { instance: instance?.id, module: instance?.module.id, error: messageOf(error) },
        'hole failed',
      ),
    onError: (error, request) => logger.error({ request, err: error }, 'page failed'),
  };
  const front = new PageFront(page);
  const act = createActionRoute({
    actions,
    channelOf,
    signer,
    shoppers,
    crowd,
    https,
    onFault: (error, action) => logger.error({ action, err: error }, 'action failed'),
  });
  const image = createImageRoute({
    ...options.images,
    onProblem: ({ src, error }) => logger.warn({ src, error: messageOf(error) }, 'picture failed'),
  });
  const seo = createSeoRoutes({
    pages,
    subjects,
    tags,
    clock,
    sitemap: options.sitemap ?? (() => Promise.resolve([])),
  });
  const common = pairs(securityHeaders({ https }));
  const health = createHealthRoutes({ build, checks: options.ready ?? {} });

  return {
    async handle(request, caller) {
      const begun = performance.now();
      crowd.heard((name) => request.headers.get(name) ?? undefined);
      const id = requestIdOf(request.headers.get('x-request-id'));
      const url = new URL(request.url);
      const route = routeOf(url.pathname);
      const { response, from } = await answer(route, request, { url, id, caller }).catch((error: unknown) => {
        logger.error({ request: id, err: error }, 'request failed');
        const init = { status: 500, headers: { 'cache-control': 'no-store' } };
        return { response: new Response('Something went wrong.\n', init), from: undefined };
      });
      for (const [name, value] of common) if (!response.headers.has(name)) response.headers.set(name, value);
      const ms = performance.now() - begun;
      const { status } = response;
      logRequest(logger, { id, method: request.method, route, path: url.pathname, status, ms, from });
      if (from && !response.headers.has('server-timing'))
        response.headers.set('server-timing', `page;desc="${from}";dur=${ms.toFixed(1)}`);
      return response;
    },
    serveCached: createServeCached({
      front,
      page,
      cache,
      channelOf,
      signer,
      onServed: ({ headers, method = 'GET', url = '/' }, served) => {
        if (!logger.isLevelEnabled('debug')) return;
        const id = requestIdOf(headers['x-request-id']?.toString() ?? null);
        logRequest(logger, { id, method, route: 'page', path: url.split('?', 1)[0] ?? '/', ...served });
      },
    }),
    heard: ({ headers }) => crowd.heard((name) => headers[name]?.toString()),
    remember(change, { headers }) {
      const visitor = readVisitor(headers.get('cookie') ?? undefined, signer);
      crowd.given(visitor, (name) => headers.get(name) ?? undefined, change);
      return shopperCookies(change, { signer, https });
    },
    cartOf: ({ headers }) => readVisitor(headers.get('cookie') ?? undefined, signer).private.cartId,
    sessionOf: ({ headers }) => readVisitor(headers.get('cookie') ?? undefined, signer).private.sessionId,
    previewLink: (grant) => previewLink(grant, { signer, channels: options.channels }),
    get pageCacheBytes() {
      return cache.bytes;
    },
  };

  async function answer(
    route: Route,
    request: Request,
    { url, id: requestId, caller }: { url: URL; id: string; caller: string | undefined },
  ): Promise<{ response: Response; from?: string }> {
    const host = hostOf(request);
    if (!isHost(host)) return { response: toResponse(noSuchHost(https, requestId)), from: 'refused' };
    const channel = channelOf(host);
    const origin = channel.origin ?? url.origin;
    switch (route) {
      case 'image':
        return { response: await image(request) };
      case 'action':
        return { response: await act(request, caller) };
      case 'robots':
        return { response: seo.robots(channel, origin) };
      case 'sitemap':
        return { response: await seo.sitemap(channel, origin) };
      case 'health':
        return { response: health.health() };
      case 'ready':
        return { response: await health.ready() };
      case 'page':
        return answerPage(request, url, requestId);
    }
  }

  async function answerPage(request: Request, url: URL, requestId: string) {
    const { headers } = request;
    const visitor = readVisitor(headers.get('cookie') ?? undefined, signer);
    const forCanvas = isForCanvas(request, url) && (await mayHave('preview', visitor.staffToken, staff));
    const posted = forCanvas ? await readPostedNodes(request) : undefined;
    if (posted?.kind === 'refused') {
      const { status, message } = posted;
      return { response: Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } }) };
    }
    if (!posted && request.method !== 'GET' && request.method !== 'HEAD') {
      const headers = { allow: 'GET, HEAD', 'cache-control': 'no-store' };
      return { response: new Response('Pages are read with GET.\n', { status: 405, headers }) };
    }
    const sent = await front.answer({
      url,
      requestId,
      host: hostOf(request),
      channel: channelOf(hostOf(request)),
      visitor,
      acceptEncoding: headers.get('accept-encoding') ?? undefined,
      ifNoneMatch: headers.get('if-none-match') ?? undefined,
      ahead: headers.has('sec-purpose'),
      isHead: request.method === 'HEAD',
      header: (name) => headers.get(name) ?? undefined,
      alone: posted,
    });
    return { response: toResponse(sent, { head: request.method === 'HEAD' }), from: sent.from };
  }
}

function isForCanvas({ method }: Request, { searchParams }: URL): boolean {
  return method === 'POST' && searchParams.get('_preview') === 'canvas';
}

type Route = 'page' | 'image' | 'action' | 'robots' | 'sitemap' | 'health' | 'ready';

const FIXED: Readonly<Record<string, Route>> = {
  '/robots.txt': 'robots',
  '/sitemap.xml': 'sitemap',
  '/healthz': 'health',
  '/readyz': 'ready',
  '/_a': 'action',
};

function routeOf(pathname: string): Route {
  if (pathname.startsWith('/_image/')) return 'image';
  if (pathname.startsWith('/_a/') || pathname.startsWith('/_actions/')) return 'action';
  return FIXED[pathname] ?? 'page';
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] as string]] : []));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
