import { z } from '@hono/zod-openapi';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import { deliveryAskSchema, slotAskSchema } from '../delivery/delivery-ask.ts';
import {
  channelDeliverySchema,
  createMethodSchema,
  methodMoveSchema,
  methodPatchSchema,
  methodsSchema,
  productDeliverySchema,
  staffMethodSchema,
} from '../delivery/delivery-input.ts';
import type { CommerceEngine } from '../engine.ts';
import { type Operation, operation } from './operation.ts';
import { marketOf, marketQuery } from './request-schemas.ts';

const moneySchema = z.object({ amount: z.int(), currency: z.string() });

const optionSchema = z
  .object({
    methodId: z.string(),
    kind: z.enum(deliveryKinds),
    name: z.string(),
    price: moneySchema,
    promise: z.object({ earliest: z.iso.date(), latest: z.iso.date() }),
    stores: z
      .array(z.object({ storeId: z.string(), name: z.string(), city: z.string(), available: z.boolean() }))
      .optional(),
  })
  .openapi('DeliveryOption');

const refusalSchema = z
  .object({
    methodId: z.string(),
    reason: z.enum([
      'other-channel',
      'not-now',
      'needs-address',
      'not-there',
      'no-price',
      'too-heavy',
      'not-for-lines',
      'no-store',
    ]),
    maxWeight: z.int().optional().openapi({ description: 'Grams; with `too-heavy`.' }),
    lineIds: z.array(z.string()).optional().openapi({ description: 'With `not-for-lines`.' }),
  })
  .openapi('DeliveryRefusal');

const slotSchema = z.object({
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  free: z.int().openapi({ description: 'How many orders can still come.' }),
});

/** What shoppers may ask about delivery. Asked by POST: an address does not belong into the address of a request. */
export function deliveryStoreOperations({ delivery }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'findDeliveryOptions',
      summary: 'Ways to get goods to the shopper, and why others are not offered',
      method: 'post',
      path: '/delivery-options',
      query: marketQuery,
      body: deliveryAskSchema,
      answer: z.object({ offered: z.array(optionSchema), refused: z.array(refusalSchema) }),
      handle: async ({ query, body }) => {
        const { offered, refused } = await delivery.options(marketOf(query), body);
        return {
          offered: offered.map(({ stores, ...option }) => ({
            ...option,
            ...(stores && { stores: [...stores] }),
          })),
          refused: refused.map((refusal) =>
            'lineIds' in refusal ? { ...refusal, lineIds: [...refusal.lineIds] } : { ...refusal },
          ),
        };
      },
    }),
    operation({
      id: 'findPickupSlots',
      summary: 'When goods can be picked up at a store; `null` when any time will do',
      method: 'post',
      path: '/pickup-slots',
      body: slotAskSchema,
      answer: z.object({ slots: z.array(slotSchema).nullable() }),
      handle: async ({ body }) => {
        const slots = await delivery.slots(body);
        return { slots: slots ? [...slots] : null };
      },
    }),
  ];
}

const byMethod = z.object({ methodId: z.string().max(200) });

/** What staff may change about delivery. */
export function deliveryAdminOperations({ delivery }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listDeliveryMethods',
      summary: 'All delivery methods in the order they are offered, those that are not any more too',
      method: 'get',
      path: '/delivery-methods',
      needs: 'settings.write',
      answer: z.object({ methods: z.array(staffMethodSchema) }),
      handle: async ({ actor }) => ({ methods: [...(await delivery.everyMethod(actor))] }),
    }),
    operation({
      id: 'createDeliveryMethod',
      summary: 'Makes a delivery method; it is offered after all others',
      method: 'post',
      path: '/delivery-methods',
      needs: 'settings.write',
      changes: true,
      body: createMethodSchema,
      answer: staffMethodSchema,
      handle: ({ command, body }) => delivery.createMethod(command, body),
    }),
    operation({
      id: 'changeDeliveryMethod',
      summary: 'Changes parts of a delivery method; what is not named stays, `null` takes a limit away',
      method: 'patch',
      path: '/delivery-methods/{methodId}',
      needs: 'settings.write',
      changes: true,
      params: byMethod,
      body: methodPatchSchema,
      answer: z.looseObject({ kind: z.enum(['changed', 'unchanged', 'changed-meanwhile', 'no-method']) }),
      handle: async ({ command, params, body }) => ({
        ...(await delivery.changeMethod(command, { id: params.methodId, ...body })),
      }),
    }),
    operation({
      id: 'moveDeliveryMethod',
      summary: 'Puts a delivery method to another place in the order they are offered',
      method: 'post',
      path: '/delivery-methods/{methodId}/moves',
      needs: 'settings.write',
      changes: true,
      params: byMethod,
      body: methodMoveSchema.omit({ id: true }),
      answer: z.object({ kind: z.enum(['moved', 'unchanged', 'no-method']) }),
      handle: ({ command, params, body }) => delivery.moveMethod(command, { id: params.methodId, ...body }),
    }),
    operation({
      id: 'listChannelDelivery',
      summary: 'By which clocks and holidays each channel delivers',
      method: 'get',
      path: '/channel-delivery',
      needs: 'settings.write',
      answer: z.object({ channels: z.array(channelDeliverySchema) }),
      handle: async ({ actor }) => ({ channels: [...(await delivery.calendars(actor))] }),
    }),
    operation({
      id: 'importDeliveryMethods',
      summary: 'Makes or changes delivery methods by id',
      method: 'post',
      path: '/delivery-method-imports',
      needs: 'settings.write',
      changes: true,
      body: z.strictObject({ methods: methodsSchema }),
      answer: z.object({
        outcomes: z.array(z.object({ id: z.string(), kind: z.enum(['created', 'changed', 'unchanged']) })),
      }),
      handle: async ({ command, body }) => ({
        outcomes: await delivery.importDeliveryMethods(command, body.methods),
      }),
    }),
    operation({
      id: 'setChannelDelivery',
      summary: 'Says by which clocks and holidays a channel delivers',
      method: 'post',
      path: '/channel-delivery',
      needs: 'settings.write',
      changes: true,
      body: channelDeliverySchema,
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await delivery.setChannelDelivery(command, body);
        return { set: true as const };
      },
    }),
    operation({
      id: 'setProductDelivery',
      summary: 'Says how products can reach the shopper',
      method: 'post',
      path: '/product-delivery',
      needs: 'settings.write',
      changes: true,
      body: z.strictObject({ products: productDeliverySchema }),
      answer: z.object({ changed: z.int() }),
      handle: ({ command, body }) => delivery.setProductDelivery(command, body.products),
    }),
  ];
}
