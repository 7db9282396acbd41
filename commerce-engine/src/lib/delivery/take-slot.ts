import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { lockInOrder } from '../lock-in-order.ts';
import type { DeliveryTables } from './delivery.tables.ts';

export interface SlotRef {
  readonly storeId: string;
  readonly methodId: string;
  /** ISO time. */
  readonly startsAt: string;
}

export type SlotOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'full' }
  /** It is over, too soon or too late by now, or was never one. */
  | { readonly kind: 'no-such-slot' };

/**
 * Takes a place in a slot for an order; one it holds already is given back. An order that asks again for the same slot
 * holds it once. When it is full the order keeps what it has.
 */
export async function bookSlot(
  tx: Transaction,
  { storeId, methodId, startsAt, orderId }: SlotRef & { readonly orderId: string },
  capacity: number,
): Promise<SlotOutcome> {
  await lockInOrder(tx, 'delivery-slot', [orderId]);
  const at = new Date(startsAt);
  const held = await tx
    .tables<DeliveryTables>()
    .selectFrom('delivery_slot_booking')
    .selectAll()
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  const isHeld =
    held?.store_id === storeId && held.method_id === methodId && held.starts_at.getTime() === at.getTime();
  if (isHeld) return { kind: 'taken' };
  const taken = await sql`
    insert into delivery_slot as slot (store_id, method_id, starts_at, taken)
    values (${storeId}, ${methodId}, ${at}, 1)
    on conflict (store_id, method_id, starts_at) do update set taken = slot.taken + 1
      where slot.taken < ${capacity}
    returning taken`.execute(tx.tables());
  if (taken.rows.length === 0) return { kind: 'full' };
  await freeSlot(tx, orderId);
  await tx
    .tables<DeliveryTables>()
    .insertInto('delivery_slot_booking')
    .values({ order_id: orderId, store_id: storeId, method_id: methodId, starts_at: at })
    .execute();
  return { kind: 'taken' };
}

/** Gives back what an order holds. @returns whether it held a slot. */
export async function freeSlot(tx: Transaction, orderId: string): Promise<boolean> {
  const freed = await sql`
    with given as (
      delete from delivery_slot_booking where order_id = ${orderId} returning store_id, method_id, starts_at
    )
    update delivery_slot as slot set taken = slot.taken - 1 from given
    where slot.store_id = given.store_id and slot.method_id = given.method_id
      and slot.starts_at = given.starts_at
    returning slot.taken`.execute(tx.tables());
  return freed.rows.length > 0;
}
