import type { ColumnType } from 'kysely';
import type { RoundingMode } from './fraction.rules.ts';
import type { RoundingLevel } from './round-tax.rules.ts';
import type { TaxZone } from './tax-zone.rules.ts';
import type { TaxedPlaceRule } from './taxed-place.rules.ts';

/** What a zone covers of its country. */
export type ZoneArea = Pick<TaxZone, 'regions' | 'postalCodes' | 'cities' | 'insteadOf'>;

export interface TaxTables {
  tax_class: {
    id: string;
    name: string;
    otherwise: string | null;
  };
  tax_zone: {
    id: string;
    name: string;
    country: string;
    area: ColumnType<ZoneArea, string, string>;
  };
  tax_rate: {
    id: string;
    zone_id: string;
    class_id: string;
    name: string;
    /** Percent as a decimal number; text, so that it comes back as it was written. */
    rate: string;
    jurisdiction: string;
    compound: boolean;
    place: number;
    /** Null = as the channel's prices. */
    included: boolean | null;
    valid_from: Date | null;
    valid_to: Date | null;
  };
  /** Products that are not in the class `standard`. */
  tax_product_class: { product_id: string; class_id: string };
  /** Channels that do not go by the defaults. */
  tax_channel_setting: {
    channel_id: string;
    rounding_mode: RoundingMode;
    rounding_level: RoundingLevel;
    based_on: TaxedPlaceRule;
    shipping: 'class' | 'highest' | 'proportional';
    /** Only with shipping `class`. */
    shipping_class: string | null;
    vat_numbers: 'verified' | 'as-typed';
  };
}
