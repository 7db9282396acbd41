import type { TaxRounding } from './round-tax.rules.ts';
import type { ShippingTax } from './shipping-tax.rules.ts';
import type { TaxedPlaceRule } from './taxed-place.rules.ts';

/** How a channel taxes. Whether its prices contain tax is the channel's own `taxDisplay`. */
export interface TaxSettings {
  readonly rounding: TaxRounding;
  readonly basedOn: TaxedPlaceRule;
  readonly shipping: ShippingTax;
  /**
   * Which VAT numbers make a reverse charge: those that somebody saw to be in use, or whatever has a number's form. By default the
   * former, for the shop owes the tax when a number was made up.
   */
  readonly vatNumbers: 'verified' | 'as-typed';
}

/** What holds for a channel that was never set up. */
export const defaultTaxSettings: TaxSettings = {
  rounding: { mode: 'half-up', level: 'line' },
  basedOn: 'destination',
  shipping: { kind: 'as-goods', by: 'proportional' },
  vatNumbers: 'verified',
};
