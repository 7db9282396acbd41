import type { Transaction } from '@vitrine/database';
import { setProductDelivery } from './delivery.commands.ts';
import { readProductDelivery } from './delivery.queries.ts';

/** A copy of a product reaches shoppers as the product does. */
export async function copyProductDelivery(
  tx: Transaction,
  { of, to }: { readonly of: string; readonly to: string },
): Promise<void> {
  const [ways] = await readProductDelivery(tx, [of]);
  await setProductDelivery(tx, [{ ...ways!, productId: to }]);
}
