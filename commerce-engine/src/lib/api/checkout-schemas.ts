import { z } from '@hono/zod-openapi';
import type {
  BringGiftCardOutcome,
  CheckoutOutcome,
  CheckoutView,
  PayOutcome,
} from '../checkout/checkout.views.ts';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import { giftCardRefusals } from './gift-card-operations.ts';
import {
  addressView,
  contactView,
  declineCodes,
  discountView,
  reliefView,
  taxView,
} from './order-schemas.ts';
import { cartSchema, moneySchema, type SchemaOf } from './view-schemas.ts';

const requirement = z.enum([
  'cart',
  'contact',
  'address',
  'delivery',
  'store',
  'slot',
  'delivery-unavailable',
  'terms',
  'payment',
]);
const reason = z.enum([...declineCodes, 'sold-out']);

const kind = z.enum(deliveryKinds);
const option = z.strictObject({
  methodId: z.string(),
  kind,
  name: z.string(),
  price: moneySchema,
  promise: z.strictObject({ earliest: z.string(), latest: z.string() }).optional(),
  stores: z.array(z.strictObject({ id: z.string(), name: z.string(), city: z.string() })).optional(),
  hasSlots: z.boolean(),
});
const chosenDelivery = z.strictObject({
  methodId: z.string(),
  storeId: z.string().optional(),
  slot: z.string().optional(),
});

export const paymentMethodSchema = z.strictObject({
  provider: z.string(),
  method: z.string(),
  name: z.string(),
  hint: z.string().optional(),
  choices: z.array(z.strictObject({ token: z.string(), name: z.string() })).optional(),
});

export const checkoutSchema: SchemaOf<CheckoutView> = z
  .strictObject({
    id: z.string(),
    cartId: z.string(),
    state: z.enum(['open', 'paying', 'placed']),
    cart: cartSchema,
    contact: contactView.partial().optional(),
    address: addressView.optional(),
    billing: addressView.optional(),
    note: z.string().optional(),
    vatId: z.string().optional(),
    giftMessage: z.string().optional(),
    terms: z.boolean(),
    unfinished: z.record(z.string(), z.string()).optional(),
    country: z.string(),
    options: z.array(option),
    delivery: chosenDelivery.optional(),
    otherDeliveries: z.array(
      z.strictObject({
        kind,
        lineIds: z.array(z.string()),
        options: z.array(option),
        delivery: chosenDelivery.optional(),
      }),
    ),
    lineWays: z.array(
      z.strictObject({
        lineId: z.string(),
        ways: z.array(kind),
        way: kind.optional(),
        isApart: z.boolean(),
      }),
    ),
    prices: z.enum(['inclusive', 'exclusive']),
    goods: moneySchema,
    deliveryTotal: moneySchema.optional(),
    discounts: z.array(discountView),
    tax: moneySchema,
    taxes: z.array(taxView),
    waived: moneySchema.optional(),
    reliefs: z.array(reliefView).readonly().optional(),
    isVatUnproven: z.literal(true).optional(),
    total: moneySchema,
    tenders: z.strictObject({
      giftCards: z.array(
        z.strictObject({ id: z.string(), last4: z.string(), balance: moneySchema, pays: moneySchema }),
      ),
      storeCredit: z.strictObject({ balance: moneySchema, most: moneySchema, pays: moneySchema }).optional(),
      points: z
        .strictObject({
          programmeId: z.string(),
          name: z.string(),
          balance: z.int(),
          most: z.strictObject({ points: z.int(), amount: moneySchema }),
          chosen: z.union([z.literal(true), z.int()]).optional(),
          pays: z.strictObject({ points: z.int(), amount: moneySchema }),
        })
        .optional(),
    }),
    rest: moneySchema,
    moneyOnly: moneySchema.optional(),
    earns: z
      .strictObject({
        programmeId: z.string(),
        name: z.string(),
        points: z.int(),
        isMember: z.boolean(),
      })
      .optional(),
    seen: z.string(),
    missing: z.array(requirement),
    methods: z.array(paymentMethodSchema),
    payment: z.strictObject({ provider: z.string(), method: z.string() }).optional(),
    declined: reason.optional(),
    actionUrl: z.string().optional(),
  })
  .openapi('Checkout');

export const checkoutOutcomeSchema: SchemaOf<CheckoutOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('changed'), checkout: checkoutSchema }),
    z.strictObject({ kind: z.literal('no-cart') }),
    z.strictObject({ kind: z.literal('being-paid'), checkout: checkoutSchema }),
  ])
  .openapi('CheckoutOutcome');

export const bringGiftCardOutcomeSchema: SchemaOf<BringGiftCardOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('changed'), checkout: checkoutSchema }),
    z.strictObject({ kind: z.literal('no-cart') }),
    z.strictObject({ kind: z.literal('being-paid'), checkout: checkoutSchema }),
    z.strictObject({
      kind: z.literal('gift-card-refused'),
      reason: giftCardRefusals,
      checkout: checkoutSchema,
    }),
    z.strictObject({ kind: z.literal('too-many-gift-cards'), most: z.int(), checkout: checkoutSchema }),
  ])
  .openapi('BringGiftCardOutcome');

export const payOutcomeSchema: SchemaOf<PayOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('placed'),
      order: z.strictObject({ id: z.string(), number: z.string(), key: z.string() }),
    }),
    z.strictObject({ kind: z.literal('action'), url: z.string() }),
    z.strictObject({ kind: z.literal('pending') }),
    z.strictObject({ kind: z.literal('declined'), reason, checkout: checkoutSchema }),
    z.strictObject({ kind: z.literal('price-changed'), checkout: checkoutSchema }),
    z.strictObject({
      kind: z.literal('incomplete'),
      missing: z.array(requirement),
      checkout: checkoutSchema,
    }),
    z.strictObject({
      kind: z.literal('not-enough'),
      short: z.array(z.strictObject({ variantId: z.string(), name: z.string(), free: z.int() })),
      checkout: checkoutSchema,
    }),
    z.strictObject({ kind: z.literal('coupon-used-up'), code: z.string(), checkout: checkoutSchema }),
    z.strictObject({ kind: z.literal('slot-full'), checkout: checkoutSchema }),
    z.strictObject({
      kind: z.literal('gift-card-refused'),
      place: z.int(),
      reason: giftCardRefusals,
      checkout: checkoutSchema,
    }),
    z.strictObject({ kind: z.literal('no-cart') }),
  ])
  .openapi('PayOutcome');
