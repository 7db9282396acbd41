import { createHmac, timingSafeEqual } from 'node:crypto';
import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { EngineContext } from '../engine-context.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { KeptPayment, Payments } from '../payments/payments.ts';
import type { Stores } from '../stores/stores.ts';
import type { OrderDraft } from './order-draft.ts';
import {
  findOrder,
  listOrders,
  type OrderListQuery,
  type OrderPage,
  readOrder,
  readTimeline,
  type WhichOrder,
} from './orders.queries.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { OrderEventView, OrderView } from './orders.views.ts';
import { type PlacedOrder, placeOrder } from './place-order.ts';

/** What shoppers have bought. */
export interface Orders {
  /** A guest's order, by what only they have. Undefined = there is no such order, or the key is not its key. */
  open(orderId: string, key: string): Promise<OrderView | undefined>;
  /** A guest's order, by its number and the email it was placed with. */
  lookUp(which: { readonly number: string; readonly email: string }): Promise<OrderView | undefined>;
  /** Opens an order for whoever holds the link. */
  keyOf(orderId: string): string;
  /** Needs `orders.read`. */
  list(actor: Actor, query: OrderListQuery): Promise<OrderPage>;
  /** Needs `orders.read`. */
  get(
    actor: Actor,
    orderId: string,
  ): Promise<{ readonly order: OrderView; readonly timeline: readonly OrderEventView[] } | undefined>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    place(tx: Transaction, draft: OrderDraft, checkoutId: string): Promise<PlacedOrder>;
    /** Makes the order's sums what its payments say; the checkout's row is locked. */
    paymentChanged(tx: Transaction, orderId: string, payment: KeptPayment): Promise<void>;
    tell(
      tx: Transaction,
      orderId: string,
      event: {
        readonly kind: string;
        readonly actor: string;
        readonly detail?: Readonly<Record<string, unknown>>;
      },
    ): Promise<void>;
    view(on: Queryable, which: WhichOrder): Promise<OrderView | undefined>;
    /** @throws when there is no such order. */
    head(on: Queryable, orderId: string): Promise<PlacedOrder>;
  };
}

export function createOrders(
  context: EngineContext,
  { payments, stores }: { readonly payments: Payments; readonly stores: Stores },
): Orders {
  const { database, clock, secret } = context;

  async function view(on: Queryable, which: WhichOrder): Promise<OrderView | undefined> {
    const row = await findOrder(on, which);
    if (!row) return undefined;
    const paid = await payments.find(on, { orderIds: [row.id] });
    return readOrder(on, row, { payments: paid, locations: await stores.locations({ on }) });
  }

  function keyOf(orderId: string): string {
    return createHmac('sha256', secret).update(`vitrine order\n${orderId}`).digest('base64url').slice(0, 32);
  }

  async function tell(
    tx: Transaction,
    orderId: string,
    event: {
      readonly kind: string;
      readonly actor: string;
      readonly detail?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { kind, actor, detail = {} } = event;
    await tx
      .tables<OrdersTables>()
      .insertInto('orders_event')
      .values({ id: newId(), order_id: orderId, at: clock(), kind, actor, detail: JSON.stringify(detail) })
      .execute();
  }

  return {
    keyOf,
    async open(orderId, key) {
      const expected = Buffer.from(keyOf(orderId));
      const given = Buffer.from(key);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return view(database, { id: orderId });
    },
    lookUp: (which) => view(database, which),
    async list(actor, query) {
      requireCapability(actor, 'orders.read');
      return listOrders(database, query);
    },
    async get(actor, orderId) {
      requireCapability(actor, 'orders.read');
      if (!/^[0-9a-f-]{36}$/.test(orderId)) return undefined;
      const order = await view(database, { id: orderId });
      return order && { order, timeline: await readTimeline(database, orderId) };
    },
    inTransaction: {
      view,
      tell,
      async head(on, orderId) {
        const row = await findOrder(on, { id: orderId });
        if (!row) throw new Error(`There is no order "${orderId}".`);
        return { id: row.id, number: row.number };
      },
      async place(tx, draft, checkoutId) {
        const placed = await placeOrder(tx, draft, { checkoutId, at: clock() });
        await tell(tx, placed.id, { kind: 'placed', actor: 'shopper' });
        return placed;
      },
      async paymentChanged(tx, orderId, payment) {
        const all = await payments.find(tx, { orderIds: [orderId] });
        const sum = (part: 'captured' | 'refunded') => all.reduce((total, each) => total + each[part], 0);
        await tx
          .tables<OrdersTables>()
          .updateTable('orders_order')
          .set({ paid: sum('captured'), refunded: sum('refunded'), updated_at: clock() })
          .where('id', '=', orderId)
          .execute();
        const { state, captured, refunded, provider, problem } = payment;
        await tell(tx, orderId, {
          kind: 'payment',
          actor: `provider:${provider}`,
          detail: {
            payment: payment.id,
            state,
            captured,
            refunded,
            ...(problem !== undefined && { problem }),
          },
        });
        await tx.emit({ kind: 'order.paid', payload: { orderId } });
      },
    },
  };
}
