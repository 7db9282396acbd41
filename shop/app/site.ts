import { createLocalClient, type MailView, type ShopperSession } from '@vitrine/commerce-engine';
import type { CustomerExport } from '@vitrine/commerce-engine/client';
import { createCommerceApi, openRateLimits, type RateLimits } from '@vitrine/commerce-engine/http';
import { createDraftPageStore, createPreviewLinkStore } from '@vitrine/content/server';
import { answers, cartIdFrom, keepWish, tagsOfEvent } from '@vitrine/data-actions/library/server';
import {
  createActionEngine,
  createRedisCache,
  createTagVersions,
  type SharedCache,
} from '@vitrine/data-actions/server';
import { createRegistry } from '@vitrine/modules';
import { library } from '@vitrine/modules/library';
import { createRuntime, type PageAssets, type Runtime } from '@vitrine/runtime';
import type { Logger } from 'pino';
import { openChosenStyles, shopTheme } from '../chosen-styles.ts';
import { openMedia } from '../media.ts';
import { openPictures } from '../pictures.ts';
import type { Platform } from '../platform.ts';
import { redisPrefix } from '../redis-prefix.ts';
import type { Settings } from '../settings.ts';
import { applicationPage, type EditorAssets, type WindowAssets } from './application-page.ts';
import { goOn } from './go-on.ts';
import { groupName } from './group-name.ts';
import { pageInLocale } from './page-in-locale.ts';
import { plannedPlaces, plannedShop } from './planned-shop.ts';
import { localeOf, type ProviderRefusal, providerNotice, welcomeNotice } from './provider-notice.ts';
import { openSentCart, type SentCart } from './sent-cart.ts';
import { shoppersOf } from './shoppers-of.ts';
import { openSiteCrowd } from './site-crowd.ts';
import { openEditor, type SiteEditor } from './site-editor.ts';
import { openSiteMedia, type SiteMedia } from './site-media.ts';
import { openOffice, type SiteOffice } from './site-office.ts';
import { openSiteTheme } from './site-theme.ts';
import { createSitemap } from './sitemap.ts';
import { type StaffMember, staffToken } from './staff-session.ts';
import { subjects } from './subjects.ts';

export interface SiteOptions {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly assets: PageAssets;
  readonly editorAssets: EditorAssets;
  readonly officeAssets: WindowAssets;
  readonly apiDocsAssets: WindowAssets;
  /** Names the code that is running. */
  readonly build: string;
  readonly development: boolean;
  /** Folder of pictures brought in from outside. */
  readonly mediaFolder: string;
  /** Folder for finished picture sizes; may be deleted. */
  readonly pictureFolder: string;
}

/** What a browser goes on with once its shopper has signed in. */
export interface Afterwards {
  /** A path of the shop. */
  readonly next: string;
  /** Slug of a product that was to be put on the wish list. */
  readonly wish?: string;
}

/** Everything that answers requests, over a platform. */
export interface Site {
  readonly runtime: Runtime;
  readonly commerce: Platform['commerce'];
  readonly secure: boolean;
  /** Where the shop is reached from outside. */
  readonly publicUrl: string;
  /** The pretended bank, where shoppers of the demo store confirm. */
  readonly simulator: Platform['simulator'];
  /** Mails that were sent or would have been; only in the demo store. */
  newestMails(limit: number): Promise<readonly MailView[] | undefined>;
  /** All that is known of the shopper who sends a request; `undefined` when nobody is signed in. */
  exportOf(request: Request): Promise<CustomerExport | undefined>;
  /**
   * A paper of an order as a whole page, for whoever has the order's key or is its customer; `undefined` when there is none for
   * them. `paper` is a document's id, or `receipt`.
   */
  orderPaper(
    request: Request,
    which: { readonly orderId: string; readonly key: string | undefined; readonly paper: string },
  ): Promise<string | undefined>;
  /** Where a page stands in a language, by its path in the first one of the shop. */
  pageIn(path: string, locale: string | undefined): Promise<string>;
  /** Makes a cart that staff filled the cart of this browser, for whoever has its key. */
  openSentCart(request: Request, cart: SentCart): Promise<Response>;
  readonly accounts: Platform['engine']['accounts'];
  /** Sends somebody who has just signed in to a path of the shop, with session, cart and a word of welcome. */
  signedIn(request: Request, session: ShopperSession, then: Afterwards): Promise<Response>;
  /** Sends somebody back to the page to sign in, and says why. */
  backToSignIn(why: ProviderRefusal, then: Afterwards, cause?: unknown): Response;
  /** `from` is the caller's network address. */
  api(request: Request, from: string): Promise<Response>;
  /** Who of the staff sends a request; `undefined` when nobody. */
  staffOf(request: Request): Promise<StaffMember | undefined>;
  /** How people who were invited to run the shop choose a password. */
  readonly invitations: Pick<Platform['engine']['identity'], 'invitation' | 'acceptInvitation'>;
  readonly editor: SiteEditor;
  readonly office: SiteOffice;
  /** The page that shows the API's documents. */
  apiDocs(): Response;
  readonly media: SiteMedia;
  /** Stops listening to the platform; the platform stays open. */
  close(): Promise<void>;
}

/** This is the one place where modules, theme and actions are named together. */
export async function createSite(options: SiteOptions): Promise<Site> {
  const { platform, settings, logger, build } = options;
  const { engine, commerce, database, pages } = platform;
  const secure = settings.publicUrl.startsWith('https:');
  const tags = createTagVersions();
  const sharedCache = openSharedCache(settings, { build, logger });
  const cartIdOf = cartIdFrom(settings.secret);
  const signInProviders = engine.accounts.withProvider.providers.map(({ id, name }) => ({
    id,
    name,
    address: `/_account/provider/${id}`,
  }));
  const pickupTimes = (ask: { methodId: string; storeId: string }) => engine.delivery.slots(ask);
  const onTrouble = (error: unknown, what: string) => logger.error({ err: error }, what);
  const actions = createActionEngine({
    handlers: answers({ commerce, pages, cartIdOf, pickupTimes, signInProviders, onTrouble }),
    tags,
    sharedCache,
  });
  const unsubscribe = database.subscribe((events) => tags.bump(events.flatMap(tagsOfEvent)));
  const themes = openChosenStyles(database);
  const theme = await openSiteTheme({
    theme: shopTheme,
    store: themes,
    database,
    changed: () => tags.bump(['theme']),
    logger,
  });
  const crowd = await openSiteCrowd({ store: platform.crowd, database, logger });
  const channels = (await engine.channels()).filter(({ kind }) => kind === 'online');
  const registry = createRegistry(library);
  const media = openMedia({
    platform,
    settings,
    logger,
    productsShowing: (src) => engine.catalog.forStaff.showing(src),
  });
  const previewLinks = createPreviewLinkStore(database);
  const planning = { pages, releases: platform.releases, channels, commerce, theme: shopTheme };
  const runtime = createRuntime({
    channels: channels.map(({ id, locales, currencies }) => ({
      id,
      locales,
      currencies,
      origin: settings.publicUrl,
    })),
    registry,
    theme,
    pages,
    drafts: createDraftPageStore(pages, platform.drafts),
    planned: (id) => plannedShop(id, planning),
    groupName,
    canvasScript: options.editorAssets.canvas,
    actions,
    actionsAt: (at) =>
      createActionEngine({
        handlers: answers({
          commerce: createLocalClient(engine, { at }),
          pages,
          cartIdOf,
          pickupTimes,
          signInProviders,
          onTrouble,
        }),
        tags,
      }),
    tags,
    subjects,
    sitemap: createSitemap(commerce),
    assets: options.assets,
    images: { source: openPictures(options.mediaFolder, media.shelf), folder: options.pictureFolder },
    build,
    secret: settings.secret,
    logger,
    staff: (token) => engine.identity.actorOf(token),
    shoppers: shoppersOf(engine, (error) => logger.error({ err: error }, 'a session could not be looked up')),
    crowd,
    isPreviewLinkOpen: (id) => previewLinks.isOpen(id),
    https: secure,
    remembersViewed: true,
    // A page made for the first time may take a moment; what is later still comes out of order.
    deadline: 1000,
    ready: { database: async () => void (await database.execute('select 1')) },
    pageCacheBytes: options.development ? 0 : undefined,
  });
  const staffOf = async (request: Request): Promise<StaffMember | undefined> => {
    const actor = await engine.identity.actorOf(staffToken(request));
    return actor.kind === 'staff' ? actor : undefined;
  };
  async function pageIn(path: string, locale: string | undefined): Promise<string> {
    const [online] = channels;
    if (!online) return path;
    return pageInLocale(path, locale, { locales: online.locales, urls: await pages.urls(online.id) });
  }
  const callers = new WeakMap<Request, string>();
  const limits = openApiLimits(settings, logger);
  const commerceApi = createCommerceApi(engine, {
    ...(limits && { limits }),
    addressOf: (request) => callers.get(request) ?? 'unknown',
    onFault: (error) => logger.error({ err: error }, 'the commerce API failed'),
  });
  const api = async (request: Request, from: string) => {
    callers.set(request, from);
    return await commerceApi.fetch(request);
  };
  return {
    runtime,
    commerce,
    secure,
    publicUrl: settings.publicUrl,
    simulator: platform.simulator,
    accounts: engine.accounts,
    async signedIn(request, { token, actor }, { next, wish }) {
      const cartId = runtime.cartOf(request);
      const { group: customerGroup = 'anyone' } = actor;
      const [online] = channels;
      const market = { channel: online!.id, locale: online!.locales[0]!, currency: online!.currencies[0]! };
      const command = { actor, idempotencyKey: crypto.randomUUID() };
      const taken = await commerce.cart.takeOver(
        command,
        { ...market, customerGroup },
        cartId === undefined ? {} : { cartId },
      );
      const cookies = runtime.remember({ sessionId: token, cartId: taken.cartId }, request);
      const locale = localeOf(next);
      const wished =
        wish !== undefined &&
        (await keepWish(commerce, {
          slug: wish,
          actor,
          // The slug is of the language of the page that it was wished on.
          market: { ...market, locale, customerGroup },
          idempotencyKey: `${command.idempotencyKey}-wish`,
          onTrouble: (err, what) => logger.warn({ err }, what),
        }));
      return goOn(next, welcomeNotice({ name: actor.name, wished }, locale), cookies, secure);
    },
    backToSignIn(why, { next, wish }, cause) {
      if (cause !== undefined) logger.warn({ err: cause }, 'signing in with a provider failed');
      const page = localeOf(next) === 'de' ? '/de/konto/anmelden' : '/account/sign-in';
      const address = `${page}?${new URLSearchParams({ next, ...(wish !== undefined && { wish }) })}`;
      return goOn(address, providerNotice(why, localeOf(next)), [], secure);
    },
    async orderPaper(request, { orderId, key, paper }) {
      if (key !== undefined) return commerce.orders.paper({ orderId, key }, paper);
      const actor = await commerce.accounts.actorOf(runtime.sessionOf(request));
      return actor.kind === 'customer' ? commerce.orders.paper({ orderId, actor }, paper) : undefined;
    },
    pageIn,
    openSentCart: (request, cart) => openSentCart(request, cart, { engine, runtime, pageIn, secure }),
    async exportOf(request) {
      const actor = await commerce.accounts.actorOf(runtime.sessionOf(request));
      return actor.kind === 'customer' ? commerce.customers.export(actor) : undefined;
    },
    newestMails: async (limit) => (settings.demoStore ? engine.mail.newest(limit) : undefined),
    api,
    staffOf,
    invitations: engine.identity,
    editor: openEditor({
      ...options,
      registry,
      theme: shopTheme,
      themes,
      channels,
      staffOf,
      secure,
      runtime,
      previewLinks,
      placesOf: (release) => plannedPlaces(release, planning),
    }),
    apiDocs: () =>
      applicationPage(options.apiDocsAssets, { id: 'api-docs', title: 'API · Vitrine', https: secure }),
    office: openOffice({ assets: options.officeAssets, staffOf, api, secure }),
    media: openSiteMedia({ media, engine, staffOf, logger }),
    async close() {
      media.close();
      theme.close();
      unsubscribe();
      await Promise.all([crowd.close(), sharedCache?.close(), limits?.close()]);
    },
  };
}

function openSharedCache(
  settings: Settings,
  { build, logger }: { build: string; logger: Logger },
): SharedCache | undefined {
  if (!settings.redisUrl) return undefined;
  return createRedisCache({
    url: settings.redisUrl,
    prefix: redisPrefix(settings),
    build,
    onError: (error) => logger.warn({ err: error }, 'Redis failed; this process goes on without it'),
  });
}

/** Of what may be asked in a minute a fifth may be changes, and a thirtieth tries to guess a secret. */
function openApiLimits(settings: Settings, logger: Logger): RateLimits | undefined {
  const { apiRequestsPerMinute: read, redisUrl } = settings;
  if (read === 0) return undefined;
  return openRateLimits({
    perMinute: { read, change: Math.ceil(read / 5), guess: Math.ceil(read / 30) },
    ...(redisUrl && {
      redis: {
        url: redisUrl,
        prefix: redisPrefix(settings),
        onError: (error) =>
          logger.warn({ err: error }, 'Redis failed; this process counts requests by itself'),
      },
    }),
  });
}
