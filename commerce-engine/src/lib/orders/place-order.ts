import { newId, type Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { PricedCart, PricedCharge, PricedLine } from '../cart/priced-cart.rules.ts';
import type { DraftLine, OrderDraft } from './order-draft.ts';
import type { OrdersTables } from './orders.tables.ts';

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
}

/** What an order that is about to be placed is called, and who showed that its address is theirs. */
export interface OrderName {
  readonly number: string;
  readonly owner: string | null;
}

/** One value of a statement: {@link OrderName}. Each time it is another number. */
export function orderName(
  { contact }: OrderDraft,
  ownerOf: (email: string) => RawBuilder<string | null>,
): RawBuilder<OrderName> {
  return sql`jsonb_build_object('number', nextval('orders_number')::text, 'owner', ${ownerOf(contact.email)})`;
}

/** Makes an order of a draft. The checkout's row must be locked; a second order of one checkout cannot be. */
export async function placeOrder(
  tx: Transaction,
  draft: OrderDraft,
  {
    id,
    checkoutId,
    name: { number, owner },
    at,
  }: {
    readonly id: string;
    readonly checkoutId: string;
    readonly name: OrderName;
    readonly at: Date;
  },
): Promise<void> {
  const tables = tx.tables<OrdersTables>();
  const { priced, contact } = draft;
  await tx.later(
    tables.insertInto('orders_order').values({
      id,
      number,
      checkout_id: checkoutId,
      channel: draft.channel,
      locale: draft.locale,
      currency: priced.currency,
      customer_group: draft.customerGroup,
      // Whose an order is that is placed by somebody who is not signed in, its address may tell.
      customer_id: draft.customerId ?? owner,
      by_address: draft.customerId === undefined && owner !== null,
      email: contact.email.toLowerCase(),
      name: contact.name,
      phone: contact.phone ?? null,
      billing: JSON.stringify(draft.billing ?? null),
      vat_id: draft.vatId ?? null,
      note: draft.note ?? null,
      gift_message: draft.giftMessage ?? null,
      state: 'placed',
      prices: priced.prices,
      pieces: priced.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      goods: priced.goods,
      delivery: priced.delivery,
      discount: priced.discount,
      net: priced.net,
      tax: priced.tax,
      waived: priced.waived ?? 0,
      reliefs: JSON.stringify(priced.reliefs ?? []),
      total: priced.total,
      paid: 0,
      refunded: 0,
      fulfilment: 'open',
      taxes: JSON.stringify(priced.taxes),
      discounts: JSON.stringify(discountsOf(priced, draft.promotions)),
      taken_by: draft.takenBy ?? null,
      terms_at: draft.termsAt === undefined ? null : new Date(draft.termsAt),
      placed_at: at,
      updated_at: at,
    }),
  );
  const deliveryIds = new Map(priced.deliveries.map((each) => [each.id, newId()]));
  const deliveries = priced.deliveries.map((charge) => {
    const { kind, methodId, name, address, storeId, slot } = draft.deliveries[charge.id]!;
    return {
      id: deliveryIds.get(charge.id)!,
      order_id: id,
      kind,
      method_id: methodId,
      name,
      address: JSON.stringify(address ?? null),
      store_id: storeId ?? null,
      slot: slot === undefined ? null : new Date(slot),
      ...amountsOf(charge),
    };
  });
  const lines = priced.lines.map((line, place) => {
    const facts = draft.lines[line.id]!;
    return { place, order_id: id, ...lineRow(line, facts, deliveryIds.get(facts.deliveryId)!) };
  });
  await tx.later(tables.insertInto('orders_delivery').values(deliveries));
  await tx.later(tables.insertInto('orders_line').values(lines));
  await tx.emit({ kind: 'order.placed', payload: { orderId: id, number } });
}

/** A line as it is kept, but for its order and its place there. */
export function lineRow(line: PricedLine, facts: Omit<DraftLine, 'deliveryId'>, deliveryId: string) {
  return {
    id: newId(),
    delivery_id: deliveryId,
    variant_id: facts.variantId,
    product_id: facts.productId,
    product_slug: facts.productSlug,
    sku: facts.sku,
    name: facts.name,
    options: facts.options,
    media: JSON.stringify(facts.media ?? null),
    components: JSON.stringify(facts.components ?? null),
    quantity: line.quantity,
    unit_price: line.unitPrice,
    unit_regular: facts.unitRegular,
    units: JSON.stringify(line.units),
    parts: JSON.stringify(line.parts),
    ships_from: facts.shipsFrom ?? null,
    gift_of: facts.giftOf ?? null,
    by_hand: facts.byHand ? JSON.stringify(facts.byHand) : null,
    gift_card: facts.giftCard ? JSON.stringify(facts.giftCard) : null,
    ...amountsOf(line),
  };
}

function amountsOf({ subtotal, discount, total, net, tax, gross, waived = 0, taxes }: PricedCharge) {
  return { subtotal, discount, total, net, tax, gross, waived, taxes: JSON.stringify(taxes) };
}

/** What each promotion took off over the whole order. */
export function discountsOf(priced: PricedCart, names: OrderDraft['promotions']) {
  const sums = new Map<string, { promotionId: string; name: string; code?: string; amount: number }>();
  for (const { parts } of [...priced.lines, ...priced.deliveries]) {
    for (const { promotionId, code, amount } of parts) {
      const key = `${promotionId} ${code ?? ''}`;
      const before = sums.get(key)?.amount ?? 0;
      sums.set(key, {
        promotionId,
        name: names[promotionId] ?? '',
        ...(code !== undefined && { code }),
        amount: before + amount,
      });
    }
  }
  return [...sums.values()];
}
