import type { PricedTax, TaxShare } from '../cart/priced-cart.rules.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';
import type { OrderAddress } from './orders.views.ts';

interface BookedCharge {
  readonly id: string;
  readonly name: string;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly taxes: readonly TaxShare[];
}

/** An order as bookkeeping wants it: as it was placed, each part with its taxes. Amounts are minor units. */
export interface OrderBooks {
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly channel: string;
    readonly locale: string;
    readonly currency: string;
    readonly prices: 'inclusive' | 'exclusive';
    readonly placedAt: string;
    readonly name: string;
    readonly billing?: OrderAddress;
    /** Where the first of its parcels goes. */
    readonly shipTo?: OrderAddress;
    /** Of the company that buys. */
    readonly vatId?: string;
    readonly reliefs: readonly TaxRelief[];
    readonly net: number;
    readonly tax: number;
    readonly total: number;
  };
  readonly lines: readonly (BookedCharge & {
    readonly options: string;
    readonly sku: string;
    readonly quantity: number;
    /** Staff gave something for it. */
    readonly isByHand?: true;
  })[];
  readonly deliveries: readonly BookedCharge[];
  readonly rates: readonly PricedTax[];
}
