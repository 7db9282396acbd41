import type { Transaction } from '@vitrine/database';
import { customerKey, type PromotionsTables } from './promotions.tables.ts';

/** Takes somebody's address out of what was counted for it. Codes that only they could use are nobody's. */
export async function forgetCustomer(tx: Transaction, customer: string): Promise<void> {
  const key = customerKey(customer);
  if (key === null) return;
  const tables = tx.tables<PromotionsTables>();
  await tables.updateTable('promotions_use').set({ customer: null }).where('customer', '=', key).execute();
  await tables.deleteFrom('promotions_customer').where('customer', '=', key).execute();
  await tables
    .updateTable('promotions_code')
    .set({ customer: 'erased' })
    .where('customer', '=', key)
    .execute();
}
