import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import { deliveriesQuerySchema, endpointSchema, replaySchema } from '../webhooks/endpoint-input.ts';
import { EVENT_CATALOGUE, type EventKind, PING } from '../webhooks/event-catalogue.ts';
import { type Operation, operation } from './operation.ts';
import { orNone } from './view-schemas.ts';

const needs = 'webhooks.write';
const byId = z.object({ id: z.uuid() });

const endpointView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    kinds: z.union([z.literal('all'), z.array(z.string())]),
    state: z.enum(['active', 'disabled']),
    reason: z.string().optional(),
    failingSince: z.iso.datetime().optional(),
    oldSecretEnds: z.iso.datetime().optional(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
  })
  .openapi('WebhookEndpoint');

const deliveryView = z
  .object({
    id: z.uuid(),
    endpointId: z.uuid(),
    eventId: z.uuid().openapi({ description: 'What the endpoint gets as `webhook-id`.' }),
    kind: z.string(),
    payload: z.record(z.string(), z.unknown()),
    at: z.iso.datetime(),
    state: z.enum(['due', 'done', 'dead']),
    tries: z.int(),
    dueAt: z.iso.datetime().optional(),
    lastTriedAt: z.iso.datetime().optional(),
    lastStatus: z.int().optional(),
    lastAnswer: z.string().optional(),
  })
  .openapi('WebhookDelivery');

const outcome = z.looseObject({ kind: z.string() });

/** What staff may ask and change about events that are told to other systems. */
export function webhookAdminOperations(engine: CommerceEngine): Operation[] {
  return [...endpointOperations(engine), ...deliveryOperations(engine)];
}

function endpointOperations({ webhooks }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listEventKinds',
      summary:
        'Kinds of events that other systems can be told, with an example of each; schemas are under `webhooks`',
      method: 'get',
      path: '/event-kinds',
      needs: 'signed-in',
      answer: z.object({
        kinds: z.array(
          z.object({ kind: z.string(), says: z.string(), example: z.record(z.string(), z.unknown()) }),
        ),
      }),
      handle: async () => ({ kinds: webhooks.eventKinds().map((each) => ({ ...each })) }),
    }),
    operation({
      id: 'listWebhookEndpoints',
      summary: 'All endpoints, the oldest first',
      method: 'get',
      path: '/webhook-endpoints',
      needs,
      answer: z.object({ endpoints: z.array(endpointView) }),
      handle: async ({ actor }) => ({ endpoints: (await webhooks.endpoints(actor)).map(writable) }),
    }),
    operation({
      id: 'getWebhookEndpoint',
      summary: 'One endpoint; null when there is none',
      method: 'get',
      path: '/webhook-endpoints/{id}',
      needs,
      params: byId,
      answer: z.object({ endpoint: orNone(endpointView) }),
      handle: async ({ actor, params }) => {
        const found = await webhooks.endpoint(actor, params.id);
        return { endpoint: found ? writable(found) : null };
      },
    }),
    operation({
      id: 'saveWebhookEndpoint',
      summary: 'Makes an endpoint, whose secret is told this once, or changes the one with that id',
      method: 'post',
      path: '/webhook-endpoints',
      needs,
      changes: true,
      body: endpointSchema,
      answer: outcome,
      handle: async ({ command, body }) => ({ ...(await webhooks.saveEndpoint(command, body)) }),
    }),
    operation({
      id: 'removeWebhookEndpoint',
      summary: 'Removes an endpoint with all its deliveries',
      method: 'delete',
      path: '/webhook-endpoints/{id}',
      needs,
      changes: true,
      params: byId,
      answer: z.object({ removed: z.boolean() }),
      handle: ({ command, params }) => webhooks.removeEndpoint(command, params.id),
    }),
    operation({
      id: 'rotateWebhookSecret',
      summary: 'A new secret, told this once; the old one signs too for 24 hours',
      method: 'post',
      path: '/webhook-endpoints/{id}/secrets',
      needs,
      changes: true,
      params: byId,
      answer: outcome,
      handle: async ({ command, params }) => ({ ...(await webhooks.rotateSecret(command, params.id)) }),
    }),
    operation({
      id: 'testWebhookEndpoint',
      summary: 'Sends a `ping` at once and tells how it went',
      method: 'post',
      path: '/webhook-endpoints/{id}/pings',
      needs,
      changes: true,
      params: byId,
      answer: outcome,
      handle: async ({ command, params }) => ({ ...(await webhooks.test(command, params.id)) }),
    }),
  ];
}

function deliveryOperations({ webhooks }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listWebhookDeliveries',
      summary:
        'What was told to whom and how it went, the newest first; `cursor` = `next` of the page before',
      method: 'get',
      path: '/webhook-deliveries',
      needs,
      query: deliveriesQuerySchema,
      answer: z.object({ deliveries: z.array(deliveryView), next: z.string().optional() }),
      handle: async ({ actor, query }) => {
        const { deliveries, next } = await webhooks.deliveries(actor, query);
        return { deliveries: [...deliveries], ...(next !== undefined && { next }) };
      },
    }),
    operation({
      id: 'replayWebhooks',
      summary: 'Sends one delivery again, or all events of a time range to an endpoint',
      method: 'post',
      path: '/webhook-replays',
      needs,
      changes: true,
      body: replaySchema,
      answer: outcome,
      handle: async ({ command, body }) => ({ ...(await webhooks.replay(command, body)) }),
    }),
  ];
}

const messageHeaders = z.object({
  'webhook-id': z
    .uuid()
    .openapi({ description: 'Of the event, the same at every try: what was seen before is ignored.' }),
  'webhook-timestamp': z.string().openapi({ description: 'Seconds since 1970 of this try.' }),
  'webhook-signature': z.string().openapi({
    description:
      'Standard Webhooks 1.0: `v1,` and the base64 of HMAC-SHA256 over `<id>.<timestamp>.<body>`, one for each secret that holds, with a space between.',
  }),
});

/** Writes every message an endpoint can get into the document of an API, as its `webhooks`. */
export function documentEvents(registry: OpenAPIHono['openAPIRegistry']): void {
  const ping: EventKind = { says: PING.says, payload: z.object({}), example: {}, isPublic: true };
  for (const [kind, event] of [...Object.entries<EventKind>(EVENT_CATALOGUE), [PING.kind, ping] as const]) {
    if (!event.isPublic) continue;
    const message = z.object({
      type: z.literal(kind),
      timestamp: z.iso.datetime().openapi({ description: 'When it happened.' }),
      data: event.payload,
    });
    const example = { type: kind, timestamp: '2026-11-23T09:00:00.000Z', data: event.example };
    registry.registerWebhook({
      method: 'post',
      path: kind,
      summary: event.says,
      request: {
        headers: messageHeaders,
        body: { required: true, content: { 'application/json': { schema: message, example } } },
      },
      responses: {
        '2XX': { description: 'Taken.' },
        410: { description: 'Gone for good: nothing is sent there any more.' },
        default: { description: 'Not taken: it is tried again for about three days.' },
      },
    });
  }
}

/** The same endpoint for a schema whose arrays may be written to. */
function writable<View extends { readonly kinds: 'all' | readonly string[] }>(view: View) {
  return { ...view, kinds: view.kinds === 'all' ? ('all' as const) : [...view.kinds] };
}
