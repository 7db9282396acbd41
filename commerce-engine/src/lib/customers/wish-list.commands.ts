import type { Transaction } from '@vitrine/database';
import type { CustomersTables } from './customers.tables.ts';

export const MOST_WISHES = 200;

/** Puts something on a wish list, or takes it off. The customer is locked. @returns false when the list is full. */
export async function changeWish(
  tx: Transaction,
  customerId: string,
  {
    kind,
    id,
    wished,
  }: { readonly kind: 'product' | 'variant'; readonly id: string; readonly wished: boolean },
  at: Date,
): Promise<boolean> {
  const tables = tx.tables<CustomersTables>();
  if (!wished) {
    await tables
      .deleteFrom('customers_wish')
      .where('customer_id', '=', customerId)
      .where('kind', '=', kind)
      .where('thing_id', '=', id)
      .execute();
    return true;
  }
  const { count } = await tables
    .selectFrom('customers_wish')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_WISHES) return false;
  await tables
    .insertInto('customers_wish')
    .values({ customer_id: customerId, kind, thing_id: id, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
