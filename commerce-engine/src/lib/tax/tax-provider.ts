import type { TaxTreatment } from './choose-rates.rules.ts';
import type { Place } from './place.rules.ts';
import type { TaxRounding, UnitBucket } from './round-tax.rules.ts';
import type { ShippingTax } from './shipping-tax.rules.ts';
import type { TaxedLine, TaxResult } from './tax.rules.ts';
import type { TaxExemption } from './tax-exemption.rules.ts';
import type { PriceDisplay } from './tax-rate.rules.ts';

/** Says what tax is due. The built-in one reads the shop's own tables; another may ask a service. */
export interface TaxProvider {
  readonly id: string;
  /** Milliseconds after which the built-in provider answers instead. Default 3000. */
  readonly answersWithin?: number;
  quote(request: TaxRequest): Promise<TaxQuote>;
}

export interface TaxRequest {
  readonly channel: string;
  readonly currency: string;
  readonly prices: PriceDisplay;
  readonly rounding: TaxRounding;
  readonly shipping: ShippingTax;
  readonly seller: { readonly country: string };
  readonly exemptions: readonly TaxExemption[];
  /** ISO time of the sale. */
  readonly at: string;
  readonly lines: readonly TaxRequestLine[];
}

export interface TaxRequestLine {
  readonly id: string;
  readonly kind: 'product' | 'shipping' | 'fee';
  readonly productId?: string;
  /** Absent only for shipping, which then goes by the request's rule. */
  readonly taxClass?: string;
  /** For shipping, the lines that are shipped. Default all products. */
  readonly shippedLines?: readonly string[];
  /** The whole line after discounts, minor units. */
  readonly amount: number;
  readonly quantity: number;
  readonly units?: readonly UnitBucket[];
  readonly place: Place;
  /** The buyer takes it there: no reverse charge. */
  readonly isHandedOver?: true;
}

export interface TaxQuoteLine extends TaxedLine {
  readonly treatment: TaxTreatment;
}

export interface TaxQuote extends Omit<TaxResult, 'lines'> {
  /** In the order of the request. */
  readonly lines: readonly TaxQuoteLine[];
  /** Who answered. */
  readonly provider: string;
  /** The provider that should have answered, and why it did not. `detail` is for staff, never for shoppers. */
  readonly fallback?: {
    readonly provider: string;
    readonly reason: 'failed' | 'late' | 'unsound';
    readonly detail: string;
  };
}
