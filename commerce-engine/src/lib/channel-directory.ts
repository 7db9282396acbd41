import { CommerceError } from './commerce-error.ts';
import type { ReadOptions } from './engine-context.ts';
import type { Market } from './market.ts';
import type { Stores } from './stores/stores.ts';
import type { ChannelView } from './stores/stores.views.ts';

/** The shop's channels, remembered until one changes. */
export interface ChannelDirectory {
  all(): Promise<readonly ChannelView[]>;
  /** @throws CommerceError `unknown_channel`. */
  channel(id: string, options?: ReadOptions): Promise<ChannelView>;
  /** @throws CommerceError `unknown_channel`, or `bad_input` when the channel does not sell in that currency. */
  requireMarket(market: Market, options?: ReadOptions): Promise<void>;
}

export function createChannelDirectory(stores: Pick<Stores, 'channels' | 'channel'>): ChannelDirectory {
  return {
    all: () => stores.channels(),
    channel: (id, options) => stores.channel(id, options),
    async requireMarket(market, options) {
      const { id, currencies } = await stores.channel(market.channel, options);
      if (currencies.includes(market.currency)) return;
      throw new CommerceError(
        'bad_input',
        `Channel "${id}" does not sell in "${market.currency}". Currencies: ${currencies.join(', ')}.`,
        { fields: [{ path: 'market.currency', problem: `expected one of ${currencies.join(', ')}` }] },
      );
    },
  };
}
