import { z } from '@hono/zod-openapi';
import { HAND_REASONS } from '../cart/by-hand.rules.ts';
import { ALLOWED_DISCOUNTS } from '../catalog/allowed-discounts.rules.ts';
import { checkoutPatchSchema } from '../checkout/checkout-input.ts';
import type { CommerceEngine } from '../engine.ts';
import {
  lineByHandSchema,
  listStaffCartsSchema,
  openStaffCartSchema,
  placeStaffCartSchema,
  staffCouponSchema,
  staffLineSchema,
  staffQuantitySchema,
  wholeByHandSchema,
} from '../staff-carts/staff-cart-input.ts';
import type { StaffCartSummaryView, StaffCartView } from '../staff-carts/staff-carts.views.ts';
import {
  bringGiftCardOutcomeSchema,
  checkoutOutcomeSchema,
  checkoutSchema,
  payOutcomeSchema,
} from './checkout-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { cartLineParams, cartParams } from './request-schemas.ts';
import { cartSchema, moneySchema, orNone, type SchemaOf } from './view-schemas.ts';

const discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('amount'), amount: z.int() }),
]);
const note = { reason: z.enum(HAND_REASONS), text: z.string().optional(), by: z.string(), at: z.string() };
const handDiscount = z.strictObject({ ...note, discount, currency: z.string().optional() });
const sent = z.strictObject({ to: z.string(), at: z.string(), openedAt: z.string().optional() });
const summary: SchemaOf<StaffCartSummaryView & { readonly openedByName: string }> = z
  .strictObject({
    cartId: z.string(),
    customerId: z.string().optional(),
    name: z.string().optional(),
    email: z.string().optional(),
    openedBy: z.string(),
    openedByName: z.string().openapi({ description: 'Empty = they are not of the staff any more.' }),
    openedAt: z.string(),
    changedAt: z.string(),
    pieces: z.int(),
    total: moneySchema.optional(),
    state: z.enum(['open', 'expired']),
    sent: sent.optional(),
  })
  .openapi('StaffCartSummary');
const staffCart: SchemaOf<StaffCartView> = z
  .strictObject({
    cart: cartSchema,
    channel: z.string(),
    locale: z.string(),
    currency: z.string(),
    customerId: z.string().optional(),
    openedBy: z.string(),
    sent: sent.optional(),
    lines: z.array(
      z.strictObject({
        lineId: z.string(),
        listed: moneySchema,
        allows: z.enum(ALLOWED_DISCOUNTS),
        price: z.strictObject({ ...note, price: moneySchema }).optional(),
        discount: handDiscount.optional(),
      }),
    ),
    byHand: handDiscount.optional(),
    limit: z.int().optional(),
  })
  .openapi('StaffCart');
const outcome = z
  .looseObject({
    kind: z.enum([
      'changed',
      'no-cart',
      'not-allowed-for-goods',
      'beyond-limit',
      'sold-out',
      'not-enough',
      'unknown-variant',
      'unknown-line',
      'bad-recipient',
      'cart-full',
      'bad-quantity',
      'coupon-refused',
    ]),
    cart: staffCart.optional(),
  })
  .openapi('StaffCartOutcome');
const whose = { needs: 'orders.write', changes: true } as const;

/** Carts that staff fill for shoppers, and orders they take so. */
export function staffCartAdminOperations(engine: CommerceEngine): Operation[] {
  return [...fillOperations(engine), ...giveOperations(engine), ...checkoutOperations(engine)];
}

function fillOperations({ staffCarts }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'openStaffCart',
      summary: 'An empty cart that staff fill for a shopper',
      method: 'post',
      path: '/carts',
      ...whose,
      body: openStaffCartSchema,
      answer: z.looseObject({ kind: z.enum(['opened', 'unknown-customer']), cart: staffCart.optional() }),
      handle: async ({ command, body }) => ({ ...(await staffCarts.open(command, body)) }),
    }),
    operation({
      id: 'getStaffCart',
      summary: 'A cart that staff opened, with what was given by hand',
      method: 'get',
      path: '/carts/{cartId}',
      needs: 'orders.write',
      params: cartParams,
      answer: z.object({ cart: orNone(staffCart) }),
      handle: async ({ actor, params }) => ({ cart: (await staffCarts.get(actor, params.cartId)) ?? null }),
    }),
    operation({
      id: 'addStaffCartLine',
      summary: 'Puts goods in',
      method: 'post',
      path: '/carts/{cartId}/lines',
      ...whose,
      params: cartParams,
      body: staffLineSchema.omit({ cartId: true }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await staffCarts.addLine(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'setStaffCartQuantity',
      summary: 'Says how many pieces a line holds; 0 removes it',
      method: 'patch',
      path: '/carts/{cartId}/lines/{lineId}',
      ...whose,
      params: cartLineParams,
      body: staffQuantitySchema.pick({ quantity: true }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await staffCarts.setQuantity(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'addStaffCartCoupon',
      summary: 'Takes a coupon code into a cart',
      method: 'post',
      path: '/carts/{cartId}/coupons',
      ...whose,
      params: cartParams,
      body: staffCouponSchema.pick({ code: true }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await staffCarts.addCoupon(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'removeStaffCartCoupon',
      summary: 'Takes a coupon code out of a cart',
      method: 'post',
      path: '/carts/{cartId}/coupon-removals',
      ...whose,
      params: cartParams,
      body: staffCouponSchema.pick({ code: true }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await staffCarts.removeCoupon(command, { ...params, ...body })),
      }),
    }),
  ];
}

function giveOperations({ staffCarts }: CommerceEngine): Operation[] {
  const gives = { needs: 'discounts.give', changes: true } as const;
  return [
    operation({
      id: 'giveForCartLine',
      summary: 'Gives a line another price or a discount by hand, with the reason; null takes it away',
      method: 'post',
      path: '/carts/{cartId}/lines/{lineId}/by-hand',
      ...gives,
      params: cartLineParams,
      body: z.strictObject({
        price: lineByHandSchema.shape.price,
        discount: lineByHandSchema.shape.discount,
        reason: lineByHandSchema.shape.reason,
        text: lineByHandSchema.shape.text,
      }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await staffCarts.giveForLine(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'giveForCart',
      summary: 'Takes something off a whole cart by hand, with the reason; null takes it away',
      method: 'post',
      path: '/carts/{cartId}/by-hand',
      ...gives,
      params: cartParams,
      body: z.strictObject({
        discount: wholeByHandSchema.shape.discount,
        reason: wholeByHandSchema.shape.reason,
        text: wholeByHandSchema.shape.text,
      }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await staffCarts.giveForWhole(command, { ...params, ...body })),
      }),
    }),
  ];
}

function checkoutOperations({ staffCheckouts, identity }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listStaffCarts',
      summary: 'Carts that staff opened and that are no order yet, changed last first',
      method: 'get',
      path: '/carts',
      needs: 'orders.write',
      query: listStaffCartsSchema,
      answer: z.object({
        carts: z.array(summary),
        next: z.string().optional(),
      }),
      handle: async ({ actor, query }) => {
        const { carts, ...page } = await staffCheckouts.list(actor, query);
        const staff = carts.flatMap(({ openedBy }) => /^staff:(.+)$/.exec(openedBy)?.[1] ?? []);
        const names = await identity.staffNames([...new Set(staff)]);
        const nameOf = (openedBy: string) => names[openedBy.replace('staff:', '')];
        return {
          carts: carts.map((each) => ({ ...each, openedByName: nameOf(each.openedBy) ?? '' })),
          ...page,
        };
      },
    }),
    operation({
      id: 'throwAwayStaffCart',
      summary: 'Takes a cart that staff opened away, with what was filled in for it',
      method: 'delete',
      path: '/carts/{cartId}',
      ...whose,
      params: cartParams,
      answer: z.object({ kind: z.enum(['thrown-away', 'no-cart', 'being-paid']) }),
      handle: ({ command, params }) => staffCheckouts.throwAway(command, params),
    }),
    operation({
      id: 'getStaffCheckout',
      summary: 'What has been filled in, what it costs, what is missing, and how staff can have it paid',
      method: 'get',
      path: '/carts/{cartId}/checkout',
      needs: 'orders.write',
      params: cartParams,
      answer: z.object({ checkout: orNone(checkoutSchema) }),
      handle: async ({ actor, params }) => ({
        checkout: (await staffCheckouts.get(actor, params.cartId)) ?? null,
      }),
    }),
    operation({
      id: 'updateStaffCheckout',
      summary: 'Fills in for the shopper, in any order',
      method: 'patch',
      path: '/carts/{cartId}/checkout',
      ...whose,
      params: cartParams,
      body: checkoutPatchSchema,
      answer: checkoutOutcomeSchema,
      handle: ({ command, params, body }) => staffCheckouts.update(command, { ...params, patch: body }),
    }),
    operation({
      id: 'addStaffCheckoutGiftCard',
      summary: 'Brings a gift card that is to pay',
      method: 'post',
      path: '/carts/{cartId}/gift-cards',
      ...whose,
      guessable: true,
      params: cartParams,
      body: z.strictObject({ code: z.string().min(1).max(60), pin: z.string().min(1).max(20) }),
      answer: bringGiftCardOutcomeSchema,
      handle: ({ command, params, body }) => staffCheckouts.addGiftCard(command, { ...params, ...body }),
    }),
    operation({
      id: 'removeStaffCheckoutGiftCard',
      summary: 'Takes a gift card out again',
      method: 'post',
      path: '/carts/{cartId}/gift-card-removals',
      ...whose,
      params: cartParams,
      body: z.strictObject({ id: z.uuid('expected the id of a gift card') }),
      answer: checkoutOutcomeSchema,
      handle: ({ command, params, body }) => staffCheckouts.removeGiftCard(command, { ...params, ...body }),
    }),
    operation({
      id: 'sendCartLink',
      summary: 'Writes to the shopper where they look through the cart and pay',
      method: 'post',
      path: '/carts/{cartId}/links',
      ...whose,
      params: cartParams,
      answer: z.looseObject({
        kind: z.enum(['queued', 'no-cart', 'empty', 'no-address', 'no-link']),
        to: z.string().optional(),
      }),
      handle: async ({ command, params }) => ({ ...(await staffCheckouts.sendLink(command, params)) }),
    }),
    operation({
      id: 'placeStaffCart',
      summary: 'Places the order, in a way of paying that needs nobody at a form',
      method: 'post',
      path: '/carts/{cartId}/orders',
      ...whose,
      params: cartParams,
      body: placeStaffCartSchema.omit({ cartId: true }),
      answer: z.union([
        payOutcomeSchema,
        z.strictObject({ kind: z.literal('not-by-staff'), methods: z.array(z.string()).readonly() }),
      ]),
      handle: ({ command, params, body }) => staffCheckouts.place(command, { ...params, ...body }),
    }),
  ];
}
