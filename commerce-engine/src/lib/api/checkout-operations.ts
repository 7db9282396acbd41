import { z } from '@hono/zod-openapi';
import { bringGiftCardSchema, checkoutPatchSchema, paySchema } from '../checkout/checkout-input.ts';
import type { CommerceEngine } from '../engine.ts';
import {
  bringGiftCardOutcomeSchema,
  checkoutOutcomeSchema,
  checkoutSchema,
  payOutcomeSchema,
} from './checkout-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { orderEventSchema, orderLeftSchema, orderSchema, orderSummarySchema } from './order-schemas.ts';
import { cartParams, marketOf, marketQuery } from './request-schemas.ts';
import { cartOutcomeSchema, orNone } from './view-schemas.ts';

const couponBody = z.strictObject({ code: z.string().max(60) });
const moment = z.iso.datetime({ offset: true, error: 'expected an ISO time such as "2026-12-01T09:00:00Z"' });
const orderParams = z.object({ orderId: z.uuid('expected a UUID') });

/** From a cart to an order. Whoever knows a cart's id may check it out. */
export function checkoutOperations({ cart, checkout, orders }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'addCartCoupon',
      summary: 'Takes a coupon code into a cart',
      method: 'post',
      path: '/carts/{cartId}/coupons',
      guessable: true,
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: couponBody,
      answer: cartOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        cart.addCoupon(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'removeCartCoupon',
      summary: 'Takes a coupon code out of a cart',
      method: 'post',
      path: '/carts/{cartId}/coupon-removals',
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: couponBody,
      answer: cartOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        cart.removeCoupon(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'getCheckout',
      summary: 'What has been filled in, what it costs, and what is missing',
      method: 'get',
      path: '/carts/{cartId}/checkout',
      params: cartParams,
      query: marketQuery,
      answer: z.object({ checkout: orNone(checkoutSchema) }),
      handle: async ({ params, query, actor }) => ({
        checkout: (await checkout.get(marketOf(query), params.cartId, { actor })) ?? null,
      }),
    }),
    operation({
      id: 'updateCheckout',
      summary: 'Fills in, in any order',
      method: 'patch',
      path: '/carts/{cartId}/checkout',
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: checkoutPatchSchema,
      answer: checkoutOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        checkout.update(command, marketOf(query), { ...params, patch: body }),
    }),
    operation({
      id: 'addCheckoutGiftCard',
      summary: 'Brings a gift card that is to pay; what it has is told',
      method: 'post',
      path: '/carts/{cartId}/gift-cards',
      guessable: true,
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: bringGiftCardSchema.omit({ cartId: true }),
      answer: bringGiftCardOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        checkout.addGiftCard(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'removeCheckoutGiftCard',
      summary: 'Takes a gift card out again',
      method: 'post',
      path: '/carts/{cartId}/gift-card-removals',
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: z.strictObject({ id: z.uuid('expected the id of a gift card') }),
      answer: checkoutOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        checkout.removeGiftCard(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'payCheckout',
      summary: 'Pays and places the order. The same key is the same payment',
      method: 'post',
      path: '/carts/{cartId}/payments',
      changes: true,
      params: cartParams,
      query: marketQuery,
      body: paySchema.omit({ cartId: true }),
      answer: payOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        checkout.pay(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'reopenCheckout',
      summary: 'Gives up a payment that is under way',
      method: 'post',
      path: '/carts/{cartId}/checkout-reopenings',
      changes: true,
      params: cartParams,
      query: marketQuery,
      answer: checkoutOutcomeSchema,
      handle: ({ command, params, query }) => checkout.reopen(command, marketOf(query), params),
    }),
    operation({
      id: 'comeBack',
      summary: 'What became of a payment its shopper comes back from',
      method: 'post',
      path: '/carts/{cartId}/checkout-returns',
      params: cartParams,
      query: marketQuery,
      body: z.strictObject({ checkoutId: z.uuid('expected a UUID') }),
      answer: payOutcomeSchema,
      handle: ({ params, query, body }) => checkout.comeBack(marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'openOrder',
      summary: 'An order, for whoever has its key',
      method: 'post',
      path: '/orders/{orderId}/openings',
      guessable: true,
      params: orderParams,
      body: z.strictObject({ key: z.string().max(100) }),
      answer: z.object({ order: orNone(orderSchema) }),
      handle: async ({ params, body }) => ({
        order: (await orders.open(params.orderId, body.key)) ?? null,
      }),
    }),
  ];
}

/** What staff may ask about orders. */
export function orderAdminOperations({ orders, identity }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listOrders',
      summary: 'Orders, newest first',
      method: 'get',
      path: '/orders',
      needs: 'orders.read',
      query: z.object({
        q: z
          .string()
          .max(200)
          .optional()
          .openapi({ description: 'Words, each a part of the number, the email or the name.' }),
        state: z.enum(['open', 'partly', 'done', 'cancelled']).optional(),
        payment: z.enum(['due', 'paid', 'refunded']).optional(),
        channel: z.string().max(63).optional(),
        store: z.string().max(63).optional().openapi({ description: 'Where something of it is picked up.' }),
        placedFrom: moment.optional(),
        placedBefore: moment.optional(),
        customerId: z.uuid('expected the id of a customer').optional(),
        limit: z.coerce.number().int().min(1).max(100).optional(),
        after: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
      }),
      answer: z.object({ orders: z.array(orderSummarySchema), next: z.string().optional() }),
      handle: async ({ actor, query }) => {
        const page = await orders.list(actor, query);
        return { ...page, orders: [...page.orders] };
      },
    }),
    operation({
      id: 'getOrder',
      summary: 'An order with its timeline',
      method: 'get',
      path: '/orders/{orderId}',
      needs: 'orders.read',
      params: orderParams,
      answer: z.object({
        order: orNone(orderSchema),
        timeline: z.array(orderEventSchema),
        left: orderLeftSchema
          .optional()
          .openapi({ description: 'What of it can still be given back; absent = there is no such order.' }),
        customerId: z.string().optional().openapi({ description: 'Absent = a guest’s.' }),
        takenBy: z
          .string()
          .optional()
          .openapi({ description: 'Whoever of the staff took it, `staff:<id>`. Absent = nobody.' }),
        names: z
          .record(z.string(), z.string())
          .openapi({ description: 'Of the staff in its timeline, by their ids.' }),
      }),
      handle: async ({ actor, params }) => {
        const found = await orders.get(actor, params.orderId);
        const timeline = [...(found?.timeline ?? [])];
        const left = await orders.leftOf(actor, params.orderId);
        const takenBy = found?.takenBy;
        const actors = [...timeline.map(({ actor: who }) => who), takenBy ?? ''];
        const staff = actors.flatMap((who) => /^staff:(.+)$/.exec(who)?.[1] ?? []);
        return {
          order: found?.order ?? null,
          timeline,
          ...(left && { left }),
          names: await identity.staffNames([...new Set(staff)]),
          ...(found?.customerId !== undefined && { customerId: found.customerId }),
          ...(takenBy !== undefined && { takenBy }),
        };
      },
    }),
  ];
}
