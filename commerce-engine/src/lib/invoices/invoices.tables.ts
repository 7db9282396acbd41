import type { ColumnType } from 'kysely';
import type { InvoiceContent, InvoiceKind, Seller } from './invoices.views.ts';

export interface InvoicesTables {
  invoices_seller: {
    channel: string;
    seller: ColumnType<Seller, string, string>;
    next_invoice: ColumnType<number, never, number>;
    next_credit_note: ColumnType<number, never, number>;
  };
  /** Entries of timelines that may want a document. */
  invoices_due: {
    entry_id: string;
    tries: ColumnType<number, never, number>;
    due_at: Date;
  };
  /** Append-only. */
  invoices_document: {
    id: string;
    channel: string;
    kind: InvoiceKind;
    number: string;
    order_id: string;
    /** The entry of the timeline that wanted it. */
    entry_id: string;
    /** Of an invoice: only over goods that came to the order after its first one. */
    is_addition: ColumnType<boolean, boolean | undefined, never>;
    /** Minor units; what a credit note gives back is positive. */
    total: number;
    content: ColumnType<InvoiceContent, string, string>;
    issued_at: Date;
  };
}
