import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import type { ShopperShipmentView } from '../fulfilment/fulfilment.views.ts';
import type { OrderOpening, OrderProgressView } from '../progress/progress.views.ts';
import { callOffSchema, requestSchema } from '../returns/returns-input.ts';
import { shopper } from './account-operations.ts';
import { openAdditionSchema } from './addition-operations.ts';
import { shipmentFields } from './fulfilment-operations.ts';
import { documentSchema, invoiceSchema, transferSchema } from './invoice-operations.ts';
import { type Operation, operation } from './operation.ts';
import { orderSchema } from './order-schemas.ts';
import {
  callOffAnswer,
  insteadAnswer,
  insteadOf,
  returnAnswer,
  returnParams,
  shopperReturnSchema,
} from './return-operations.ts';
import { moneySchema, orNone, type SchemaOf } from './view-schemas.ts';

const shipmentSchema: SchemaOf<ShopperShipmentView> = z
  .strictObject({ ...shipmentFields, code: z.string().optional() })
  .openapi('ShopperShipment');
const progressSchema: SchemaOf<OrderProgressView> = z
  .strictObject({
    shipments: z.array(shipmentSchema),
    returns: z.array(shopperReturnSchema),
    returnable: z.array(
      z.strictObject({ lineId: z.string(), quantity: z.int(), until: z.string().optional() }),
    ),
    allowances: z.array(
      z.strictObject({
        at: z.string(),
        amount: moneySchema,
        reason: z.string(),
        lines: z.array(z.strictObject({ lineId: z.string(), amount: moneySchema })),
        delivery: moneySchema,
      }),
    ),
    cancellations: z.array(
      z.strictObject({
        at: z.string(),
        lines: z.array(z.strictObject({ lineId: z.string(), quantity: z.int() })),
      }),
    ),
    additions: z.array(openAdditionSchema),
    earned: z
      .strictObject({
        programmeId: z.string(),
        name: z.string(),
        points: z.int(),
        usableAt: z.string().optional(),
      })
      .optional(),
    documents: z.array(invoiceSchema),
    transfer: transferSchema.optional(),
  })
  .openapi('OrderProgress');
const progressAnswer = z.object({ progress: orNone(progressSchema) });
const papersAnswer = z.object({
  papers: orNone(z.object({ documents: z.array(documentSchema), receipt: z.string() })),
});
const params = z.object({ orderId: z.uuid('expected a UUID') });
const key = z.string().max(100);

/** What became of an order, for whoever may open it. */
export function progressOperations({ progress, returns }: CommerceEngine): Operation[] {
  const own = { needs: 'customer', params } as const;
  const byKey = { method: 'post', guessable: true, params } as const;
  const told = async (opening: OrderOpening) => ({ progress: (await progress.of(opening)) ?? null });
  const papers = async (opening: OrderOpening) => {
    const found = await progress.papers(opening);
    return { papers: found ? { ...found, documents: [...found.documents] } : null };
  };
  return [
    operation({
      ...own,
      id: 'getMyOrderProgress',
      summary: 'Parcels, pickups, returns and documents of one of one’s own orders',
      method: 'get',
      path: '/my/orders/{orderId}/progress',
      answer: progressAnswer,
      handle: ({ actor, params: { orderId } }) => told({ orderId, actor: shopper(actor) }),
    }),
    operation({
      ...own,
      id: 'getMyOrderInstead',
      summary: 'What can be had instead of pieces of one of one’s own orders that may come back',
      method: 'get',
      path: '/my/orders/{orderId}/instead-choices',
      answer: insteadAnswer,
      handle: async ({ actor, params: { orderId } }) =>
        insteadOf(await progress.instead({ orderId, actor: shopper(actor) })),
    }),
    operation({
      ...own,
      id: 'getMyOrderPapers',
      summary: 'Invoice, credit notes and receipt of one of one’s own orders',
      method: 'get',
      path: '/my/orders/{orderId}/papers',
      answer: papersAnswer,
      handle: ({ actor, params: { orderId } }) => papers({ orderId, actor: shopper(actor) }),
    }),
    operation({
      id: 'lookUpOrder',
      summary: 'An order and where its parcels are, by its number and the email it was placed with',
      method: 'post',
      path: '/order-lookups',
      guessable: true,
      body: z.strictObject({ number: z.string().max(40), email: z.string().max(254) }),
      answer: z.object({ order: orNone(orderSchema), shipments: z.array(shipmentSchema) }),
      handle: async ({ body }) => {
        const found = await progress.lookUp(body);
        return { order: found?.order ?? null, shipments: [...(found?.shipments ?? [])] };
      },
    }),
    operation({
      ...own,
      id: 'requestMyReturn',
      summary: 'Announces pieces of an order that will come back',
      method: 'post',
      path: '/my/orders/{orderId}/returns',
      changes: true,
      body: requestSchema.omit({ orderId: true, key: true }),
      answer: returnAnswer,
      handle: async ({ command, params: { orderId }, body }) => ({
        ...(await returns.request(command, { orderId, ...body })),
      }),
    }),
    operation({
      ...own,
      id: 'callOffMyReturn',
      summary: 'Calls off a return nothing of which has arrived',
      method: 'post',
      path: '/my/orders/{orderId}/returns/{returnId}/cancellations',
      params: params.extend(returnParams.shape),
      changes: true,
      answer: callOffAnswer,
      handle: async ({ command, params: which }) => ({ ...(await returns.callOff(command, which)) }),
    }),
    operation({
      ...byKey,
      id: 'openOrderProgress',
      summary: 'Parcels, pickups, returns and documents of an order, by the key that stands in its link',
      path: '/orders/{orderId}/progress',
      body: z.strictObject({ key }),
      answer: progressAnswer,
      handle: ({ params: { orderId }, body }) => told({ orderId, key: body.key }),
    }),
    operation({
      ...byKey,
      id: 'openOrderInstead',
      summary:
        'What can be had instead of pieces of an order that may come back, by the key that stands in its link',
      path: '/orders/{orderId}/instead-choices',
      body: z.strictObject({ key }),
      answer: insteadAnswer,
      handle: async ({ params: { orderId }, body }) =>
        insteadOf(await progress.instead({ orderId, key: body.key })),
    }),
    operation({
      ...byKey,
      id: 'openOrderPapers',
      summary: 'Invoice, credit notes and receipt of an order, by the key that stands in its link',
      path: '/orders/{orderId}/papers',
      body: z.strictObject({ key }),
      answer: papersAnswer,
      handle: ({ params: { orderId }, body }) => papers({ orderId, key: body.key }),
    }),
    operation({
      ...byKey,
      id: 'requestReturnByKey',
      summary: 'Announces pieces that will come back, by the key that stands in the order’s link',
      path: '/orders/{orderId}/returns',
      changes: true,
      body: requestSchema.omit({ orderId: true }).required({ key: true }),
      answer: returnAnswer,
      handle: async ({ command, params: { orderId }, body }) => ({
        ...(await returns.request(command, { orderId, ...body })),
      }),
    }),
    operation({
      ...byKey,
      id: 'callOffReturnByKey',
      summary: 'Calls off a return nothing of which has arrived, by the key that stands in the order’s link',
      path: '/orders/{orderId}/returns/{returnId}/cancellations',
      params: params.extend(returnParams.shape),
      changes: true,
      body: callOffSchema.pick({ key: true }).required({ key: true }),
      answer: callOffAnswer,
      handle: async ({ command, params: which, body }) => ({
        ...(await returns.callOff(command, { ...which, ...body })),
      }),
    }),
  ];
}
