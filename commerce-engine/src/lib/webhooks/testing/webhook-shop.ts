import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@vitrine/database';
import { createEngine } from '../../engine.ts';
import { openTestShop, type TestShop } from '../../testing/test-shop.ts';
import type { Delivered } from '../deliver-due.ts';
import type { EndpointInput } from '../endpoint-input.ts';
import { createWebhooks, type Webhooks, type WebhooksOptions } from '../webhooks.ts';
import type { DeliveryView, EndpointView, SaveEndpointOutcome } from '../webhooks.views.ts';
import { openWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

/** A test shop with a receiver of its own that endpoints can point to. */
export interface WebhookShop extends TestShop {
  readonly webhooks: Webhooks;
  readonly receiver: WebhookReceiver;
  readonly actor: { readonly kind: 'system'; readonly reason: string };
  /** Before each test: nothing is left to be relayed, and nothing has come. */
  begin(): Promise<void>;
  /** After each test: no endpoint is left. */
  end(): Promise<unknown>;
  /** Webhooks of another process. */
  another(database: Database, options?: WebhooksOptions): Webhooks;
  /** An endpoint at the receiver that wants `order.paid`, unless other kinds are named. */
  make(
    path?: string,
    kinds?: EndpointInput['kinds'],
  ): Promise<Extract<SaveEndpointOutcome, { readonly kind: 'created' }>>;
  /** An event of an order, `order.paid` unless another kind is named. */
  tell(orderId: string, kind?: string): Promise<void>;
  /** Events of orders, one transaction after the other. */
  tellAll(orderIds: readonly string[]): Promise<void>;
  /** Relays until nothing is left. On a server, transactions of other tests hold up the relay for moments. */
  relayAll(): Promise<number>;
  relayAndDeliver(): Promise<Delivered>;
  travel(milliseconds: number): void;
  /** Orders the receiver was told of, in order. */
  told(): string[];
  /** Every `webhook-id` the receiver got, in order. */
  ids(): unknown[];
  /** Deliveries of an endpoint, the newest first. */
  list(endpoint: EndpointView): Promise<readonly DeliveryView[]>;
  /** The endpoint as it is now. */
  again(endpoint: EndpointView): Promise<EndpointView>;
  /** What saves the endpoint as it was made. */
  inputOf(endpoint: EndpointView): EndpointInput;
}

const secret = 'a secret for tests, 32 letters long';
const permissive: WebhooksOptions = { allowPrivate: true, timeout: 3000 };

export async function openWebhookShop(database: Database): Promise<WebhookShop> {
  const receiver = await openWebhookReceiver();
  const shop = await openTestShop(database, (clock) =>
    createEngine({ database, clock, secret, webhooks: permissive }),
  );
  const { webhooks } = shop.engine;
  const actor = { kind: 'system', reason: 'test' } as const;

  async function tell(orderId: string, kind = 'order.paid'): Promise<void> {
    await database.transaction((tx) => tx.emit({ kind, payload: { orderId } }));
  }

  async function relayAll(): Promise<number> {
    let made = 0;
    for (;;) {
      made += await webhooks.relay();
      const { rows } = await database.execute(
        'select 1 from outbox_events as event join webhooks_position as position on event.xid >= position.xid limit 1',
      );
      if (rows.length === 0) return made;
      await pause(20);
    }
  }

  return Object.assign(shop, {
    webhooks,
    receiver,
    actor,
    async begin() {
      await relayAll();
      receiver.reset();
    },
    end: () => database.execute('delete from webhooks_endpoint'),
    another: (on: Database, options = permissive) =>
      createWebhooks({ database: on, clock: () => shop.now, secret }, options),
    async make(path = '/hooks', kinds: EndpointInput['kinds'] = ['order.paid']) {
      const saved = await webhooks.saveEndpoint(shop.command(), { url: `${receiver.url}${path}`, kinds });
      if (saved.kind !== 'created') throw new Error(`Expected a new endpoint, got ${saved.kind}`);
      return saved;
    },
    tell,
    async tellAll(orderIds: readonly string[]) {
      for (const orderId of orderIds) await tell(orderId);
    },
    relayAll,
    async relayAndDeliver() {
      await relayAll();
      return webhooks.deliver();
    },
    travel(milliseconds: number) {
      shop.now = new Date(shop.now.getTime() + milliseconds);
    },
    told: () =>
      receiver.received.map(({ body }) => (JSON.parse(body) as { data: { orderId: string } }).data.orderId),
    ids: () => receiver.received.map(({ headers }) => headers['webhook-id']),
    list: async ({ id }: EndpointView) => (await webhooks.deliveries(actor, { endpointId: id })).deliveries,
    again: async ({ id }: EndpointView) => (await webhooks.endpoint(actor, id))!,
    inputOf: ({ id, url, description }: EndpointView) => ({ id, url, description, kinds: ['order.paid'] }),
  } satisfies Omit<WebhookShop, keyof TestShop>);
}
