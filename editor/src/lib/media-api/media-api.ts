import type { Assets, MediaUsage } from '@vitrine/content/server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal, requireSameOrigin } from '../api/refusal.ts';
import type { RoomActor } from '../room/rights.ts';
import { assetRoutes } from './asset-routes.ts';
import { folderRoutes } from './folder-routes.ts';
import type { NamesOf } from './media-wire.ts';
import { type MediaEnvironment, requireWrite } from './read-request.ts';
import { answerUpload } from './upload-answer.ts';
import type { Uploads } from './uploads.ts';

export interface MediaApiOptions {
  readonly assets: Assets;
  readonly uploads: Uploads;
  readonly usage: MediaUsage;
  /** Who sends a request; `undefined` = nobody of the staff. */
  readonly who: (request: Request) => Promise<RoomActor | undefined>;
  readonly can: (
    actor: RoomActor,
    capability: 'content.preview' | 'content.write' | 'catalog.write',
  ) => boolean;
  readonly namesOf?: NamesOf;
  readonly onFault: (error: unknown) => void;
}

/** Uploads and nothing else. */
const UPLOADS = /\/uploads(\/[^/]*)?$/;

const LARGEST_BODY = 64 * 1024;

/** The media library's API, below `/editor/api/media`. JSON; what is refused is answered with `{ message }`, a sentence. */
export function createMediaApi(options: MediaApiOptions): { fetch(request: Request): Promise<Response> } {
  const { who, can, uploads, assets, onFault, namesOf = async () => ({}) } = options;
  const api = new Hono<MediaEnvironment>().basePath('/editor/api/media');
  api.use(async (context, next) => {
    const actor = await who(context.req.raw);
    if (!actor) throw new Refusal(401, 'You are not signed in any more. Sign in again; your work is kept.');
    if (!can(actor, 'content.preview'))
      throw new Refusal(
        403,
        'Your role does not include the media library. Ask an owner for a role that does.',
      );
    const mayWrite = can(actor, 'content.write');
    // Who changes products brings their pictures; what is there already is not theirs to replace.
    const mayUpload = mayWrite || (can(actor, 'catalog.write') && !isReplacement(context.req.raw));
    if (!['GET', 'HEAD'].includes(context.req.method)) {
      requireSameOrigin(context.req.raw);
      if (!(UPLOADS.test(context.req.path) ? mayUpload : mayWrite))
        throw new Refusal(
          403,
          'You may look at the media library, not change it. Ask an owner for a role that may.',
        );
    }
    context.set('actor', actor);
    context.set('mayWrite', UPLOADS.test(context.req.path) ? mayUpload : mayWrite);
    await next();
  });
  api.on(
    ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'],
    ['/uploads', '/uploads/:id'],
    async (context) => {
      requireWrite(context.get('mayWrite'));
      const outcome = await uploads.handle(context.req.raw, context.get('actor').id);
      return await answerUpload(outcome, { assets, namesOf });
    },
  );
  api.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) =>
        context.json(
          { message: `Expected at most ${LARGEST_BODY} bytes of JSON. Files are sent to "uploads".` },
          413,
        ),
    }),
  );
  folderRoutes(api, assets);
  assetRoutes(api, { ...options, namesOf });
  api.notFound((context) => context.json({ message: 'The media library has no such address.' }, 404));
  api.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ message: error.message }, error.status);
    onFault(error);
    return context.json({ message: 'Something went wrong on our side. Please try again.' }, 500);
  });
  return {
    async fetch(request) {
      const answer = await api.fetch(request);
      if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'private, no-store');
      return answer;
    },
  };
}

/** Whether an upload says that it takes the place of an asset (tus metadata). */
function isReplacement({ headers }: Request): boolean {
  return /(^|,)\s*replaces(\s|,|$)/.test(headers.get('upload-metadata') ?? '');
}
