import type { Queryable, Transaction } from '@vitrine/database';
import type { GiftCardsTables } from '../gift-cards.tables.ts';

/** An order that may have cards to be made, as it stood when it was found. */
export interface DueOrder {
  readonly orderId: string;
  /** How often it has said so: more since then is news. */
  readonly changes: number;
}

/** An order has changed: its cards may be made now. */
export async function noteDue(tx: Transaction, orderId: string, at: Date): Promise<void> {
  await tx.later(
    tx
      .tables<GiftCardsTables>()
      .insertInto('giftcards_due')
      .values({ order_id: orderId, at })
      .onConflict((conflict) =>
        conflict.column('order_id').doUpdateSet(({ ref, eb }) => ({
          at,
          changes: eb(ref('giftcards_due.changes'), '+', 1),
        })),
      ),
  );
}

/** Those that wait longest first. */
export function readDue(
  on: Queryable,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<readonly DueOrder[]> {
  return on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_due')
    .select(['order_id as orderId', 'changes'])
    .where('at', '<=', at)
    .orderBy('at')
    .limit(limit)
    .execute();
}

/** Nothing to look at any more, unless it was changed since. */
export async function forgetDue(on: Queryable, { orderId, changes }: DueOrder): Promise<void> {
  await on
    .tables<GiftCardsTables>()
    .deleteFrom('giftcards_due')
    .where('order_id', '=', orderId)
    .where('changes', '=', changes)
    .execute();
}

/** It is looked at again then, so that the others have their turn. */
export async function postponeDue(on: Queryable, orderId: string, until: Date): Promise<void> {
  await on
    .tables<GiftCardsTables>()
    .updateTable('giftcards_due')
    .set({ at: until })
    .where('order_id', '=', orderId)
    .execute();
}
