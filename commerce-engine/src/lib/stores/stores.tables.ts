import type { ColumnType } from 'kysely';
import type { OpeningHours, PostalAddress } from './stores.views.ts';

export interface StoresTables {
  stores_channel: {
    id: string;
    kind: 'online' | 'store' | 'call-centre';
    name: string;
    /** The first is the one texts fall back to. */
    locales: string[];
    /** The first is the default. */
    currencies: string[];
    country: string;
    tax_display: 'inclusive' | 'exclusive';
    position: number;
  };
  /** Locations a channel sells from, in order of preference. */
  stores_channel_location: { channel_id: string; location_id: string; position: number };
  stores_location: {
    id: string;
    kind: 'warehouse' | 'store';
    name: string;
    city: string;
    address: ColumnType<PostalAddress | null, string | null, string | null>;
    opening_hours: ColumnType<OpeningHours | null, string | null, string | null>;
    position: number;
  };
}
