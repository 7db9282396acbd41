import type { CommerceEngine } from '@vitrine/commerce-engine';
import { createMediaApi } from '@vitrine/editor/server';
import type { Logger } from 'pino';
import type { Media } from '../media.ts';
import { createFilmRoute } from './film-route.ts';

/** The media library of this shop, as its routes answer for it. */
export interface SiteMedia {
  /** For the staff. */
  api(request: Request): Promise<Response>;
  /** For visitors. Pictures have an address of their own. */
  film(request: Request): Promise<Response>;
}

interface MediaPerson {
  readonly id: string;
  readonly name: string;
  readonly capabilities: readonly string[];
}

export function openSiteMedia({
  media: { assets, uploads, usage, shelf },
  engine,
  staffOf,
  logger,
}: {
  readonly media: Media;
  readonly engine: CommerceEngine;
  readonly staffOf: (request: Request) => Promise<MediaPerson | undefined>;
  readonly logger: Logger;
}): SiteMedia {
  const api = createMediaApi({
    assets,
    uploads,
    usage,
    async who(request) {
      const actor = await staffOf(request);
      return actor && { id: actor.id, name: actor.name, capabilities: actor.capabilities };
    },
    can: (actor, capability) => actor.capabilities.includes(capability),
    namesOf: (ids) => engine.identity.staffNames(ids),
    onFault: (error) => logger.error({ err: error }, 'the media API failed'),
  });
  return { api: (request) => api.fetch(request), film: createFilmRoute(shelf) };
}
