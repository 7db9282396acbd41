import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { Actor, CommandContext, OrderAddress } from '@vitrine/commerce-engine/client';

export type OrderingEngine = Pick<
  CommerceEngine,
  'cart' | 'catalog' | 'checkout' | 'fulfilment' | 'inventory' | 'orders'
>;

/** How an order of the demo store is paid. */
export interface DemoTender {
  readonly provider: string;
  readonly method: string;
  readonly token?: string;
}

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };

/** An order of the demo store, the same when it is asked for again; bought once. */
export async function placeOrder(
  { cart, catalog, checkout, fulfilment, inventory, orders }: OrderingEngine,
  context: (step: string) => CommandContext,
  order: {
    /** The same for the same order, so that it is bought once when the seeding was cut short. */
    readonly cartId: string;
    /** Pieces by handle; of each product the first variant that is in stock. */
    readonly pieces: Readonly<Record<string, number>>;
    /** A guest unless they are signed in. */
    readonly shopper?: Actor & { kind: 'customer' };
    readonly email: string;
    readonly address: OrderAddress;
    /** Everything has left, with this tracking number. */
    readonly tracking?: string;
    readonly pays: DemoTender;
  },
): Promise<void> {
  const { cartId, pieces, shopper, email, address, tracking, pays } = order;
  const asShopper = (step: string) => ({ ...context(step), actor: shopper ?? ({ kind: 'guest' } as const) });
  const handles = Object.keys(pieces);
  const products = await catalog.productsBySlug(market, handles);
  for (const [at, handle] of handles.entries()) {
    const ids = products[at]?.variants.map(({ id }) => id) ?? [];
    const stock = await inventory.availability(market, ids);
    const variantId = ids.find((_, place) => stock[place]?.class === 'in-stock') ?? ids[0];
    if (variantId === undefined) throw new Error(`The demo store has no "${handle}" to order.`);
    const line = { cartId, variantId, quantity: pieces[handle]! };
    await cart.addLine(asShopper(`cart-${handle}`), market, line);
  }
  const filled = await checkout.update(asShopper('checkout'), market, {
    cartId,
    patch: {
      contact: { email, name: address.name },
      address,
      delivery: { methodId: 'parcel' },
      terms: true,
    },
  });
  if (filled.kind === 'no-cart') return;
  const { id: checkoutId, seen } = filled.checkout;
  const paid = await checkout.pay(asShopper('pay'), market, { cartId, checkoutId, seen, ...pays });
  if (paid.kind !== 'placed') throw new Error(`The demo store's own order came to nothing: ${paid.kind}.`);
  if (tracking === undefined) return;
  const placed = await orders.open(paid.order.id, paid.order.key);
  const lines = placed?.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  if (!placed || !lines) return;
  const parcel = { orderId: placed.id, lines, locationId: 'warehouse', carrier: 'Inselpost', tracking };
  await fulfilment.ship(context('ship'), parcel);
}
