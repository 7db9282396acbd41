import { createHmac, timingSafeEqual } from 'node:crypto';
import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { Count } from '../count.ts';
import { countUpTo } from '../count-up-to.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { isUuid } from '../is-uuid.ts';
import type { KeptPayment } from '../payments/payments.ts';
import type { Stores } from '../stores/stores.ts';
import { type AddedGoods, addLines } from './add-lines.ts';
import { countPieces } from './count-pieces.ts';
import { type CustomerOrders, createCustomerOrders, isErased } from './customer-orders.ts';
import { setRecipient } from './gift-card-lines.ts';
import type { DeliveryShare } from './give-back.rules.ts';
import { givenEntries } from './given-entries.ts';
import { listOrders, type OrderListQuery } from './list-orders.ts';
import { type LockedOrder, lockForMoney, lockOrder, readUnlocked } from './lock-order.ts';
import { lookUpOrder } from './look-up-order.ts';
import { readBooks } from './order-books.ts';
import type { OrderBooks } from './order-books.views.ts';
import type { OrderDraft } from './order-draft.ts';
import type { LinePieces } from './order-pieces.ts';
import {
  findOrder,
  type OrderRow,
  readEntries,
  readOrder,
  readTimeline,
  type TimelineEntry,
  type WhichOrder,
} from './orders.queries.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { NewTimelineEntry, OrderEventView, OrderPage, OrderView } from './orders.views.ts';
import { ordersOfCustomers } from './orders-of-customers.ts';
import { type OrderName, orderName, type PlacedOrder, placeOrder } from './place-order.ts';
import { leftToPay, type RefundChoice, type RefundPlan } from './refund-plan.rules.ts';
import {
  giveBack,
  type HeldSums,
  heldSums,
  planGiveBack,
  settleOrder,
  takePromised,
  writePaid,
} from './settle-order.ts';
import { createStaffOrders, type StaffOrderDoors, type StaffOrders } from './staff-orders.ts';

export type { AddedGoods } from './add-lines.ts';
export type { LockedLine, LockedOrder } from './lock-order.ts';
export type { TimelineEntry } from './orders.queries.ts';
export type { OrderName } from './place-order.ts';
export type { HeldSums } from './settle-order.ts';

/** An order and the secret that opens it. */
export type OpenedOrder = PlacedOrder & { readonly key: string };

/** What shoppers have bought. */
export interface Orders extends CustomerOrders, StaffOrders {
  /** A guest's order, by what only they have. Undefined = there is no such order, or the key is not its key. */
  open(orderId: string, key: string): Promise<OrderView | undefined>;
  /** A guest's order, by its number and the email it was placed with. */
  lookUp(which: { readonly number: string; readonly email: string }): Promise<OrderView | undefined>;
  /** Opens an order for whoever holds the link, until its email is corrected. */
  keyOf(orderId: string): string;
  /** An order with what opens it now. @throws when there is no such order. */
  opened(on: Queryable, orderId: string): Promise<OpenedOrder>;
  /** The same for the order of a checkout. Undefined = there is none (yet). */
  ofCheckout(on: Queryable, checkoutId: string): Promise<OpenedOrder | undefined>;
  /** Needs `orders.read`. */
  list(actor: Actor, query: OrderListQuery): Promise<OrderPage>;
  /** How many are not sent or handed over whole. Needs `orders.read`. */
  countOpen(actor: Actor): Promise<Count>;
  /** Needs `orders.read`. */
  get(
    actor: Actor,
    orderId: string,
  ): Promise<
    | {
        readonly order: OrderView;
        readonly timeline: readonly OrderEventView[];
        /** Absent = a guest's. */
        readonly customerId?: string;
        /** Whoever of the staff took it, `staff:<id>`. Absent = its shopper did all of it. */
        readonly takenBy?: string;
      }
    | undefined
  >;
  /** Has providers do at once what was decided about an order's money; a job does it otherwise. Never in a transaction. */
  runPayments(orderId: string): Promise<void>;
  /**
   * Tells another room, in the same transaction, that an order was placed, paid or refunded, or that pieces of it were sent,
   * cancelled or came back. It may only note it: what it locks would come before the stock. Once, while the engine is put together.
   */
  onChange(note: (tx: Transaction, orderId: string) => Promise<void>): void;
  /** Tells another room of each entry of a timeline, in the same transaction. It may only note it. Once, as `onChange`. */
  onTold(
    note: (tx: Transaction, entry: { readonly id: string; readonly kind: string }) => Promise<void>,
  ): void;
  /** An entry of a timeline and its order. Undefined = there is none, or its customer was erased. */
  entry(id: string): Promise<{ readonly order: OrderView; readonly event: OrderEventView } | undefined>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** Holds an order, before its stock. Undefined = there is no such order. */
    lock(tx: Transaction, orderId: string): Promise<LockedOrder | undefined>;
    /** An order as it stands, held by nobody. */
    read(on: Queryable, orderId: string): Promise<LockedOrder | undefined>;
    /** Holds what its payments belong to, then the order: where money is decided. */
    lockForMoney(tx: Transaction, orderId: string): Promise<LockedOrder | undefined>;
    /** Writes down what became of pieces. The order is locked. @returns the order afterwards. */
    count(
      tx: Transaction,
      order: LockedOrder,
      change: { as: 'fulfilled' | 'returned'; pieces: readonly LinePieces[] },
    ): Promise<LockedOrder>;
    readonly customers: typeof ordersOfCustomers;
    /** What bookkeeping wants of an order. */
    books(on: Queryable, orderId: string): Promise<OrderBooks | undefined>;
    entry(on: Queryable, id: string): Promise<TimelineEntry | undefined>;
    timeline(on: Queryable, orderId: string): Promise<readonly TimelineEntry[]>;
    /** The id of an order, by its number. */
    idOf(on: Queryable, number: string): Promise<string | undefined>;
    /**
     * Takes money off what is owed and has providers give back what is paid of it. The order is locked for money. When
     * something is barred, nothing was written.
     */
    giveBack(
      tx: Transaction,
      order: LockedOrder,
      back: {
        readonly amount: number;
        readonly deliveries: readonly DeliveryShare[];
        readonly reason: string;
      } & Pick<RefundChoice, 'policy' | 'to' | 'credit'>,
    ): Promise<RefundPlan>;
    /** What `giveBack` would do. Writes nothing; the order is locked for money. */
    planGiveBack(
      tx: Transaction,
      order: LockedOrder,
      back: { readonly amount: number } & Pick<RefundChoice, 'policy' | 'to' | 'credit'>,
    ): Promise<RefundPlan>;
    /**
     * Has providers take what was promised, for goods that leave. The order is locked for money.
     * @returns minor units that are neither paid nor promised; nothing was asked then unless `beforePaid`.
     */
    takePromised(
      tx: Transaction,
      order: LockedOrder,
      options: { readonly beforePaid: boolean },
    ): Promise<number>;
    /** What an order is called that is about to be placed: one value of another room's statement. */
    name(draft: OrderDraft): RawBuilder<OrderName>;
    /** Makes an order with this id, of this checkout. It reads nothing, so that all of it is written together. */
    place(
      tx: Transaction,
      draft: OrderDraft,
      which: { readonly id: string; readonly checkoutId: string; readonly name: OrderName },
    ): Promise<void>;
    /** The order of a checkout, held before its payments, or null: one value of another room's statement. */
    heldSums(checkoutId: string): RawBuilder<HeldSums | null>;
    /** Makes the sums of an order that is held what its payments say. The change of its payment is written. */
    paymentChanged(
      tx: Transaction,
      order: HeldSums,
      told: {
        readonly changed: KeptPayment;
        /** All of the order, as they are now. */
        readonly payments: readonly KeptPayment[];
      },
    ): Promise<void>;
    /** Makes priced goods lines of an order that stands; their stock is held for it. The order is locked for money. */
    addLines(
      tx: Transaction,
      order: LockedOrder,
      added: {
        readonly goods: AddedGoods;
        readonly actor: string;
        readonly detail: Readonly<Record<string, unknown>>;
      },
    ): Promise<LockedOrder>;
    setRecipient: typeof setRecipient;
    tell(tx: Transaction, orderId: string, event: NewTimelineEntry): Promise<void>;
    view(on: Queryable, which: WhichOrder): Promise<OrderView | undefined>;
    /** @throws when there is no such order. */
    head(on: Queryable, orderId: string): Promise<PlacedOrder>;
  };
}

export function createOrders(
  context: EngineContext,
  {
    stores,
    ...doors
  }: Omit<StaffOrderDoors, 'ownerOf' | 'view' | 'tell' | 'changed' | 'runPayments'> & {
    readonly stores: Stores;
  },
): Orders {
  const { database, clock, secret } = context;
  const { payments } = doors;
  const notes: ((tx: Transaction, orderId: string) => Promise<void>)[] = [];
  const listeners: Parameters<Orders['onTold']>[0][] = [];

  async function changed(tx: Transaction, orderId: string): Promise<void> {
    for (const note of notes) await note(tx, orderId);
  }

  async function view(on: Queryable, which: WhichOrder): Promise<OrderView | undefined> {
    const row = await findOrder(on, which);
    return row && viewOf(on, row);
  }

  async function viewOf(on: Queryable, row: OrderRow): Promise<OrderView> {
    const paid = await payments.find(on, { orderIds: [row.id] });
    return readOrder(on, row, { payments: paid, locations: await stores.locations({ on }) });
  }

  /** Whose customer was erased opens for nobody but staff. */
  const unlessErased = (order: OrderView | undefined) => (order && !isErased(order) ? order : undefined);

  async function openForGuest(which: WhichOrder): Promise<OrderView | undefined> {
    return unlessErased(await view(database, which));
  }

  function keyOf(orderId: string, version = 0): string {
    const text = version === 0 ? `vitrine order\n${orderId}` : `vitrine order\n${orderId}\n${version}`;
    return createHmac('sha256', secret).update(text).digest('base64url').slice(0, 32);
  }

  const openedOf = ({ id, number, link_version }: OrderRow): OpenedOrder => ({
    id,
    number,
    key: keyOf(id, link_version),
  });

  async function tell(tx: Transaction, orderId: string, event: NewTimelineEntry): Promise<void> {
    const { kind, actor, detail = {} } = event;
    const id = newId();
    const entry = { id, order_id: orderId, at: clock(), kind, actor, detail: JSON.stringify(detail) };
    await tx.later(tx.tables<OrdersTables>().insertInto('orders_event').values(entry));
    for (const note of listeners) await note(tx, { id, kind });
  }

  payments.setOrders({
    tell,
    async left(tx, orderId) {
      const order = await lockOrder(tx, orderId);
      if (!order) return 0;
      return leftToPay(order.total - order.adjusted, await payments.inTransaction.standing(tx, orderId));
    },
  });

  async function runPayments(orderId: string): Promise<void> {
    const open = await payments.find(database, { orderIds: [orderId] });
    await payments.runOperations(open.map(({ id }) => id));
  }

  const own = createCustomerOrders(database, view);

  return {
    ...own.door,
    ...createStaffOrders(context, { ...doors, ownerOf: own.ownerOf, view, tell, changed, runPayments }),
    runPayments,
    onChange: (note) => void notes.push(note),
    onTold: (note) => void listeners.push(note),
    async entry(id) {
      const [event] = await readEntries(database, { id });
      const order = event && (await openForGuest({ id: event.orderId }));
      return order && { order, event };
    },
    keyOf: (orderId) => keyOf(orderId),
    async opened(on, orderId) {
      const row = await findOrder(on, { id: orderId });
      if (!row) throw new Error(`There is no order "${orderId}".`);
      return openedOf(row);
    },
    async ofCheckout(on, checkoutId) {
      const row = await findOrder(on, { checkoutId });
      return row && openedOf(row);
    },
    async open(orderId, key) {
      const row = isUuid(orderId) ? await findOrder(database, { id: orderId }) : undefined;
      const expected = Buffer.from(keyOf(orderId, row?.link_version));
      const given = Buffer.from(key);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return unlessErased(row && (await viewOf(database, row)));
    },
    lookUp: (claim) => lookUpOrder(context, claim, openForGuest),
    async list(actor, query) {
      requireCapability(actor, 'orders.read');
      return listOrders(database, query);
    },
    async countOpen(actor) {
      requireCapability(actor, 'orders.read');
      return countUpTo(
        database,
        sql`select from orders_order where state = 'placed' and fulfilment <> 'done'`,
      );
    },
    async get(actor, orderId) {
      requireCapability(actor, 'orders.read');
      if (!isUuid(orderId)) return undefined;
      const row = await findOrder(database, { id: orderId });
      if (!row) return undefined;
      return {
        order: await viewOf(database, row),
        timeline: await readTimeline(database, orderId),
        ...(row.customer_id !== null && { customerId: row.customer_id }),
        ...(row.taken_by !== null && { takenBy: row.taken_by }),
      };
    },
    inTransaction: {
      view,
      tell,
      setRecipient,
      lock: lockOrder,
      read: readUnlocked,
      customers: ordersOfCustomers,
      books: readBooks,
      entry: async (on, id) => (await readEntries(on, { id }))[0],
      timeline: (on, orderId) => readEntries(on, { orderId }),
      async idOf(on, number) {
        const row = await on
          .tables<OrdersTables>()
          .selectFrom('orders_order')
          .select('id')
          .where('number', '=', number)
          .executeTakeFirst();
        return row?.id;
      },
      lockForMoney: (tx, orderId) => lockForMoney(tx, payments, orderId),
      async count(tx, order, change) {
        await changed(tx, order.id);
        return countPieces(tx, order, { ...change, at: clock() });
      },
      planGiveBack: (tx, order, back) => planGiveBack(tx, payments, order, back),
      giveBack: (tx, order, back) => giveBack(tx, payments, order, { ...back, at: clock() }),
      takePromised: (tx, order, options) => takePromised(tx, payments, order, options),
      async head(on, orderId) {
        const row = await findOrder(on, { id: orderId });
        if (!row) throw new Error(`There is no order "${orderId}".`);
        return { id: row.id, number: row.number };
      },
      name: (draft) => orderName(draft, own.ownerValue),
      async place(tx, draft, which) {
        await placeOrder(tx, draft, { ...which, at: clock() });
        await tell(tx, which.id, { kind: 'placed', actor: draft.placedBy ?? 'shopper' });
        for (const entry of givenEntries(draft)) await tell(tx, which.id, entry);
        await changed(tx, which.id);
      },
      async addLines(tx, order, { goods, actor, detail }) {
        const { lines, ...sum } = await addLines(tx, order, goods, clock());
        await tell(tx, order.id, { kind: 'goods-added', actor, detail: { ...detail, ...sum, lines } });
        await tx.emit({
          kind: 'order.goods-added',
          payload: { orderId: order.id, lineIds: lines.map(({ lineId }) => lineId) },
        });
        await changed(tx, order.id);
        return (await lockOrder(tx, order.id))!;
      },
      heldSums,
      async paymentChanged(tx, order, { changed: payment, payments: all }) {
        const { id: orderId } = order;
        const paid = await writePaid(tx, order, { payments: all, at: clock() });
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
        if (paid.hasMore.paid) await tx.emit({ kind: 'order.paid', payload: { orderId } });
        if (paid.hasMore.refunded) await tx.emit({ kind: 'order.refunded', payload: { orderId } });
        if (paid.mayBeTooMuch) await settleOrder(tx, payments, order, { reason: 'more than is owed' });
        await changed(tx, orderId);
      },
    },
  };
}
