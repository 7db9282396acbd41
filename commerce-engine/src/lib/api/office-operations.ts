import { z } from '@hono/zod-openapi';
import type { Count } from '../count.ts';
import { timeZoneOf } from '../delivery/time-zones.rules.ts';
import type { CommerceEngine } from '../engine.ts';
import type { WorklistView } from '../office/office.views.ts';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';
import { channelPartsSchema } from '../stores/stores-import.ts';
import { type Operation, operation } from './operation.ts';
import { moneySchema, type SchemaOf } from './view-schemas.ts';

const countSchema: SchemaOf<Count> = z
  .strictObject({ count: z.int(), more: z.boolean() })
  .openapi('Count', { description: '`more` = there are more than that.' });

const worklistSchema: SchemaOf<WorklistView> = z
  .strictObject({
    orders: z
      .strictObject({
        toFulfil: countSchema,
        returnsToApprove: countSchema,
        returnsToRefund: countSchema,
        payments: z.array(
          z.strictObject({
            paymentId: z.string(),
            orderId: z.string(),
            amount: moneySchema,
            problem: z.string(),
            at: z.string(),
          }),
        ),
        stuck: z.array(
          z.strictObject({
            orderId: z.string(),
            number: z.string(),
            locationId: z.string(),
            since: z.string(),
          }),
        ),
      })
      .optional(),
    stock: z
      .strictObject({
        low: countSchema,
        scarcest: z.array(
          z.strictObject({
            variantId: z.string(),
            productId: z.string(),
            available: z.int(),
            sku: z.string(),
            name: z.string(),
          }),
        ),
      })
      .optional(),
    webhooks: z.strictObject({ dead: countSchema, disabled: z.int() }).optional(),
  })
  .openapi('Worklist');

const channelSchema: SchemaOf<ChannelView> = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['online', 'store', 'call-centre']),
    name: z.string(),
    locales: z.array(z.string()),
    currencies: z.array(z.string()),
    country: z.string(),
    taxDisplay: z.enum(['inclusive', 'exclusive']),
    locations: z.array(z.string()),
  })
  .openapi('Channel');

interface Place extends Pick<LocationView, 'id' | 'kind' | 'name' | 'city'> {
  readonly timeZone?: string;
}

const locationSchema: SchemaOf<Place> = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['warehouse', 'store']),
    name: z.string(),
    city: z.string(),
    timeZone: z
      .string()
      .optional()
      .openapi({ description: 'IANA name of the zone its clock shows; absent = its address is not known.' }),
  })
  .openapi('Location');

/** What the back office asks across domains. */
export function officeAdminOperations({ office, stores }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'getWorklist',
      summary: 'What needs doing, as far as the caller may do it',
      method: 'get',
      path: '/worklist',
      needs: 'signed-in',
      answer: worklistSchema,
      handle: ({ actor }) => office.worklist(actor),
    }),
    operation({
      id: 'listChannels',
      summary: 'Ways the shop sells, in the order they were set up',
      method: 'get',
      path: '/channels',
      needs: 'signed-in',
      answer: z.object({ channels: z.array(channelSchema) }),
      handle: async () => ({ channels: [...(await stores.channels())] }),
    }),
    operation({
      id: 'changeChannel',
      summary: 'Changes a channel’s name, whether its prices hold tax, or where it sells from',
      method: 'patch',
      path: '/channels/{channelId}',
      needs: 'settings.write',
      changes: true,
      params: z.object({ channelId: z.string().max(63) }),
      body: z.strictObject(channelPartsSchema).partial(),
      answer: z.object({ kind: z.enum(['changed', 'unchanged']), channel: channelSchema }),
      handle: async ({ command, params, body }) => ({
        ...(await stores.changeChannel(command, { id: params.channelId, patch: body })),
      }),
    }),
    operation({
      id: 'listLocations',
      summary: 'Places with stock, in the order they were set up',
      method: 'get',
      path: '/locations',
      needs: 'signed-in',
      answer: z.object({ locations: z.array(locationSchema) }),
      handle: async () => ({
        locations: (await stores.locations()).map(({ id, kind, name, city, address }) => ({
          id,
          kind,
          name,
          city,
          ...(address && { timeZone: timeZoneOf(address.country) }),
        })),
      }),
    }),
  ];
}
