import { randomUUID } from 'node:crypto';
import { createHttpClient, type OrderView } from '@vitrine/commerce-engine/client';
import { shopUrl } from './visitor.ts';

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };

export interface PlacedHow {
  /** Handle of a product of the demo store; its first variant is bought. */
  readonly handle: string;
  readonly quantity: number;
  readonly name: string;
  readonly email?: string;
  /** Default a parcel paid at the pretended bank. */
  readonly by?: 'card' | 'transfer';
  /** Instead of a parcel. */
  readonly pickupAt?: string;
}

/** A shopper's order with what opens it, placed over the store API as any program would. */
export async function placeOrder(how: PlacedHow): Promise<OrderView & { readonly key: string }> {
  const { handle, quantity, name, by = 'card', pickupAt } = how;
  const email = how.email ?? `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  const client = createHttpClient({ url: shopUrl() });
  const context = () => ({ actor: { kind: 'guest' } as const, idempotencyKey: randomUUID() });
  const [product] = await client.catalog.productsBySlug(market, [handle]);
  const cartId = randomUUID();
  const { id: variantId } = product!.variants[0]!;
  const added = await client.cart.addLine(context(), market, { cartId, variantId, quantity });
  if (added.kind !== 'changed') throw new Error(`Could not put ${handle} into a cart: ${added.kind}`);
  const address = { name, street: 'Deichweg 4', postalCode: '24999', city: 'Ostrand', country: 'DE' };
  const delivery = pickupAt ? await pickup(pickupAt) : { methodId: 'parcel' };
  const patch = { contact: { email, name }, address: pickupAt ? null : address, delivery, terms: true };
  const filled = await client.checkout.update(context(), market, { cartId, patch });
  if (filled.kind !== 'changed') throw new Error(`Could not fill in the checkout: ${filled.kind}`);
  const { id: checkoutId, seen, missing } = filled.checkout;
  if (missing.length > 0) throw new Error(`The checkout misses ${missing.join(', ')}.`);
  const paid = await client.checkout.pay(context(), market, {
    cartId,
    checkoutId,
    seen,
    ...(by === 'card'
      ? { provider: 'simulator', method: 'card', token: 'sim-approve' }
      : { provider: 'manual', method: 'bank-transfer' }),
  });
  if (paid.kind !== 'placed') throw new Error(`Could not pay: ${JSON.stringify(paid)}`);
  const { id, key } = paid.order;
  return { ...(await client.orders.open(id, key))!, key };
}

/** The first time at which a store has room for one more pickup. */
async function pickup(storeId: string) {
  const response = await fetch(`${shopUrl()}/api/store/v1/pickup-slots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ methodId: 'pickup', storeId }),
  });
  const { slots } = (await response.json()) as { slots: readonly { startsAt: string; free: number }[] };
  return { methodId: 'pickup', storeId, slot: slots.find(({ free }) => free > 0)!.startsAt };
}
