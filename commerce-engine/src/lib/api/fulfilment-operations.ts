import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import type { ShipmentView } from '../fulfilment/fulfilment.views.ts';
import {
  handOverSchema,
  readySchema,
  rejectSchema,
  sendersSchema,
  shipSchema,
} from '../fulfilment/fulfilment-input.ts';
import type { Allocation } from '../inventory/inventory.ts';
import { allowanceSchema, cancelSchema, correctionSchema } from '../orders/order-input.ts';
import { markPaidSchema } from '../payments/mark-paid.ts';
import { type Operation, operation } from './operation.ts';
import { returnAdminOperations } from './return-operations.ts';
import { moneySchema, type SchemaOf } from './view-schemas.ts';

const orderParams = z.object({ orderId: z.uuid('expected a UUID') });
const pieces = z.array(z.strictObject({ lineId: z.string(), quantity: z.int() }));

/** What everybody sees of a shipment who may see it. */
export const shipmentFields = {
  id: z.string(),
  kind: z.enum(['parcel', 'pickup']),
  state: z.enum(['sent', 'ready', 'handed-over', 'withdrawn']),
  carrier: z.string().optional(),
  tracking: z.string().optional(),
  lines: pieces,
  madeAt: z.string(),
  sentAt: z.string().optional(),
};

const shipmentSchema: SchemaOf<ShipmentView> = z
  .strictObject({ ...shipmentFields, orderId: z.string(), locationId: z.string() })
  .openapi('Shipment');

const keptSchema: SchemaOf<Allocation> = z
  .strictObject({
    variantId: z.string(),
    locationId: z.string(),
    quantity: z.int(),
    backordered: z.int().openapi({ description: 'Pieces that have to come first.' }),
  })
  .openapi('KeptPieces');

/** What an outcome of that kind tells beside it stands in the engine's types; here are the kinds. */
function outcomeOf<const Kinds extends readonly [string, ...string[]]>(
  kinds: Kinds,
  more: z.ZodRawShape = {},
) {
  return z.looseObject({ kind: z.enum(kinds), ...more });
}

const REFUSALS = [
  'no-order',
  'too-many',
  'not-there',
  'other-way',
  'several-deliveries',
  'not-paid',
] as const;
const withShipment = { shipment: shipmentSchema.optional() };

/** What staff do with orders after they were placed. */
export function fulfilmentAdminOperations(engine: CommerceEngine): Operation[] {
  const { fulfilment, orders, payments } = engine;
  return [
    ...returnAdminOperations(engine),
    operation({
      id: 'listShipments',
      summary: 'Parcels and pickups of an order, in the order they were made, and where the rest is kept',
      method: 'get',
      path: '/orders/{orderId}/shipments',
      needs: 'orders.read',
      params: orderParams,
      answer: z.object({ shipments: z.array(shipmentSchema), kept: z.array(keptSchema) }),
      handle: async ({ actor, params }) => ({
        shipments: (await fulfilment.shipments(actor, params.orderId)).map(copyOf),
        kept: [...(await fulfilment.kept(actor, params.orderId))],
      }),
    }),
    operation({
      id: 'shipOrder',
      summary: 'Sends pieces that are kept at a location as one parcel',
      method: 'post',
      path: '/orders/{orderId}/shipments',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: shipSchema.omit({ orderId: true }),
      answer: outcomeOf(['shipped', ...REFUSALS], withShipment),
      handle: async ({ command, params, body }) => ({
        ...(await fulfilment.ship(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'markReadyForPickup',
      summary: 'Lays pieces ready at a store; tells the code their shopper will show',
      method: 'post',
      path: '/orders/{orderId}/pickups',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: readySchema.omit({ orderId: true }),
      answer: outcomeOf(['ready', ...REFUSALS], { ...withShipment, code: z.string().optional() }),
      handle: async ({ command, params, body }) => ({
        ...(await fulfilment.markReady(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'handOverPickup',
      summary: 'The shopper takes a pickup along',
      method: 'post',
      path: '/orders/{orderId}/pickups/{shipmentId}/hand-overs',
      needs: 'orders.write',
      changes: true,
      params: orderParams.extend({ shipmentId: z.uuid('expected a UUID') }),
      body: handOverSchema.omit({ orderId: true, shipmentId: true }),
      answer: outcomeOf(
        ['handed-over', 'wrong-code', 'not-ready', 'nothing-left', ...REFUSALS],
        withShipment,
      ),
      handle: async ({ command, params, body }) => ({
        ...(await fulfilment.handOver(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'rejectFulfilment',
      summary: 'A location cannot send these pieces: another is to',
      method: 'post',
      path: '/orders/{orderId}/fulfilment-rejections',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: rejectSchema.omit({ orderId: true }),
      answer: outcomeOf(['moved', 'nowhere-else', ...REFUSALS]),
      handle: async ({ command, params, body }) => ({
        ...(await fulfilment.reject(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'listSenders',
      summary: 'Which locations send parcels',
      method: 'get',
      path: '/fulfilment-senders',
      needs: 'settings.write',
      answer: z.object({ senders: sendersSchema }),
      handle: async ({ actor }) => ({ senders: await fulfilment.senders(actor) }),
    }),
    operation({
      id: 'setSenders',
      summary: 'Says which locations send parcels',
      method: 'post',
      path: '/fulfilment-senders',
      needs: 'settings.write',
      changes: true,
      body: z.strictObject({ senders: sendersSchema }),
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await fulfilment.setSenders(command, body.senders);
        return { set: true as const };
      },
    }),
    operation({
      id: 'getShipmentDocument',
      summary: 'A page for printing, as HTML; `null` when the shipment has none of that kind',
      method: 'get',
      path: '/shipments/{shipmentId}/documents/{kind}',
      needs: 'orders.read',
      params: z.object({
        shipmentId: z.uuid('expected a UUID'),
        kind: z.enum(['packing-slip', 'pickup-note']),
      }),
      query: z.object({
        locale: z
          .string()
          .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a locale such as "de" or "de-AT"')
          .optional()
          .openapi({ description: 'Default the order’s.' }),
      }),
      answer: z.object({ html: z.string().nullable() }),
      handle: async ({ actor, params, query }) => ({
        html: (await fulfilment.document(actor, { ...params, ...query })) ?? null,
      }),
    }),
    operation({
      id: 'getPackingSlip',
      summary:
        'A packing slip before anything is sent, as HTML; `null` when so many pieces are not open, or go several ways',
      method: 'get',
      path: '/orders/{orderId}/packing-slip',
      needs: 'orders.read',
      params: orderParams,
      query: z.object({
        locationId: z.string().min(1).max(200).openapi({ description: 'Where it is packed.' }),
        lines: z
          .string()
          .max(10_000)
          .regex(
            /^[\w-]+\*\d{1,5}(,[\w-]+\*\d{1,5})*$/,
            'expected lines with their pieces, such as "<line id>*2,<line id>*1"',
          )
          .openapi({ description: 'Ids of lines with their pieces: `<id>*2,<id>*1`.' }),
      }),
      answer: z.object({ html: z.string().nullable() }),
      handle: async ({ actor, params, query: { lines, locationId } }) => {
        const pieces = lines.split(',').map((each) => {
          const [lineId = '', quantity = ''] = each.split('*');
          return { lineId, quantity: Number(quantity) };
        });
        return {
          html: (await fulfilment.slipToPack(actor, { ...params, locationId, lines: pieces })) ?? null,
        };
      },
    }),
    operation({
      id: 'cancelOrder',
      summary: 'Cancels what is not on its way yet, whole or in pieces, and gives the money back',
      method: 'post',
      path: '/orders/{orderId}/cancellations',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: cancelSchema.omit({ orderId: true }),
      answer: outcomeOf(['cancelled', 'no-order', 'nothing-open', 'too-many', 'not-there'], {
        amount: moneySchema.optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await orders.cancel(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'giveAllowance',
      summary:
        'Gives money back for goods that stay with the shopper: of a line, a delivery or the order as a whole',
      method: 'post',
      path: '/orders/{orderId}/allowances',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: allowanceSchema.omit({ orderId: true }),
      answer: outcomeOf(['given', 'no-order', 'unknown-part', 'too-much', 'barred'], {
        amount: moneySchema.optional(),
        back: moneySchema.optional(),
        owed: moneySchema.optional(),
        most: moneySchema.optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await orders.giveAllowance(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'correctOrder',
      summary: 'Writes right who and where an order is for, while that changes no price',
      method: 'post',
      path: '/orders/{orderId}/corrections',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      body: correctionSchema.omit({ orderId: true }),
      answer: outcomeOf(['corrected', 'no-order', 'not-now', 'other-price'], {
        fields: z.array(z.string()).optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await orders.correct(command, { ...params, ...body })),
      }),
    }),
    operation({
      id: 'confirmOrderAgain',
      summary: 'Has the confirmation written to the shopper once more',
      method: 'post',
      path: '/orders/{orderId}/confirmations',
      needs: 'orders.write',
      changes: true,
      params: orderParams,
      answer: outcomeOf(['queued', 'no-order', 'erased'], { to: z.string().optional() }),
      handle: async ({ command, params }) => ({ ...(await orders.confirmAgain(command, params)) }),
    }),
    operation({
      id: 'markPaymentPaid',
      summary: 'Money came that no provider tells of, such as a bank transfer',
      method: 'post',
      path: '/payments/{paymentId}/receipts',
      needs: 'orders.write',
      changes: true,
      params: z.object({ paymentId: z.uuid('expected a UUID') }),
      body: markPaidSchema.omit({ paymentId: true }),
      answer: outcomeOf(['marked', 'not-awaited', 'too-much'], {
        amount: moneySchema.optional(),
        left: moneySchema.optional(),
      }),
      handle: async ({ command, params, body }) => ({
        ...(await payments.markPaid(command, { ...params, ...body })),
      }),
    }),
  ];
}

function copyOf({ lines, ...shipment }: ShipmentView) {
  return { ...shipment, lines: lines.map((line) => ({ ...line })) };
}
