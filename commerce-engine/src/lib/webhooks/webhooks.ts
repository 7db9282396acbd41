import { sql } from 'kysely';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import { countUpTo } from '../count-up-to.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { parseInput } from '../parse-input.ts';
import { claimOne } from './claim-deliveries.ts';
import { type Delivered, deliverDue, deliverOne } from './deliver-due.ts';
import {
  type DeliveriesQuery,
  deliveriesQuerySchema,
  type EndpointInput,
  endpointIdSchema,
  endpointSchema,
  type ReplayInput,
  replaySchema,
} from './endpoint-input.ts';
import { removeEndpoint, rotateSecret, saveEndpoint } from './endpoints.commands.ts';
import { EVENT_CATALOGUE, type EventKind } from './event-catalogue.ts';
import { makePing } from './ping.ts';
import { RefusedAddress, requirePublicHost } from './public-address.ts';
import { relayEvents } from './relay-events.ts';
import { replay } from './replay.ts';
import type { Sender } from './send-message.ts';
import { createWebhookFetch, type WebhookFetch } from './webhook-fetch.ts';
import { overlapEnds, webhookSecretOf } from './webhook-secret.ts';
import { readDeliveries, readDelivery, readEndpoints } from './webhooks.queries.ts';
import type {
  DeliveryPage,
  EndpointView,
  EventKindView,
  ReplayOutcome,
  RotateOutcome,
  SaveEndpointOutcome,
  TestOutcome,
  WebhooksHealth,
} from './webhooks.views.ts';

/** Events of the shop told to other systems. Whatever staff ask or change here needs `webhooks.write`. */
export interface Webhooks {
  /** What other systems can be told. */
  eventKinds(): readonly EventKindView[];
  endpoints(actor: Actor): Promise<readonly EndpointView[]>;
  endpoint(actor: Actor, id: string): Promise<EndpointView | undefined>;
  /** Makes an endpoint, whose secret is told this once, or changes the one with that id. */
  saveEndpoint(command: CommandContext, input: EndpointInput): Promise<SaveEndpointOutcome>;
  /** Removes an endpoint with all its deliveries. */
  removeEndpoint(command: CommandContext, id: string): Promise<{ readonly removed: boolean }>;
  /** A new secret, told this once; for 24 hours messages are signed with the old one too. */
  rotateSecret(command: CommandContext, endpointId: string): Promise<RotateOutcome>;
  /** The newest first. */
  deliveries(actor: Actor, query?: DeliveriesQuery): Promise<DeliveryPage>;
  /** What was given up within the last seven days, and endpoints that are sent nothing any more. */
  health(actor: Actor): Promise<WebhooksHealth>;
  /** Sends one delivery again, or all events of a time range to an endpoint: with the next `deliver`. */
  replay(command: CommandContext, input: ReplayInput): Promise<ReplayOutcome>;
  /** Sends a `ping` at once and tells how it went. It is not repeated, and disables nothing. */
  test(command: CommandContext, endpointId: string): Promise<TestOutcome>;
  /** Makes deliveries of new events. For a job; harmless in several processes at once. @returns how many. */
  relay(): Promise<number>;
  /**
   * Sends what is due. For a job; harmless in several processes, and several times, at once.
   * @param options.signal ends the pass after what is being sent.
   */
  deliver(options?: { readonly signal?: AbortSignal }): Promise<Delivered>;
  /** Deletes deliveries made before that time, but for those still to be sent to an active endpoint. @returns how many. */
  keepHouse(before: Date): Promise<number>;
}

export interface WebhooksOptions {
  /** Whether endpoints may lie inside the shop's own network. Default false; true for development and tests. */
  readonly allowPrivate?: boolean;
  /** How messages leave; checks addresses itself. Default a connection of its own for each. */
  readonly fetch?: WebhookFetch;
  /** Milliseconds an endpoint has for its answer. Default 15 000. */
  readonly timeout?: number;
}

const capability = 'webhooks.write';
const WEEK = 7 * 86_400_000;

export function createWebhooks(context: EngineContext, options: WebhooksOptions = {}): Webhooks {
  const { database, clock, secret } = context;
  const { allowPrivate = false, timeout = 15_000 } = options;
  const sender: Sender = {
    fetch: options.fetch ?? createWebhookFetch({ allowPrivate }),
    timeout,
    secret,
    clock,
  };
  return {
    eventKinds: () =>
      Object.entries<EventKind>(EVENT_CATALOGUE).flatMap(([kind, { says, example, isPublic }]) =>
        isPublic ? [{ kind, says, example }] : [],
      ),
    async endpoints(actor) {
      requireCapability(actor, capability);
      return readEndpoints(database, clock());
    },
    async endpoint(actor, id) {
      requireCapability(actor, capability);
      return (await readEndpoints(database, clock(), parseEndpointId(id)))[0];
    },
    async saveEndpoint(command, input) {
      const body = parseInput(endpointSchema, input, 'this endpoint');
      if (!allowPrivate) requirePublicUrl(body.url);
      const call = { name: 'webhooks.saveEndpoint', capability, body } as const;
      const saved = await runCommand(context, command, call, (tx) =>
        saveEndpoint(tx, body, { actor: command.actor, at: clock() }),
      );
      if (saved.kind !== 'created') return saved as SaveEndpointOutcome;
      return { ...saved, kind: 'created', secret: webhookSecretOf(saved.endpoint.id, 0, secret) };
    },
    async removeEndpoint(command, id) {
      const body = parseEndpointId(id);
      const call = { name: 'webhooks.removeEndpoint', capability, body } as const;
      return runCommand(context, command, call, async (tx) => ({ removed: await removeEndpoint(tx, body) }));
    },
    async rotateSecret(command, endpointId) {
      const body = parseEndpointId(endpointId);
      const call = { name: 'webhooks.rotateSecret', capability, body } as const;
      const rotated = await runCommand(context, command, call, async (tx) => {
        const at = clock();
        const number = await rotateSecret(tx, body, at);
        return number === undefined ? null : { number, oldSecretEnds: overlapEnds(at).toISOString() };
      });
      if (!rotated) return { kind: 'unknown-endpoint' };
      const { number, oldSecretEnds } = rotated;
      return { kind: 'rotated', secret: webhookSecretOf(body, number, secret), oldSecretEnds };
    },
    async deliveries(actor, query = {}) {
      requireCapability(actor, capability);
      const { limit = 50, ...rest } = parseInput(deliveriesQuerySchema, query, 'this query of deliveries');
      return readDeliveries(database, { ...rest, limit });
    },
    async health(actor) {
      requireCapability(actor, capability);
      const since = new Date(clock().getTime() - WEEK);
      const dead = await countUpTo(
        database,
        sql`select from webhooks_delivery where state = 'dead' and created_at > ${since}`,
      );
      const all = await readEndpoints(database, clock());
      return { dead, disabled: all.filter(({ state }) => state === 'disabled').length };
    },
    async replay(command, input) {
      const body = parseInput(replaySchema, input, 'this replay');
      const call = { name: 'webhooks.replay', capability, body } as const;
      return runCommand(context, command, call, (tx) => replay(tx, body, clock()));
    },
    async test(command, endpointId) {
      const body = parseEndpointId(endpointId);
      const call = { name: 'webhooks.test', capability, body } as const;
      const made = await runCommand(context, command, call, async (tx) => {
        const id = await makePing(tx, body, clock());
        return id === undefined ? null : { id };
      });
      if (!made) return { kind: 'unknown-endpoint' };
      const claimed = await claimOne(database, made.id, clock());
      if (claimed) await deliverOne(database, sender, claimed);
      const delivery = await readDelivery(database, made.id);
      return delivery ? { kind: 'tested', delivery } : { kind: 'unknown-endpoint' };
    },
    relay: () => relayEvents(database, clock),
    deliver: ({ signal } = {}) => deliverDue(database, sender, signal),
    async keepHouse(before) {
      const gone = await sql`
        delete from webhooks_delivery as delivery using webhooks_endpoint as endpoint
        where endpoint.id = delivery.endpoint_id and delivery.created_at < ${before}
          and (delivery.state <> 'due' or endpoint.state <> 'active')`.execute(database.tables());
      return Number(gone.numAffectedRows ?? 0);
    },
  };
}

function parseEndpointId(id: string): string {
  return parseInput(endpointIdSchema, id, 'this id of an endpoint');
}

/** Says early what would fail at every try; names are resolved only then. */
function requirePublicUrl(url: string): void {
  try {
    requirePublicHost(new URL(url));
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
    throw new CommerceError('bad_input', error.message, {
      fields: [{ path: 'url', problem: 'expected a public address' }],
      cause: error,
    });
  }
}
