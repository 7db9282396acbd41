import { z } from '@hono/zod-openapi';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import type { OrderEventView, OrderLeftView, OrderSummaryView, OrderView } from '../orders/orders.views.ts';
import type { PaymentView } from '../payments/payments.views.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';
import {
  components,
  giftCardView,
  mediaView,
  moneySchema,
  type SchemaOf,
  shipsFrom,
} from './view-schemas.ts';

export const declineCodes = [
  'declined',
  'insufficient-funds',
  'expired',
  'authentication-failed',
  'unavailable',
] as const;

export const addressView = z
  .strictObject({
    name: z.string(),
    company: z.string().optional(),
    street: z.string(),
    extra: z.string().optional(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string().optional(),
    country: z.string(),
  })
  .openapi('Address');

export const contactView = z.strictObject({
  email: z.string(),
  name: z.string(),
  phone: z.string().optional(),
});

export const discountView = z.strictObject({
  promotionId: z.string(),
  name: z.string(),
  code: z.string().optional(),
  amount: moneySchema,
});

export const taxView = z.strictObject({
  name: z.string(),
  rate: z.string(),
  taxable: moneySchema,
  amount: moneySchema,
});

const paymentSchema: SchemaOf<PaymentView> = z
  .strictObject({
    id: z.string(),
    provider: z.string(),
    method: z.string(),
    state: z.enum(['started', 'action', 'pending', 'authorised', 'declined', 'cancelled']),
    amount: moneySchema,
    captured: moneySchema,
    refunded: moneySchema,
    label: z.string().optional(),
    declined: z.enum(declineCodes).optional(),
    startedAt: z.string(),
  })
  .openapi('Payment');

const head = {
  id: z.string(),
  number: z.string(),
  state: z.enum(['placed', 'cancelled']),
  channel: z.string(),
  placedAt: z.string(),
  total: moneySchema,
  owed: moneySchema,
  paid: moneySchema,
  refunded: moneySchema,
  fulfilment: z.enum(['open', 'partly', 'done']),
};

export const orderSummarySchema: SchemaOf<OrderSummaryView> = z
  .strictObject({ ...head, email: z.string(), name: z.string(), pieces: z.int() })
  .openapi('OrderSummary');

export const reliefView: SchemaOf<TaxRelief> & z.core.$ZodTypeDiscriminable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reverse-charge'), vatId: z.string() }),
  z.strictObject({ kind: z.literal('certificate'), number: z.string() }),
]);

export const orderSchema: SchemaOf<OrderView> = z
  .strictObject({
    ...head,
    locale: z.string(),
    currency: z.string(),
    prices: z.enum(['inclusive', 'exclusive']),
    contact: contactView,
    billing: addressView.optional(),
    vatId: z.string().optional(),
    note: z.string().optional(),
    giftMessage: z.string().optional(),
    lines: z.array(
      z.strictObject({
        id: z.string(),
        deliveryId: z.string(),
        variantId: z.string(),
        productId: z.string(),
        productSlug: z.string(),
        sku: z.string(),
        name: z.string(),
        options: z.string(),
        media: mediaView.optional(),
        components,
        quantity: z.int(),
        unitPrice: moneySchema,
        unitRegular: moneySchema,
        discount: moneySchema,
        total: moneySchema,
        shipsFrom: shipsFrom.optional(),
        giftCard: giftCardView,
        fulfilled: z.int(),
        cancelled: z.int(),
        returned: z.int(),
        allowance: moneySchema,
      }),
    ),
    deliveries: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(deliveryKinds),
        methodId: z.string(),
        name: z.string(),
        address: addressView.optional(),
        store: z.strictObject({ id: z.string(), name: z.string(), city: z.string() }).optional(),
        slot: z.string().optional(),
        price: moneySchema,
        discount: moneySchema,
        total: moneySchema,
        givenBack: moneySchema,
      }),
    ),
    discounts: z.array(discountView),
    goods: moneySchema,
    delivery: moneySchema,
    discount: moneySchema,
    tax: moneySchema,
    taxes: z.array(taxView),
    waived: moneySchema.optional(),
    reliefs: z.array(reliefView).readonly().optional(),
    payments: z.array(paymentSchema),
    statement: z.strictObject({
      rows: z.array(
        z.strictObject({
          kind: z.enum(['cancelled', 'returned', 'delivery', 'allowance', 'fee', 'other']),
          amount: moneySchema,
        }),
      ),
      tax: moneySchema,
      deliveryKept: moneySchema,
      toPay: moneySchema,
      toGoBack: moneySchema,
    }),
  })
  .openapi('Order');

export const orderLeftSchema: SchemaOf<OrderLeftView> = z
  .strictObject({
    whole: moneySchema,
    lines: z.array(
      z.strictObject({
        lineId: z.string(),
        left: moneySchema,
        onCards: moneySchema.optional(),
        open: z.array(moneySchema).openapi({
          description: 'What comes off when its next piece is cancelled, its next two, and so on.',
        }),
        charges: z.array(moneySchema).openapi({
          description: 'What of its delivery’s charge falls on as many.',
        }),
      }),
    ),
    deliveries: z.array(z.strictObject({ deliveryId: z.string(), left: moneySchema })),
  })
  .openapi('OrderLeft');

export const orderEventSchema: SchemaOf<OrderEventView> = z
  .strictObject({
    at: z.string(),
    kind: z.string(),
    actor: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('OrderEvent');
