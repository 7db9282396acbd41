import type { Database, Queryable } from '@vitrine/database';
import { remember } from '../remember.ts';
import type { Stores } from '../stores/stores.ts';
import { readCalendars } from './delivery.queries.ts';
import { beginOfDay, type LocalClock, type LocalTime, localClock } from './local-time.rules.ts';
import { timeZoneOf } from './time-zones.rules.ts';

/** What day it is in the shop's channels. */
export interface ChannelClocks {
  /** The local day `YYYY-MM-DD` in a channel; of one that is not known by UTC. @param on the caller's transaction, for the statements that may be needed. */
  dayIn(on: Queryable, channel: string, at: Date): Promise<string>;
  /** The local day in every channel. */
  days(on: Queryable, at: Date): Promise<ReadonlyMap<string, string>>;
  /** When the clocks of a channel show this; where they skip it, the day's begin. */
  instantIn(on: Queryable, channel: string, shown: LocalTime): Promise<Date>;
  /** When a local day begins in a channel next after a moment; undefined = it has begun everywhere. */
  nextBegin(on: Queryable, day: string, after: Date): Promise<Date | undefined>;
}

const CHANGES = ['delivery.changed', 'channel.changed'];

/** The clocks of channels: their own, or their countries'. No statement while none changes. */
export function createChannelClocks(database: Database, stores: Pick<Stores, 'channels'>): ChannelClocks {
  const clocks = remember(database, CHANGES, async (on): Promise<ReadonlyMap<string, LocalClock>> => {
    const calendars = await readCalendars(on);
    const channels = await stores.channels({ on });
    return new Map(
      channels.map(({ id, country }) => [id, localClock(calendars.get(id)?.timeZone ?? timeZoneOf(country))]),
    );
  });
  return {
    async dayIn(on, channel, at) {
      const clock = (await clocks.read(on)).get(channel) ?? localClock('UTC');
      return clock.shownAt(at).date;
    },
    async days(on, at) {
      const known = await clocks.read(on);
      return new Map([...known].map(([channel, clock]) => [channel, clock.shownAt(at).date]));
    },
    async instantIn(on, channel, shown) {
      const clock = (await clocks.read(on)).get(channel) ?? localClock('UTC');
      return clock.instantOf(shown) ?? beginOfDay(clock, shown.date);
    },
    async nextBegin(on, day, after) {
      const begins = [...(await clocks.read(on)).values()].map((clock) => beginOfDay(clock, day).getTime());
      const coming = begins.filter((begin) => begin > after.getTime());
      return coming.length === 0 ? undefined : new Date(Math.min(...coming));
    },
  };
}
