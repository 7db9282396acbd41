import type { Database, Queryable } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { remember, rememberApart } from '../remember.ts';
import type { Stores } from '../stores/stores.ts';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';
import {
  readAllProductDelivery,
  readCalendars,
  readMethods,
  readProductDelivery,
  usualDelivery,
} from './delivery.queries.ts';
import type { ProductDeliveryInput, StoredMethod } from './delivery-input.ts';
import type { DeliveryCalendar } from './delivery-promise.rules.ts';
import { timeZoneOf } from './time-zones.rules.ts';

/** What every answer needs and seldom changes. */
export interface DeliveryFacts {
  /** Without retired ones, in order. */
  readonly methods: readonly StoredMethod[];
  /** By channel id. */
  readonly calendars: ReadonlyMap<string, DeliveryCalendar>;
  readonly channels: readonly ChannelView[];
  readonly locations: readonly LocationView[];
}

/** The facts, remembered until one changes. */
export interface DeliveryMemory {
  /** @param on a transaction of the caller, for the statements that may be needed. */
  facts(on?: Queryable): Promise<DeliveryFacts>;
  /** How each product can reach the shopper, in the order of the ids. */
  ways(on: Queryable, productIds: readonly string[]): Promise<readonly ProductDeliveryInput[]>;
}

const CHANGES = ['delivery.changed', 'channel.changed', 'location.changed'];

export function createDeliveryMemory(
  database: Database,
  stores: Pick<Stores, 'channels' | 'locations'>,
): DeliveryMemory {
  const facts = remember(database, CHANGES, async (on): Promise<DeliveryFacts> => {
    const methods = (await readMethods(on)).filter(({ retired }) => !retired);
    const calendars = await readCalendars(on);
    const channels = await stores.channels({ on });
    return { methods, calendars, channels, locations: await stores.locations({ on }) };
  });
  const ways = rememberApart(database, ['delivery.changed'], {
    readAll: readAllProductDelivery,
    readMany: readProductDelivery,
    otherwise: usualDelivery,
  });
  return {
    facts: (on) => facts.read(on ?? database),
    ways: (on, productIds) => ways.read(on, productIds),
  };
}

/** @throws CommerceError `unknown_channel`. */
export function channelIn({ channels }: DeliveryFacts, id: string): ChannelView {
  const found = channels.find((each) => each.id === id);
  if (found) return found;
  const known = channels.map((each) => each.id).join(', ') || 'none yet';
  throw new CommerceError('unknown_channel', `There is no channel "${id}". Channels: ${known}.`);
}

/** The clocks of a channel: its own, or its country's. */
export function calendarOf(facts: DeliveryFacts, channel: ChannelView): DeliveryCalendar {
  return facts.calendars.get(channel.id) ?? { timeZone: timeZoneOf(channel.country), holidays: [] };
}

/** The clocks of a store: its country's, with the holidays of the channel that sells from it. */
export function calendarOfStore(facts: DeliveryFacts, store: LocationView): DeliveryCalendar {
  const selling = facts.channels.filter(({ locations }) => locations.includes(store.id));
  const channel = selling.find(({ kind }) => kind === 'store') ?? selling[0] ?? facts.channels[0];
  const known = channel && calendarOf(facts, channel);
  const own = store.address && timeZoneOf(store.address.country);
  return {
    timeZone: own && own !== 'UTC' ? own : (known?.timeZone ?? 'UTC'),
    holidays: known?.holidays ?? [],
  };
}
