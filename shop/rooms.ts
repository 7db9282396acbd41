import type { CommerceEngine } from '@vitrine/commerce-engine';
import { createRooms, type Rooms, type RoomsOptions } from '@vitrine/editor/server';
import { staffToken } from './app/staff-session.ts';
import { redisPrefix } from './redis-prefix.ts';
import type { Settings } from './settings.ts';

export interface RoomsOfShop
  extends Pick<RoomsOptions, 'drafts' | 'versions' | 'translations' | 'modules' | 'shapes' | 'logger'> {
  readonly engine: CommerceEngine;
  readonly settings: Settings;
}

/** The rooms where staff change pages together, by their sessions and capabilities. */
export function openRooms({ engine, settings, ...options }: RoomsOfShop): Rooms {
  return createRooms({
    ...options,
    async authenticate(headers) {
      const actor = await engine.identity.actorOf(staffToken({ headers }));
      return actor.kind === 'staff' ? actor : undefined;
    },
    can: (actor, capability) => actor.capabilities.includes(capability),
    publicUrl: settings.publicUrl,
    redisUrl: settings.redisUrl,
    redisPrefix: redisPrefix(settings),
  });
}
