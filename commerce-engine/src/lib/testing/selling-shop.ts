import type { Database } from '@vitrine/database';
import type { CheckoutPatch } from '../checkout/checkout.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openPayingShop, type PayingShop } from './paying-shop.ts';

/** A paying shop whose tests begin with an order. */
export interface SellingShop extends PayingShop {
  /** An order of these pieces, paid with a card that behaves so; `transfer` = by bank transfer. */
  order(
    lines: readonly { readonly variantId: string; readonly quantity: number }[],
    options?: { readonly token?: string; readonly patch?: CheckoutPatch },
  ): Promise<OrderView>;
  /** The order as it is now. */
  again(order: { readonly id: string }): Promise<OrderView>;
  /** Where an order's pieces are held. */
  held(order: {
    readonly id: string;
  }): ReturnType<PayingShop['engine']['inventory']['inTransaction']['held']>;
  /** Pieces that come to a location. */
  stock(variantId: string, locationId: string, onHand: number): Promise<void>;
  /** Kinds in the order's timeline. */
  timeline(order: { readonly id: string }): Promise<readonly string[]>;
  /** What the pretended bank has of an order. */
  bank(order: { readonly id: string }): Promise<{ readonly captured: number; readonly refunded: number }>;
  /** Lets minutes go by and everything due be done. */
  wait(minutes: number): Promise<void>;
}

export const pickupAt = (storeId: string): CheckoutPatch => ({
  address: null,
  contact: { email: 'ada@example.com', name: 'Ada Lovelace' },
  delivery: { methodId: 'pickup', storeId },
});

export async function openSellingShop(database: Database): Promise<SellingShop> {
  const shop = await openPayingShop(database);
  const { engine } = shop;

  async function again({ id }: { readonly id: string }): Promise<OrderView> {
    const { key } = await engine.orders.opened(database, id);
    return (await engine.orders.open(id, key))!;
  }

  return Object.assign(shop, {
    again,
    async order(lines, { token = 'sim-approve', patch } = {}) {
      const checkout = await shop.ready(lines, patch);
      const outcome =
        token === 'transfer'
          ? await engine.checkout.pay(shop.asGuest(), shop.en, {
              cartId: checkout.cartId,
              checkoutId: checkout.id,
              seen: checkout.seen,
              provider: 'manual',
              method: 'bank-transfer',
            })
          : await shop.pay(checkout, token);
      if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${JSON.stringify(outcome)}`);
      return again(outcome.order);
    },
    held: ({ id }) => engine.inventory.inTransaction.held(database, `order:${id}`),
    async stock(variantId, locationId, onHand) {
      const count = { variantId, locationId, onHand, reason: 'counted' };
      await engine.inventory.setOnHand(shop.command(), count);
    },
    async timeline({ id }) {
      const found = await engine.orders.get(shop.command().actor, id);
      return found!.timeline.map(({ kind }) => kind);
    },
    async bank({ id }) {
      const { rows } = await database.execute(
        `select coalesce(sum(bank.captured), 0)::int as captured, coalesce(sum(bank.refunded), 0)::int as refunded
         from payments_simulator as bank join payments_payment as payment on payment.id = bank.payment_id
         where payment.order_id = $1`,
        [id],
      );
      return rows[0] as { captured: number; refunded: number };
    },
    async wait(minutes) {
      shop.now = new Date(shop.now.getTime() + minutes * 60_000);
      await engine.checkout.resume();
    },
  } satisfies Omit<SellingShop, keyof PayingShop>);
}
