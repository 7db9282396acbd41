import type { Database } from '@vitrine/database';
import { CommerceError } from './commerce-error.ts';
import type { Market } from './market.ts';
import type { ChannelView } from './stores/stores.views.ts';

/** The shop's channels, remembered until one changes. */
export interface ChannelDirectory {
  all(): Promise<readonly ChannelView[]>;
  /** @throws CommerceError `unknown_channel`. */
  channel(id: string): Promise<ChannelView>;
  /** @throws CommerceError `unknown_channel`, or `bad_input` when the channel does not sell in that currency. */
  requireMarket(market: Market): Promise<void>;
}

export function createChannelDirectory(
  database: Database,
  read: () => Promise<readonly ChannelView[]>,
): ChannelDirectory {
  let channels: Promise<readonly ChannelView[]> | undefined;
  database.subscribe((events) => {
    if (events.some(({ kind }) => kind === 'channel.changed')) channels = undefined;
  });

  function all(): Promise<readonly ChannelView[]> {
    channels ??= read().catch((error: unknown) => {
      channels = undefined;
      throw error;
    });
    return channels;
  }

  async function channel(id: string): Promise<ChannelView> {
    const known = await all();
    const found = known.find((each) => each.id === id);
    if (found) return found;
    const names = known.map((each) => each.id).join(', ') || 'none yet';
    throw new CommerceError('unknown_channel', `There is no channel "${id}". Channels: ${names}.`);
  }

  return {
    all,
    channel,
    async requireMarket(market) {
      const { id, currencies } = await channel(market.channel);
      if (currencies.includes(market.currency)) return;
      throw new CommerceError(
        'bad_input',
        `Channel "${id}" does not sell in "${market.currency}". Currencies: ${currencies.join(', ')}.`,
        { fields: [{ path: 'market.currency', problem: `expected one of ${currencies.join(', ')}` }] },
      );
    },
  };
}
