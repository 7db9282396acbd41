import type { Queryable, Transaction } from '@vitrine/database';
import type { AdditionsForReturns } from '../additions/additions-for-returns.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Orders } from '../orders/orders.ts';
import type { Stores } from '../stores/stores.ts';
import type { KeptReturn } from './keep-return.ts';

/** What a step of a return works with. */
export interface ReturnDesk {
  readonly tx: Transaction;
  readonly orders: Orders;
  readonly stock: Inventory['inTransaction'];
  readonly stores: Stores;
  readonly additions: AdditionsForReturns;
  /** Lines of an order that are not taken back: RET-31. */
  readonly linesSold: (on: Queryable, orderId: string) => Promise<ReadonlySet<string>>;
  readonly actor: string;
  readonly at: Date;
}

/** What an inspection found of a line. */
export interface Inspected {
  readonly lineId: string;
  readonly resellable: number;
  readonly damaged: number;
  readonly missing: number;
}

/** The timeline's entry and the event of a step. */
export async function tellReturn(
  { tx, orders, actor }: ReturnDesk,
  kept: Pick<KeptReturn, 'id' | 'number' | 'order_id'>,
  step: 'requested' | 'approved' | 'received' | 'refunded' | 'rejected' | 'cancelled',
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { id, number, order_id: orderId } = kept;
  const event = { kind: `return-${step}`, actor, detail: { return: id, number, ...detail } };
  await orders.inTransaction.tell(tx, orderId, event);
  await tx.emit({ kind: `return.${step}`, payload: { orderId, returnId: id } });
}
