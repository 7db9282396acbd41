import { z } from '@hono/zod-openapi';
import {
  type AdditionPrice,
  type AdditionView,
  type OpenAdditionView,
  RECEIVED_BY,
} from '../additions/additions.views.ts';
import {
  addGoodsSchema,
  payAdditionSchema,
  quoteAdditionSchema,
  receiveAdditionSchema,
} from '../additions/additions-input.ts';
import type { CommerceEngine } from '../engine.ts';
import { paymentMethodSchema } from './checkout-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { mediaView, moneySchema, type SchemaOf } from './view-schemas.ts';

const states = ['waiting', 'added', 'expired', 'withdrawn'] as const;
const orderParams = z.object({ orderId: z.uuid('expected a UUID') });
const additionParams = z.object({ additionId: z.uuid('expected a UUID') });

const lineSchema = z.strictObject({
  variantId: z.string(),
  productSlug: z.string(),
  sku: z.string(),
  name: z.string(),
  options: z.string(),
  media: mediaView.optional(),
  quantity: z.int(),
  unitPrice: moneySchema,
  discount: moneySchema,
  total: moneySchema,
});
const addition = z.strictObject({
  id: z.string(),
  orderId: z.string(),
  state: z.enum(states),
  lines: z.array(lineSchema),
  tax: moneySchema,
  total: moneySchema,
  returnId: z.string().optional(),
  covered: moneySchema.optional(),
  toPay: moneySchema,
  until: z.string(),
  declined: z.string().optional(),
  madeAt: z.string(),
  updatedAt: z.string(),
});
const additionSchema: SchemaOf<AdditionView> = addition.openapi('Addition');
export const openAdditionSchema: SchemaOf<OpenAdditionView> = addition
  .extend({
    methods: z.array(paymentMethodSchema),
    beingPaid: z.strictObject({ url: z.string().optional() }).optional(),
  })
  .openapi('OpenAddition');

const price = {
  deliveryId: z.string(),
  lines: z.array(lineSchema),
  tax: moneySchema,
  total: moneySchema,
  seen: z.string(),
};
const priceSchema: SchemaOf<AdditionPrice> = z.strictObject(price);
const refusals = ['no-order', 'not-now', 'not-sold', 'bad-quantity', 'no-way', 'not-enough'] as const;
const stepAnswer = z.looseObject({
  kind: z.enum(['done', 'no-addition', 'not-now']),
  addition: additionSchema.optional(),
});

/** Goods that staff add to orders that stand. */
export function additionAdminOperations({ additions }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'quoteAddition',
      summary: 'What goods would cost if they were added to an order now',
      method: 'post',
      path: '/orders/{orderId}/addition-quotes',
      needs: 'orders.write',
      params: orderParams,
      body: quoteAdditionSchema.omit({ orderId: true }),
      answer: z.looseObject({
        kind: z.enum(['quoted', ...refusals]),
        ...z.object(price).partial().shape,
      }),
      handle: async ({ actor, params, body }) => {
        const quoted = await additions.quote(actor, { ...params, ...body });
        return quoted.kind === 'quoted' ? { ...quoted, lines: quoted.lines.map(copyOf) } : { ...quoted };
      },
    }),
    operation({
      id: 'addGoods',
      summary: 'Offers goods to the shopper of an order, or adds them when their money is here',
      method: 'post',
      path: '/orders/{orderId}/additions',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: addGoodsSchema.omit({ orderId: true }),
      answer: z.looseObject({
        kind: z.enum(['added', 'waiting', 'price-changed', ...refusals]),
        addition: additionSchema.optional(),
        price: priceSchema.optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await additions.add(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'listAdditions',
      summary: 'Goods that were or are to be added to an order',
      method: 'get',
      path: '/orders/{orderId}/additions',
      needs: 'orders.read',
      params: orderParams,
      answer: z.object({ additions: z.array(additionSchema), receivedBy: z.array(z.enum(RECEIVED_BY)) }),
      handle: async ({ actor, params }) => ({
        additions: [...(await additions.list(actor, params.orderId))],
        receivedBy: [...RECEIVED_BY],
      }),
    }),
    operation({
      id: 'receiveAddition',
      summary: 'The money of an addition that waits is here',
      method: 'post',
      path: '/additions/{additionId}/receipts',
      needs: 'orders.write',
      changes: true,
      params: additionParams,
      body: receiveAdditionSchema.omit({ additionId: true }),
      answer: stepAnswer,
      handle: async ({ command, params, body }) => ({
        ...(await additions.receive(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'withdrawAddition',
      summary: 'Gives up an addition that waits',
      method: 'post',
      path: '/additions/{additionId}/withdrawals',
      needs: 'orders.write',
      changes: true,
      params: additionParams,
      answer: stepAnswer,
      handle: async ({ command, params }) => ({ ...(await additions.withdraw(command, params)) }),
    }),
  ];
}

const payAnswer = z.looseObject({
  kind: z.enum(['paid', 'action', 'pending', 'declined', 'no-addition', 'not-now']),
  url: z.string().optional(),
  reason: z.string().optional(),
  state: z.enum(states).optional(),
});

/** Shoppers pay goods that were offered to them with an order. */
export function additionOperations({ additions }: CommerceEngine): Operation[] {
  const params = orderParams.extend(additionParams.shape);
  const own = { orderId: true, additionId: true } as const;
  return [
    operation({
      id: 'payMyAddition',
      summary: 'Pays goods that are to be added to one of one’s own orders',
      method: 'post',
      path: '/my/orders/{orderId}/additions/{additionId}/payments',
      needs: 'customer',
      changes: true,
      params,
      body: payAdditionSchema.omit({ ...own, key: true }),
      answer: payAnswer,
      handle: async ({ command, params: which, body }) => ({
        ...(await additions.pay(command, { ...which, ...body })),
      }),
    }),
    operation({
      id: 'payAdditionByKey',
      summary: 'Pays goods that are to be added to an order, by the key that stands in its link',
      method: 'post',
      path: '/orders/{orderId}/additions/{additionId}/payments',
      guessable: true,
      changes: true,
      params,
      body: payAdditionSchema.omit(own).required({ key: true }),
      answer: payAnswer,
      handle: async ({ command, params: which, body }) => ({
        ...(await additions.pay(command, { ...which, ...body })),
      }),
    }),
  ];
}

function copyOf<Line extends object>(line: Line): Line {
  return { ...line };
}
