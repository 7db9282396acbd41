import { z } from '@hono/zod-openapi';
import type { InsteadChoices } from '../additions/additions.views.ts';
import type { CommerceEngine } from '../engine.ts';
import { REFUND_TENDERS } from '../orders/refund-plan.rules.ts';
import {
  RETURN_REASONS,
  type ReturnPolicyView,
  type ReturnView,
  type ShopperReturnView,
} from '../returns/returns.views.ts';
import {
  exchangeSchema,
  prepareExchangeSchema,
  receiveSchema,
  refundPolicySchema,
  refundSchema,
  rejectReturnSchema,
  requestSchema,
  takeBackSchema,
} from '../returns/returns-input.ts';
import type { ChannelView } from '../stores/stores.views.ts';
import { checkoutSchema } from './checkout-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { moneySchema, orNone, type SchemaOf } from './view-schemas.ts';

export const returnParams = z.object({ returnId: z.uuid('expected a UUID') });
const states = ['requested', 'approved', 'received', 'refunded', 'rejected', 'cancelled'] as const;

const shopperReturn = z.strictObject({
  id: z.string(),
  number: z.string(),
  orderId: z.string(),
  state: z.enum(states),
  note: z.string().optional(),
  answer: z.string().optional(),
  lines: z.array(
    z.strictObject({
      lineId: z.string(),
      quantity: z.int(),
      reason: z.enum(RETURN_REASONS),
      resellable: z.int(),
      damaged: z.int(),
      missing: z.int(),
      credit: moneySchema,
    }),
  ),
  credit: moneySchema,
  fee: moneySchema,
  delivery: moneySchema,
  refund: moneySchema.optional(),
  instead: z
    .strictObject({
      state: z.enum(['held', 'to-pay', 'added', 'over']),
      additionId: z.string(),
      heldUntil: z.string(),
      lines: z.array(
        z.strictObject({
          lineId: z.string(),
          variantId: z.string(),
          productSlug: z.string(),
          sku: z.string(),
          name: z.string(),
          options: z.string(),
          quantity: z.int(),
          isEven: z.boolean(),
          cost: moneySchema,
        }),
      ),
      total: moneySchema,
      toPay: moneySchema.optional(),
      difference: moneySchema.optional(),
      covered: moneySchema.optional(),
      back: moneySchema.optional(),
      why: z.enum(['return', 'money', 'missing', 'expired', 'withdrawn', 'sold-out']).optional(),
    })
    .optional(),
  exchangedFor: z.strictObject({ orderId: z.string(), number: z.string() }).optional(),
  requestedAt: z.string(),
  updatedAt: z.string(),
});
export const shopperReturnSchema: SchemaOf<ShopperReturnView> = shopperReturn.openapi('ShopperReturn');
const returnSchema: SchemaOf<ReturnView> = shopperReturn
  .extend({ channel: z.string(), locationId: z.string().optional() })
  .openapi('Return');

const choicesSchema: SchemaOf<InsteadChoices> = z
  .strictObject({
    lineId: z.string(),
    variants: z.array(
      z.strictObject({
        variantId: z.string(),
        options: z.string(),
        isSame: z.boolean(),
        most: z.int(),
        difference: moneySchema,
      }),
    ),
  })
  .openapi('InsteadChoices');
export const insteadAnswer = z.object({ choices: z.array(choicesSchema) });
/** The same choices as an answer. */
export function insteadOf(choices: readonly InsteadChoices[]) {
  return { choices: choices.map((each) => ({ ...each, variants: [...each.variants] })) };
}

const withReturn = { return: returnSchema.optional() };
export const returnAnswer = z.looseObject({
  kind: z.enum(['requested', 'no-order', 'too-many', 'too-late', 'not-instead']),
  ...withReturn,
});
export const callOffAnswer = z.looseObject({
  kind: z.enum(['called-off', 'no-return', 'not-now']),
  number: z.string().optional(),
  state: z.enum(states).optional(),
});
const stepAnswer = z.looseObject({ kind: z.enum(['done', 'no-return', 'not-now']), ...withReturn });

const policySchema: SchemaOf<ReturnPolicyView> = z
  .strictObject({
    channel: z.string(),
    tenders: z.record(z.string(), z.array(z.string())),
    returnDays: z.int().optional(),
  })
  .openapi('ReturnPolicy');
const methodSchema = z.strictObject({ method: z.string(), name: z.string() });

/** What staff do with goods that come back. */
export function returnAdminOperations({ returns, payments, stores }: CommerceEngine): Operation[] {
  const step = { method: 'post', needs: 'orders.write', changes: true, params: returnParams } as const;
  /** Each once, whichever currency it is for. */
  function methodsOf({ id: channel, currencies, locales }: ChannelView) {
    const names = currencies.flatMap((currency) =>
      payments
        .methods({ channel, currency, locale: locales[0]!, customerGroup: 'anyone' })
        .map(({ method, name }) => [method, name] as const),
    );
    return [...new Map(names)].map(([method, name]) => ({ method, name }));
  }
  return [
    operation({
      id: 'listReturns',
      summary: 'Returns, newest first',
      method: 'get',
      path: '/returns',
      needs: 'orders.read',
      query: z.object({
        q: z
          .string()
          .max(60)
          .optional()
          .openapi({ description: 'Begin of a number, of the return or its order.' }),
        orderId: z.uuid('expected a UUID').optional(),
        exchangedFor: z
          .uuid('expected a UUID')
          .optional()
          .openapi({ description: 'An order that went out instead.' }),
        state: z.enum(states).optional(),
        limit: z.coerce.number().int().min(1).max(100).optional(),
        after: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
      }),
      answer: z.object({ returns: z.array(returnSchema), next: z.string().optional() }),
      handle: async ({ actor, query }) => {
        const page = await returns.list(actor, query);
        return { ...page, returns: page.returns.map(copyOf) };
      },
    }),
    operation({
      id: 'getReturn',
      summary: 'A return',
      method: 'get',
      path: '/returns/{returnId}',
      needs: 'orders.read',
      params: returnParams,
      answer: z.object({ return: orNone(returnSchema) }),
      handle: async ({ actor, params }) => {
        const found = await returns.get(actor, params.returnId);
        return { return: found ? copyOf(found) : null };
      },
    }),
    operation({
      id: 'requestReturn',
      summary: 'Announces pieces that will come back',
      method: 'post',
      path: '/orders/{orderId}/returns',
      needs: 'orders.write',
      changes: true,
      params: z.object({ orderId: z.uuid('expected a UUID') }),
      body: requestSchema.omit({ orderId: true, key: true }),
      answer: returnAnswer,
      handle: async ({ command, params, body }) => ({
        ...(await returns.request(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'listInsteadChoices',
      summary: 'What can be had instead of pieces of an order that may come back',
      method: 'get',
      path: '/orders/{orderId}/instead-choices',
      needs: 'orders.read',
      params: z.object({ orderId: z.uuid('expected a UUID') }),
      answer: insteadAnswer,
      handle: async ({ actor, params }) => insteadOf(await returns.choices(actor, params.orderId)),
    }),
    operation({
      ...step,
      id: 'approveReturn',
      summary: 'The pieces may come',
      path: '/returns/{returnId}/approvals',
      answer: stepAnswer,
      handle: async ({ command, params }) => ({ ...(await returns.approve(command, params)) }),
    }),
    operation({
      ...step,
      id: 'rejectReturn',
      summary: 'The pieces may not come, and why',
      path: '/returns/{returnId}/rejections',
      body: rejectReturnSchema.omit({ returnId: true }),
      answer: stepAnswer,
      handle: async ({ command, params, body }) => ({
        ...(await returns.reject(command, { ...params, ...body })),
      }),
    }),
    operation({
      ...step,
      id: 'cancelReturn',
      summary: 'The pieces will not come',
      path: '/returns/{returnId}/cancellations',
      answer: stepAnswer,
      handle: async ({ command, params }) => ({ ...(await returns.cancel(command, params)) }),
    }),
    operation({
      ...step,
      id: 'receiveReturn',
      summary: 'The pieces are here: resellable, damaged or missing',
      path: '/returns/{returnId}/receipts',
      body: receiveSchema.omit({ returnId: true }),
      answer: stepAnswer,
      handle: async ({ command, params, body }) => ({
        ...(await returns.receive(command, { ...params, ...body })),
      }),
    }),
    operation({
      ...step,
      id: 'refundReturn',
      summary: 'The money of received pieces goes back, less a fee',
      path: '/returns/{returnId}/refunds',
      body: refundSchema.omit({ returnId: true }),
      answer: z.looseObject({
        kind: z.enum(['done', 'to-pay', 'sold-out', 'no-return', 'not-now', 'fee-too-high', 'barred']),
        ...withReturn,
        toPay: moneySchema.optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await returns.refund(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'quoteRefund',
      summary: 'What the refund of a return would come to, with its parts',
      method: 'post',
      path: '/returns/{returnId}/refund-quotes',
      needs: 'orders.write',
      params: returnParams,
      body: refundSchema.omit({ returnId: true }),
      answer: z.looseObject({
        kind: z.enum(['quoted', 'no-return', 'not-now', 'fee-too-high', 'barred']),
        goods: moneySchema.optional(),
        delivery: moneySchema.optional(),
        choices: z
          .strictObject({ none: moneySchema, proportional: moneySchema, all: moneySchema })
          .optional(),
        fee: moneySchema.optional(),
        amount: moneySchema.optional(),
        back: z
          .array(z.strictObject({ paymentId: z.string(), to: z.enum(REFUND_TENDERS), amount: moneySchema }))
          .optional(),
        instead: z.strictObject({ total: moneySchema, covered: moneySchema, toPay: moneySchema }).optional(),
      }),
      handle: async ({ actor, params, body }) => {
        const quoted = await returns.quoteRefund(actor, { ...params, ...body });
        return quoted.kind === 'quoted'
          ? { ...quoted, back: quoted.back.map((each) => ({ ...each })) }
          : quoted;
      },
    }),
    operation({
      ...step,
      id: 'prepareExchange',
      summary: 'Fills a cart and its checkout with other goods, and tells what the return pays of them',
      path: '/returns/{returnId}/exchange-plans',
      body: prepareExchangeSchema.omit({ returnId: true }),
      answer: z.looseObject({
        kind: z.enum([
          'prepared',
          'goods-refused',
          'no-customer',
          'no-return',
          'not-now',
          'fee-too-high',
          'barred',
        ]),
        market: z.unknown().optional(),
        checkout: checkoutSchema.optional(),
        worth: moneySchema.optional(),
        pays: moneySchema.optional(),
        toPay: moneySchema.optional(),
        back: moneySchema.optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await returns.prepareExchange(command, { ...params, ...body })),
      }),
    }),
    operation({
      ...step,
      id: 'exchangeReturn',
      summary: 'Received pieces pay for other goods: the difference is paid, or goes back',
      path: '/returns/{returnId}/exchanges',
      body: exchangeSchema.omit({ returnId: true }),
      answer: z.looseObject({
        kind: z.enum([
          'exchanged',
          'unpaid',
          'no-customer',
          'no-checkout',
          'price-changed',
          'incomplete',
          'no-return',
          'not-now',
          'fee-too-high',
          'barred',
        ]),
        ...withReturn,
      }),
      handle: async ({ command, params, body }) => ({
        ...(await returns.exchange(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'takeBack',
      summary: 'Goods that lie on the counter: taken, put into stock and refunded at once',
      method: 'post',
      path: '/counter-returns',
      needs: 'orders.write',
      changes: true,
      body: takeBackSchema,
      answer: z.looseObject({
        kind: z.enum(['taken-back', 'no-order', 'too-many', 'fee-too-high', 'barred']),
        ...withReturn,
      }),
      handle: async ({ command, body }) => ({ ...(await returns.takeBack(command, body)) }),
    }),
    operation({
      id: 'listReturnPolicies',
      summary: 'What each channel says of returns, with the ways it is paid',
      method: 'get',
      path: '/refund-policies',
      needs: 'orders.read',
      answer: z.object({
        policies: z.array(z.object({ policy: policySchema, methods: z.array(methodSchema) })),
      }),
      handle: async ({ actor }) => {
        const channels = await stores.channels();
        const policies = await returns.policies(actor);
        return {
          policies: policies.map((policy, at) => ({
            policy: { ...policy, tenders: listsOf(policy.tenders) },
            methods: methodsOf(channels[at]!),
          })),
        };
      },
    }),
    operation({
      id: 'setRefundPolicy',
      summary: 'Says to which tenders a channel’s money goes back',
      method: 'post',
      path: '/refund-policies',
      needs: 'settings.write',
      changes: true,
      body: refundPolicySchema,
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await returns.setRefundPolicy(command, body);
        return { set: true as const };
      },
    }),
  ];
}

function listsOf(tenders: ReturnPolicyView['tenders']) {
  return Object.fromEntries(Object.entries(tenders).map(([method, to]) => [method, [...to]]));
}

function copyOf({ lines, ...each }: ReturnView) {
  return { ...each, lines: lines.map((line) => ({ ...line })) };
}
