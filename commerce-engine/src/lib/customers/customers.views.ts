import type { OrderAddress } from '../orders/orders.views.ts';

export interface CustomerSummaryView {
  readonly id: string;
  readonly number: string;
  readonly email?: string;
  readonly emailConfirmed: boolean;
  readonly name: string;
  readonly groups: readonly string[];
  /** ISO time. */
  readonly createdAt: string;
}

export interface CustomerAddressView {
  readonly id: string;
  readonly address: OrderAddress;
  readonly isShipping: boolean;
  readonly isBilling: boolean;
}

/** What somebody agreed to, or withdrew, last. */
export interface ConsentView {
  readonly purpose: string;
  readonly granted: boolean;
  /** ISO time. */
  readonly at: string;
  readonly source: string;
  readonly textVersion: string;
}

export interface WishView {
  readonly kind: 'product' | 'variant';
  readonly id: string;
}

/** A VAT number of a business. */
export interface TaxNumberView {
  /** Such as `DE136695976`; it begins with its country. */
  readonly vatId: string;
  /** When somebody saw that it is in use, and whether that was staff or which register. Absent = nobody has. */
  readonly verified?: { readonly at: string; readonly by: string };
}

/** A paper that frees of taxes. */
export interface CertificateView {
  readonly id: string;
  readonly number: string;
  /** `US-CA` names California only, `US` all of them. Absent = all. */
  readonly jurisdictions?: readonly string[];
  /** Tax classes of goods. Absent = all. */
  readonly classes?: readonly string[];
  /** ISO times; `from` included, `to` not. */
  readonly from?: string;
  readonly to?: string;
}

/** What taxes a customer may be free of. */
export interface TaxPapersView {
  /** The one that is used first: verified ones before the others, then the newest. */
  readonly taxNumbers: readonly TaxNumberView[];
  readonly certificates: readonly CertificateView[];
}

/** What a customer may see of themselves. */
export interface CustomerView extends CustomerSummaryView, TaxPapersView {
  readonly phone?: string;
  readonly locale: string;
  readonly addresses: readonly CustomerAddressView[];
  /** One for each purpose. */
  readonly consents: readonly ConsentView[];
  /** The newest first. */
  readonly wishes: readonly WishView[];
}

export interface CustomerNoteView {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly text: string;
}

/** What came of a change. Refusals change nothing. */
export type CustomerOutcome =
  | { readonly kind: 'done'; readonly customer: CustomerView }
  | { readonly kind: 'no-customer' }
  /** Somebody else has that address already. */
  | { readonly kind: 'email-taken' }
  | { readonly kind: 'no-address' }
  /** There is no such VAT number, or no such certificate. */
  | { readonly kind: 'no-paper' }
  | { readonly kind: 'too-many'; readonly max: number };

export type MergeOutcome =
  | { readonly kind: 'done'; readonly customer: CustomerView }
  | { readonly kind: 'no-customer' };

export type EraseOutcome =
  | { readonly kind: 'erased' }
  | { readonly kind: 'no-customer' }
  /** Goods or money are still under way; their numbers. Nothing was erased. */
  | { readonly kind: 'orders-open'; readonly numbers: readonly string[] }
  /** Somebody is paying for a cart of theirs just now. Nothing was erased. */
  | { readonly kind: 'being-paid' };

/** Everything the shop knows about somebody. By room, as JSON. */
export type CustomerExport = Readonly<Record<string, unknown>>;
