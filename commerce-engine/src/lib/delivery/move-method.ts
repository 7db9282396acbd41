import type { Transaction } from '@vitrine/database';
import { lockInOrder } from '../lock-in-order.ts';
import { readMethods } from './delivery.queries.ts';
import type { DeliveryTables } from './delivery.tables.ts';
import type { MethodMoveInput } from './delivery-input.ts';

export interface MoveMethodOutcome {
  readonly kind: 'moved' | 'unchanged' | 'no-method';
}

/** Puts a method to another place in the order in which shoppers see them. */
export async function moveMethod(
  tx: Transaction,
  { id, place }: MethodMoveInput,
): Promise<MoveMethodOutcome> {
  await lockInOrder(tx, 'delivery', ['methods']);
  const ids = (await readMethods(tx)).map((method) => method.id);
  if (!ids.includes(id)) return { kind: 'no-method' };
  const ordered = ids.filter((each) => each !== id).toSpliced(place, 0, id);
  if (ordered.every((each, at) => each === ids[at])) return { kind: 'unchanged' };
  for (const [position, each] of ordered.entries())
    await tx
      .tables<DeliveryTables>()
      .updateTable('delivery_method')
      .set({ position })
      .where('id', '=', each)
      .execute();
  await tx.emit({ kind: 'delivery.changed', payload: { methodIds: [id] } });
  return { kind: 'moved' };
}
