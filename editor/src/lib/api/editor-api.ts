import { parsePageDocument } from '@vitrine/content';
import { PublishRefusedError } from '@vitrine/content/server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Catalogue } from '../app/backend.ts';
import { languageName } from '../app/language-name.ts';
import type { RoomActor } from '../room/rights.ts';
import { type AudienceRoutesOptions, audienceRoutes, winnersOf } from './audience-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { type CommentRoutesOptions, commentRoutes } from './comment-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { currentForm } from './new-document.ts';
import { openingCanvas } from './opening-canvas.ts';
import { pageFileRoutes } from './page-file-routes.ts';
import { type PresetRoutesOptions, presetRoutes } from './preset-routes.ts';
import { type PreviewLinkOptions, previewLinkRoutes } from './preview-link-routes.ts';
import { type PublishRoutesOptions, publishRoutes } from './publish-routes.ts';
import { type ApiEnvironment, Refusal, requireSameOrigin } from './refusal.ts';
import { type ReleaseRoutesOptions, releaseRoutes } from './release-routes.ts';
import { type ReviewRoutesOptions, reviewRoutes } from './review-routes.ts';
import { type ThemeRoutesOptions, themeRoutes } from './theme-routes.ts';
import { type TranslationRoutesOptions, translationRoutes } from './translation-routes.ts';
import { type VersionRoutesOptions, versionRoutes } from './version-routes.ts';

/** Finds things of the shop for links and pickers, by words. */
export interface Pickers {
  products(query: string, market: PickMarket): Promise<readonly unknown[]>;
  productsByIds(ids: readonly string[], market: PickMarket): Promise<readonly unknown[]>;
  categories(query: string, market: PickMarket): Promise<readonly unknown[]>;
}

export interface PickMarket {
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
}

export type EditorApiOptions = PublishRoutesOptions &
  VersionRoutesOptions &
  PreviewLinkOptions &
  CommentRoutesOptions &
  ReleaseRoutesOptions &
  ReviewRoutesOptions &
  OwnOptions &
  ThemeRoutesOptions &
  PresetRoutesOptions &
  TranslationRoutesOptions &
  AudienceRoutesOptions;

interface OwnOptions {
  /** Who sends a request; `undefined` = nobody of the staff. */
  readonly who: (request: Request) => Promise<RoomActor | undefined>;
  readonly catalogue: () => Promise<Catalogue>;
  readonly pickers: Pickers;
  readonly onFault: (error: unknown) => void;
}

/** As much as one change of a page may have. */
const LARGEST_BODY = 2_000_000;
const nodesBody = z.object({ nodes: z.array(z.unknown()) });

export interface EditorApi {
  fetch(request: Request): Promise<Response>;
  /** For a request of the editor's page: the address of the canvas it will ask for; `undefined` = none, none for who sends it, or it is not to be had early. */
  openingCanvas(request: Request): Promise<string | undefined>;
}

/** The editor's own API, below `/editor/api`. JSON; what is refused is answered with `{ message }`, a sentence. */
export function createEditorApi(options: EditorApiOptions): EditorApi {
  const { who, modules, pickers, drafts } = options;
  const api = new Hono<ApiEnvironment>().basePath('/editor/api');
  api.use(async (context, next) => {
    // No database takes one, so there is nothing by that name.
    const { pathname, search } = new URL(context.req.url);
    if (pathname.includes('%00')) throw new Refusal(404, 'There is nothing here by that name.');
    if (search.includes('%00'))
      throw new Refusal(400, 'There is a control character in the address. Write it without.');
    const actor = await who(context.req.raw);
    if (!actor) throw new Refusal(401, 'You are not signed in any more. Sign in again; your work is kept.');
    if (!mayOpen(actor))
      throw new Refusal(403, 'Your role does not include the editor. Ask an owner for a role that does.');
    if (context.req.method !== 'GET') requireSameOrigin(context.req.raw);
    context.set('actor', actor);
    await next();
    context.header('cache-control', 'private, no-store');
  });
  api.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) =>
        context.json({ message: 'This is too much at once: 2 MB is the most. Send less, or in parts.' }, 413),
    }),
  );
  api.get('/session', (context) => {
    const { id, name, capabilities } = context.get('actor');
    return context.json({ user: { id, name }, capabilities });
  });
  const catalogue = async (): Promise<Catalogue> => {
    const [shop, winners] = await Promise.all([options.catalogue(), winnersOf(options.crowd)]);
    const locales = new Set(shop.channels.flatMap((channel) => channel.locales));
    const languages = Object.fromEntries([...locales].map((locale) => [locale, languageName(locale)]));
    return { languages, ...(winners.length > 0 && { winners }), ...shop };
  };
  const mayLook = async (request: Request) => {
    const actor = await who(request);
    return actor !== undefined && mayOpen(actor);
  };
  api.get('/catalogue', async (context) => context.json(await catalogue()));
  api.get('/pick/products', async (context) => {
    const { q = '', ids, ...market } = context.req.query();
    const found = ids
      ? await pickers.productsByIds(ids.split(',').slice(0, 200), marketOf(market))
      : await pickers.products(q.slice(0, 200), marketOf(market));
    return context.json([...found]);
  });
  api.get('/pick/categories', async (context) => {
    const { q = '', ...market } = context.req.query();
    return context.json([...(await pickers.categories(q.slice(0, 200), marketOf(market)))]);
  });
  api.post('/migrate', async (context) => {
    const { nodes } = nodesBody.parse(await context.req.json());
    const parsed = parsePageDocument({ schema: 1, id: 'paste', kind: 'page', name: 'paste', seo: {}, nodes });
    if (parsed.kind === 'invalid') throw new Refusal(400, parsed.problems[0]!.message);
    return context.json({ nodes: currentForm(parsed.document, modules).nodes });
  });
  documentRoutes(api, options);
  pageFileRoutes(api, options);
  publishRoutes(api, options);
  releaseRoutes(api, options);
  reviewRoutes(api, options);
  checkRoutes(api, options);
  themeRoutes(api, options);
  presetRoutes(api, options);
  versionRoutes(api, options);
  previewLinkRoutes(api, options);
  translationRoutes(api, options);
  audienceRoutes(api, options);
  commentRoutes(api, options);
  api.notFound((context) => context.json({ message: 'The editor has no such address.' }, 404));
  api.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ message: error.message }, error.status);
    if (error instanceof PublishRefusedError) return context.json({ message: error.message }, 409);
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return context.json({ message: `The request cannot be read: ${error.message}` }, 400);
    if (isNoText(error))
      return context.json(
        { message: 'There is a control character in what was sent, which cannot be kept. Write it without.' },
        400,
      );
    options.onFault(error);
    return context.json({ message: 'Something went wrong on our side. Please try again.' }, 500);
  });
  return {
    fetch: async (request) => api.fetch(request),
    openingCanvas: (request) =>
      openingCanvas(request, { mayLook, drafts, catalogue, onFault: options.onFault }),
  };
}

/** Codes of PostgreSQL for a text with a zero in it: as a value, and within JSON. */
const NO_TEXT: readonly unknown[] = ['22021', '22P05'];

function isNoText(error: Error): boolean {
  return 'code' in error && NO_TEXT.includes(error.code);
}

function mayOpen({ capabilities }: RoomActor): boolean {
  return capabilities.includes('content.preview') || capabilities.includes('content.write');
}

function marketOf({ channel = '', locale = '', currency = '' }: Record<string, string>): PickMarket {
  return { channel, locale, currency };
}
