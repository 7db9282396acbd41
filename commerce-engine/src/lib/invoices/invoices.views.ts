import type { Money } from '../money/money.rules.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';

export type InvoiceKind = 'invoice' | 'credit-note';

/** Where bank transfers are paid to. */
export interface BankDetails {
  readonly holder: string;
  /** Capital letters, no blanks. */
  readonly iban: string;
  readonly bic?: string;
  /** What the bank is called. */
  readonly name: string;
}

/** What of an order is still to come by bank transfer. */
export interface TransferView {
  readonly amount: Money;
  /** What the transfer names: the order's number. */
  readonly reference: string;
  /** Absent = the channel has none: its people write to the shopper. */
  readonly bank?: BankDetails;
}

/** Who sells, as the law wants it on invoices. */
export interface Seller {
  readonly name: string;
  /** Street, postal code and city: as they are printed. */
  readonly address: readonly string[];
  /** ISO 3166 two-letter code; printed below the address in the paper's language. Absent = the address says it, or nothing does. */
  readonly country?: string;
  /** Such as `DE123456789`. */
  readonly taxId: string;
  /** Register, managing director, bank: printed at the foot. */
  readonly note?: string;
  /** Where bank transfers are paid to. */
  readonly bank?: BankDetails;
  /** Begins the numbers of each series. */
  readonly prefixes: { readonly invoice: string; readonly creditNote: string };
}

export interface InvoiceLine {
  readonly name: string;
  readonly options: string;
  readonly sku: string;
  readonly quantity: number;
  /** As the channel shows prices: with tax or without. */
  readonly amount: number;
  /** Percent as text, `19`. */
  readonly rates: readonly string[];
  /** Staff gave something for it. */
  readonly isByHand?: true;
}

/** What a document says, for ever. Amounts are minor units. */
export interface InvoiceContent {
  readonly locale: string;
  readonly currency: string;
  readonly prices: 'inclusive' | 'exclusive';
  readonly seller: Seller;
  /** Names and address as they are printed; empty when bookkeeping does not need them any more. */
  readonly buyer: readonly string[];
  readonly buyerVatId?: string;
  /** Why taxes are not charged. Absent = they are. */
  readonly reliefs?: readonly TaxRelief[];
  readonly orderNumber: string;
  /** ISO times. */
  readonly orderedAt: string;
  readonly suppliedAt: string;
  /** The number of the invoice that a credit note corrects. */
  readonly corrects?: string;
  readonly lines: readonly InvoiceLine[];
  readonly charges: readonly { readonly name: string; readonly amount: number }[];
  /** A fee for a return: less goes back. */
  readonly fee: number;
  /** What of the total paid for other goods of the order: it does not go back. */
  readonly exchanged?: number;
  readonly taxes: readonly {
    readonly name: string;
    readonly rate: string;
    readonly taxable: number;
    readonly amount: number;
  }[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  /** What was still to come by bank transfer when it was issued. Absent = nothing. */
  readonly transfer?: TransferView;
}

export interface InvoiceView {
  readonly id: string;
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly orderId: string;
  readonly issuedAt: string;
  readonly total: Money;
}
