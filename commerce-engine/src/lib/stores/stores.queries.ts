import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { CommerceError } from '../commerce-error.ts';
import type { StoresTables } from './stores.tables.ts';
import type { ChannelView, LocationView } from './stores.views.ts';

/** All channels in the order they were set up. One statement. */
export async function readChannels(on: Queryable): Promise<ChannelView[]> {
  const rows = await on
    .tables<StoresTables>()
    .selectFrom('stores_channel as channel')
    .select(['id', 'kind', 'name', 'locales', 'currencies', 'country', 'tax_display'])
    .select(
      sql<string[]>`array(select location_id from stores_channel_location
        where channel_id = channel.id order by position)`.as('locations'),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ tax_display, ...row }) => ({ ...row, taxDisplay: tax_display }));
}

/** @throws CommerceError `unknown_channel` naming the channels there are. */
export function channelIn(channels: readonly ChannelView[], id: string): ChannelView {
  const channel = channels.find((each) => each.id === id);
  if (channel) return channel;
  const known = channels.map((each) => each.id).join(', ') || 'none yet';
  throw new CommerceError('unknown_channel', `There is no channel "${id}". Channels: ${known}.`);
}

/** All locations in the order they were set up. One statement. */
export async function readLocations(on: Queryable): Promise<LocationView[]> {
  const rows = await on
    .tables<StoresTables>()
    .selectFrom('stores_location')
    .select(['id', 'kind', 'name', 'city', 'address', 'opening_hours'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ address, opening_hours, ...row }) => ({
    ...row,
    ...(address && { address }),
    ...(opening_hours && { openingHours: opening_hours }),
  }));
}
