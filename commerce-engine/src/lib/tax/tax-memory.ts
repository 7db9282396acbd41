import type { Database, Queryable } from '@vitrine/database';
import { remember, rememberApart } from '../remember.ts';
import type { Stores } from '../stores/stores.ts';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';
import type { TaxTable } from './choose-rates.rules.ts';
import {
  readAllProductClasses,
  readProductClasses,
  readTaxSettings,
  readTaxTable,
  USUAL_CLASS,
} from './tax.queries.ts';
import type { TaxSettings } from './tax-settings.ts';

/** What every quote needs and seldom changes. */
export interface TaxFacts {
  readonly table: TaxTable;
  /** By channel id. */
  readonly settings: ReadonlyMap<string, TaxSettings>;
  readonly channels: readonly ChannelView[];
  readonly locations: readonly LocationView[];
}

const CHANGES = ['tax.changed', 'channel.changed', 'location.changed'];

/** The facts, remembered until one changes. */
export interface TaxMemory {
  /** @param on a transaction of the caller, for the statements that may be needed. */
  facts(on?: Queryable): Promise<TaxFacts>;
  /** The tax class of each product, in the order of the ids. */
  classes(on: Queryable, productIds: readonly string[]): Promise<readonly string[]>;
}

export function createTaxMemory(
  database: Database,
  stores: Pick<Stores, 'channels' | 'locations'>,
): TaxMemory {
  const facts = remember(database, CHANGES, async (on): Promise<TaxFacts> => {
    const table = await readTaxTable(on);
    const settings = await readTaxSettings(on);
    const channels = await stores.channels({ on });
    return { table, settings, channels, locations: await stores.locations({ on }) };
  });
  const classes = rememberApart(database, ['tax.changed'], {
    readAll: readAllProductClasses,
    readMany: readProductClasses,
    otherwise: () => USUAL_CLASS,
  });
  return {
    facts: (on) => facts.read(on ?? database),
    classes: (on, productIds) => classes.read(on, productIds),
  };
}
