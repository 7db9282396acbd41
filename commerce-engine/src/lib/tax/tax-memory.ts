import type { Database, Queryable } from '@vitrine/database';
import type { Stores } from '../stores/stores.ts';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';
import type { TaxTable } from './choose-rates.rules.ts';
import { readTaxSettings, readTaxTable } from './tax.queries.ts';
import type { TaxSettings } from './tax-settings.ts';

/** What every quote needs and seldom changes. */
export interface TaxFacts {
  readonly table: TaxTable;
  /** By channel id. */
  readonly settings: ReadonlyMap<string, TaxSettings>;
  readonly channels: readonly ChannelView[];
  readonly locations: readonly LocationView[];
}

const CHANGES: ReadonlySet<string> = new Set(['tax.changed', 'channel.changed', 'location.changed']);

/** The facts, remembered until one changes. */
export interface TaxMemory {
  /** @param on a transaction of the caller: what is not remembered is then read in it, and not kept. */
  facts(on?: Queryable): Promise<TaxFacts>;
}

export function createTaxMemory(
  database: Database,
  stores: Pick<Stores, 'channels' | 'locations'>,
): TaxMemory {
  let remembered: Promise<TaxFacts> | undefined;
  database.subscribe((events) => {
    if (events.some(({ kind }) => CHANGES.has(kind))) remembered = undefined;
  });

  async function read(on: Queryable): Promise<TaxFacts> {
    const table = await readTaxTable(on);
    const settings = await readTaxSettings(on);
    const channels = await stores.channels({ on });
    return { table, settings, channels, locations: await stores.locations({ on }) };
  }

  return {
    facts(on) {
      if (remembered) return remembered;
      if (on && on !== database) return read(on);
      const reading = read(database).catch((error: unknown) => {
        if (remembered === reading) remembered = undefined;
        throw error;
      });
      remembered = reading;
      return reading;
    },
  };
}
