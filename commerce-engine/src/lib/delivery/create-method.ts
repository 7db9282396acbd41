import type { Transaction } from '@vitrine/database';
import { handleOfName } from '../catalog/name-slug.rules.ts';
import { freeId } from '../free-id.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { readMethods } from './delivery.queries.ts';
import type { DeliveryTables } from './delivery.tables.ts';
import type { CreateMethodInput, StaffMethod } from './delivery-input.ts';
import { requireOwnPlaces, type ShopPlaces } from './own-places.ts';

/**
 * Makes a method that is offered after all others.
 * @throws CommerceError `bad_input` at `channels` or `stores` for those that do not exist.
 */
export async function createMethod(
  tx: Transaction,
  input: CreateMethodInput,
  places: ShopPlaces,
): Promise<StaffMethod> {
  await lockInOrder(tx, 'delivery', ['methods']);
  requireOwnPlaces(input, places);
  const methods = await readMethods(tx);
  const method = { ...input, id: freeId(idOfName(input.name), methods) };
  await tx
    .tables<DeliveryTables>()
    .insertInto('delivery_method')
    .values({ id: method.id, method: JSON.stringify(method), position: methods.length })
    .execute();
  await tx.emit({ kind: 'delivery.changed', payload: { methodIds: [method.id] } });
  return { ...method, version: 1 };
}

/** `Parcel to islands` → `parcel-to-islands`. */
function idOfName(name: CreateMethodInput['name']): string {
  const made = Object.entries(name).map(([locale, text]) => handleOfName(text, locale));
  return made.find((id) => id !== '') ?? 'delivery';
}
