import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { LocationView } from '../stores/stores.views.ts';
import { readCalendars, readMethods, readProductDelivery } from './delivery.queries.ts';
import type { DeliveryTables } from './delivery.tables.ts';
import type { ChannelDeliveryInput, DeliveryMethodInput, ProductDeliveryInput } from './delivery-input.ts';

export interface MethodOutcome {
  readonly id: string;
  readonly kind: 'created' | 'changed' | 'unchanged';
}

/**
 * Makes or changes methods by id; those not named stay.
 * @throws CommerceError `unknown_location` when a method names a store that does not exist.
 */
export async function upsertMethods(
  tx: Transaction,
  inputs: readonly DeliveryMethodInput[],
  locations: readonly LocationView[],
): Promise<MethodOutcome[]> {
  await lockInOrder(tx, 'delivery', ['methods']);
  requireStores(inputs, locations);
  const before = await readMethods(tx);
  const outcomes: MethodOutcome[] = [];
  let position = before.length;
  for (const input of inputs) {
    const old = before.find(({ id }) => id === input.id);
    const kind = !old ? 'created' : canonicalJson(old) === canonicalJson(input) ? 'unchanged' : 'changed';
    outcomes.push({ id: input.id, kind });
    if (kind === 'unchanged') continue;
    const row = { method: JSON.stringify(input) };
    await tx
      .tables<DeliveryTables>()
      .insertInto('delivery_method')
      .values({ id: input.id, ...row, position: position++ })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({ ...row, version: sql`${ref('delivery_method.version')} + 1` })),
      )
      .execute();
  }
  const methodIds = outcomes.filter(({ kind }) => kind !== 'unchanged').map(({ id }) => id);
  if (methodIds.length > 0) await tx.emit({ kind: 'delivery.changed', payload: { methodIds } });
  return outcomes;
}

export async function setChannelDelivery(
  tx: Transaction,
  { channel, timeZone, holidays }: ChannelDeliveryInput,
): Promise<null> {
  const before = (await readCalendars(tx)).get(channel);
  if (before && canonicalJson(before) === canonicalJson({ timeZone, holidays })) return null;
  const row = { time_zone: timeZone, holidays: [...holidays] };
  await tx
    .tables<DeliveryTables>()
    .insertInto('delivery_channel')
    .values({ channel_id: channel, ...row })
    .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(row))
    .execute();
  await tx.emit({ kind: 'delivery.changed', payload: { channelIds: [channel] } });
  return null;
}

export async function setProductDelivery(
  tx: Transaction,
  inputs: readonly ProductDeliveryInput[],
): Promise<{ readonly changed: number }> {
  const ids = inputs.map(({ productId }) => productId);
  await lockInOrder(tx, 'delivery-product', ids);
  const before = await readProductDelivery(tx, ids);
  const changed = inputs.filter((input, index) => canonicalJson(input) !== canonicalJson(before[index]));
  if (changed.length === 0) return { changed: 0 };
  await tx
    .tables<DeliveryTables>()
    .insertInto('delivery_product')
    .values(changed.map(({ productId, ...way }) => ({ product_id: productId, ...way })))
    .onConflict((conflict) =>
      conflict.column('product_id').doUpdateSet(({ ref }) => ({
        ship: ref('excluded.ship'),
        pickup: ref('excluded.pickup'),
        electronic: ref('excluded.electronic'),
      })),
    )
    .execute();
  const productIds = changed.map(({ productId }) => productId);
  await tx.emit({ kind: 'delivery.changed', payload: { productIds } });
  return { changed: changed.length };
}

function requireStores(inputs: readonly DeliveryMethodInput[], locations: readonly LocationView[]): void {
  const stores = locations.filter(({ kind }) => kind === 'store').map(({ id }) => id);
  for (const { id, stores: named = [], slotsByStore = {} } of inputs) {
    const unknown = [...named, ...Object.keys(slotsByStore)].filter((store) => !stores.includes(store));
    if (unknown.length === 0) continue;
    throw new CommerceError(
      'unknown_location',
      `Delivery method "${id}" names ${unknown.map((each) => `"${each}"`).join(', ')}, which is no store. Stores: ${stores.join(', ') || 'none yet'}.`,
    );
  }
}
