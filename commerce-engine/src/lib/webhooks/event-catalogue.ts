import { z } from 'zod';

/** A kind of event: what it says, and whether other systems are told. */
export interface EventKind {
  /** One sentence for whoever receives it. */
  readonly says: string;
  readonly payload: z.ZodObject;
  readonly example: Readonly<Record<string, unknown>>;
  /** False = a note to the shop's own processes, which never leaves the shop. */
  readonly isPublic: boolean;
}

const id = z.string();
const ids = z.array(z.string());
const slugs = z.array(z.string());
const ofOrder = z.object({ orderId: id });
const ofReturn = z.object({ orderId: id, returnId: id });
const ofCustomer = z.object({ customerId: id });
const ofMember = z.object({ customerId: id, programmeId: z.string() });

const order = '019ab3c0-0000-7000-8000-000000000001';
const thing = '019ab3c0-0000-7000-8000-000000000002';
const other = '019ab3c0-0000-7000-8000-000000000003';

const returnExample = { orderId: order, returnId: other };
const memberExample = { customerId: other, programmeId: 'circle' };
const productsAndVariants = z.object({ productIds: ids, variantIds: ids });
const productExample = { productIds: [thing], variantIds: [other] };

/**
 * Every kind of event of the engine. Payloads are ids and small facts: who wants more asks the API. Fields may be added,
 * none is taken away or changes its meaning.
 */
export const EVENT_CATALOGUE = {
  'product.changed': told('Products were made, changed or retired.', z.object({ productIds: ids, slugs }), {
    productIds: [thing],
    slugs: ['tea-mug'],
  }),
  'category.changed': told('Categories were made, changed or moved.', z.object({ categoryIds: ids, slugs }), {
    categoryIds: [thing],
    slugs: ['tableware'],
  }),
  'price.changed': told(
    'Prices of variants changed, or will at a time.',
    productsAndVariants,
    productExample,
  ),
  'stock.class-changed': told(
    'What shoppers are told about the stock of variants changed.',
    productsAndVariants,
    productExample,
  ),
  'stock.low': told(
    'Variants run low in places that are watched. Told once, and again only after there was more.',
    z.object({
      levels: z.array(
        z.object({ variantId: id, productId: id, locationId: id, available: z.int(), lowAt: z.int() }),
      ),
    }),
    {
      levels: [{ variantId: other, productId: thing, locationId: 'warehouse', available: 3, lowAt: 5 }],
    },
  ),
  'stock.count-approved': told(
    'What was counted in a place was booked.',
    z.object({ countId: id, locationId: id }),
    { countId: other, locationId: 'warehouse' },
  ),
  'stock.count-cancelled': told(
    'A count in a place was ended without booking anything.',
    z.object({ countId: id, locationId: id }),
    { countId: other, locationId: 'warehouse' },
  ),
  'promotions.changed': told(
    'Promotions, or how they work together, changed.',
    z.object({ promotionIds: ids.optional(), settings: z.boolean().optional() }),
    { promotionIds: ['spring-sale'] },
  ),
  'channel.changed': told('Channels were made or changed.', z.object({ channelIds: ids }), {
    channelIds: ['online'],
  }),
  'location.changed': told('Stores or warehouses were made or changed.', z.object({ locationIds: ids }), {
    locationIds: ['warehouse'],
  }),
  'order.placed': told('An order was placed.', z.object({ orderId: id, number: z.string() }), {
    orderId: order,
    number: '100042',
  }),
  'order.paid': told('More of an order was paid.', ofOrder, { orderId: order }),
  'order.cancelled': told(
    'An order, or a part of it, was cancelled.',
    z.object({ orderId: id, whole: z.boolean() }),
    { orderId: order, whole: true },
  ),
  'order.allowance-given': told('Money came off an order for goods that stay with the shopper.', ofOrder, {
    orderId: order,
  }),
  'order.goods-offered': told(
    'Goods are to be added to an order, and wait to be paid.',
    z.object({ orderId: id, additionId: id }),
    { orderId: order, additionId: other },
  ),
  'order.goods-added': told('Goods were added to an order.', z.object({ orderId: id, lineIds: ids }), {
    orderId: order,
    lineIds: [thing],
  }),
  'order.goods-withdrawn': told(
    'Goods that were to be added to an order are not held for it any more.',
    z.object({ orderId: id, additionId: id }),
    { orderId: order, additionId: other },
  ),
  'order.corrected': told(
    'Who or where an order is for was written right: its contact, an address, its note.',
    z.object({
      orderId: id,
      fields: z.array(
        z.enum(['email', 'name', 'phone', 'billing', 'note', 'giftMessage', 'address', 'recipient']),
      ),
    }),
    { orderId: order, fields: ['address'] },
  ),
  'order.refunded': told('Money of an order was given back.', ofOrder, { orderId: order }),
  'order.ready': told('Goods of an order wait to be picked up.', z.object({ orderId: id, shipmentId: id }), {
    orderId: order,
    shipmentId: other,
  }),
  'order.fulfilled': told(
    'Goods of an order were sent or handed over.',
    z.object({ orderId: id, shipmentId: id, fulfilment: z.enum(['open', 'partly', 'done']) }),
    { orderId: order, shipmentId: other, fulfilment: 'done' },
  ),
  'order.rerouted': told(
    'A location cannot handle its part of an order; another one will.',
    z.object({ orderId: id, locationId: id }),
    { orderId: order, locationId: 'store-harbour' },
  ),
  'order.stuck': told(
    'A location cannot handle its part of an order, and no other one can.',
    z.object({ orderId: id, locationId: id }),
    { orderId: order, locationId: 'store-harbour' },
  ),
  'return.requested': told('A return was asked for.', ofReturn, returnExample),
  'return.approved': told('A return was approved.', ofReturn, returnExample),
  'return.received': told('The goods of a return came in.', ofReturn, returnExample),
  'return.refunded': told('The money of a return was given back.', ofReturn, returnExample),
  'return.exchanged': told(
    'Other goods went out for what came back.',
    ofReturn.extend({ exchangeOrderId: id }),
    { ...returnExample, exchangeOrderId: thing },
  ),
  'return.rejected': told('A return was rejected.', ofReturn, returnExample),
  'return.cancelled': told('A return was called off.', ofReturn, returnExample),
  'store-credit.issued': told(
    'A customer was given store credit. Minor units.',
    z.object({ customerId: id, amount: z.int(), currency: z.string() }),
    { customerId: other, amount: 1500, currency: 'EUR' },
  ),
  'gift-cards.product-changed': kept(
    'Pieces of a product are gift cards, or are not any more.',
    z.object({ productId: id }),
    { productId: thing },
  ),
  'loyalty.programme-changed': told(
    'A loyalty programme was made or changed.',
    z.object({ programmeId: z.string() }),
    { programmeId: 'circle' },
  ),
  'loyalty.joined': told('A customer became a member of a loyalty programme.', ofMember, memberExample),
  'loyalty.adjusted': told('Points were given or taken away by hand.', ofMember.extend({ points: z.int() }), {
    ...memberExample,
    points: 50,
  }),
  'loyalty.tier-changed': told(
    'A member is in another tier; without `tier` they are in none.',
    ofMember.extend({ tier: z.string().optional(), before: z.string().optional() }),
    { ...memberExample, tier: 'gold', before: 'silver' },
  ),
  'recommendations.changed': kept(
    'Lists of recommended products are others.',
    z.object({ kinds: z.array(z.string()) }),
    { kinds: ['best-selling'] },
  ),
  'customer.created': told('Somebody became a customer.', ofCustomer, { customerId: other }),
  'customer.changed': told('What is known of a customer changed.', ofCustomer, { customerId: other }),
  'customer.merged': told(
    'Two customers turned out to be one: what the first had, the second has.',
    z.object({ fromId: id, intoId: id }),
    { fromId: order, intoId: other },
  ),
  'customer.erased': told('A customer was erased; forget them as well.', ofCustomer, { customerId: other }),
  'account.signed-out': kept('Sessions of a customer ended.', ofCustomer, { customerId: other }),
  'webhook.disabled': told(
    'An endpoint is not told anything any more, because it was gone or took nothing for days.',
    z.object({ endpointId: id, reason: z.string() }),
    { endpointId: other, reason: 'It answered 410: gone for good.' },
  ),
  'stock.allocated': kept(
    'Pieces that came in were given to those who waited for them.',
    z.object({ owners: ids, variantIds: ids }),
    { owners: [`order:${order}`], variantIds: [other] },
  ),
  'list.changed': kept('Lists of products may look different.', z.object({ categoryIds: ids }), {
    categoryIds: [thing],
  }),
  'search.indexed': kept('The search index was changed.', z.object({}), {}),
  'cart.changed': kept('A cart was changed.', z.object({ cartId: id }), { cartId: thing }),
  'delivery.changed': kept(
    'Ways of delivery, or what can be delivered how, changed.',
    z.object({ methodIds: ids.optional(), channelIds: ids.optional(), productIds: ids.optional() }),
    { methodIds: ['standard'] },
  ),
  'tax.changed': kept(
    'Taxes, or what is taxed how, changed.',
    z.object({ tables: z.boolean().optional(), channelIds: ids.optional(), productIds: ids.optional() }),
    { tables: true },
  ),
} satisfies Readonly<Record<string, EventKind>>;

/** What an endpoint gets when staff test it. No endpoint asks for it. */
export const PING = { kind: 'ping', says: 'Somebody tests this endpoint; nothing happened.' } as const;

const entries: readonly (readonly [string, EventKind])[] = Object.entries(EVENT_CATALOGUE);

/** Kinds that other systems can be told, in the catalogue's order. */
export const PUBLIC_KINDS: readonly string[] = entries
  .filter(([, { isPublic }]) => isPublic)
  .map(([kind]) => kind);

function told(says: string, payload: z.ZodObject, example: EventKind['example']): EventKind {
  return { says, payload, example, isPublic: true };
}

function kept(says: string, payload: z.ZodObject, example: EventKind['example']): EventKind {
  return { says, payload, example, isPublic: false };
}
