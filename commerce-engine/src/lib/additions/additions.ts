import { newId, type Transaction } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { CatalogQueries } from '../catalog/catalog.queries.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import { type CommandCall, runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { isUuid } from '../is-uuid.ts';
import { fulfilmentOf } from '../orders/count-pieces.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { parseInput } from '../parse-input.ts';
import { isUndecided } from '../payments/payments.rules.ts';
import type {
  AddGoodsOutcome,
  AdditionRefusal,
  AdditionStepOutcome,
  AdditionView,
  OpenAdditionView,
  PayAdditionOutcome,
  QuoteAdditionOutcome,
} from './additions.views.ts';
import { type AdditionsForReturns, additionsForReturns } from './additions-for-returns.ts';
import {
  type AddGoodsInput,
  addGoodsSchema,
  type PayAdditionInput,
  payAdditionSchema,
  type QuoteAdditionInput,
  quoteAdditionSchema,
  type ReceiveAdditionInput,
  receiveAdditionSchema,
  type WithdrawAdditionInput,
  withdrawAdditionSchema,
} from './additions-input.ts';
import { holdGoods, keepGoods } from './hold-goods.ts';
import {
  additionView,
  type KeptAddition,
  lastMoment,
  makeAddition,
  readAdditions,
  readOverdue,
  toPayOf,
  waitsForReturn,
  writeAddition,
} from './keep-addition.ts';
import { exemptionsOf, marketOf } from './market-of.ts';
import { type PricingDoors, priceGoods, priceView } from './price-goods.ts';
import {
  completeAddition,
  giveUpAddition,
  type ReturnsOfAdditions,
  type SettlingDoors,
  settleAddition,
  type ToldAddition,
} from './settle-addition.ts';
import { byHand, requireOffered, waysFor } from './ways-to-pay.ts';

/** Goods that come to an order that stands. Commands need `orders.write` unless they say otherwise. */
export interface Additions {
  /** What it would cost. Writes nothing. */
  quote(actor: Actor, input: QuoteAdditionInput): Promise<QuoteAdditionOutcome>;
  /** Offers the goods to their shopper, or adds them when their money is here. */
  add(command: CommandContext, input: AddGoodsInput): Promise<AddGoodsOutcome>;
  /** The money of an addition that waits is here, and how it came. */
  receive(command: CommandContext, input: ReceiveAdditionInput): Promise<AdditionStepOutcome>;
  /** Gives up an addition that waits. */
  withdraw(command: CommandContext, input: WithdrawAdditionInput): Promise<AdditionStepOutcome>;
  /** For the order's customer, and for whoever has its key. */
  pay(command: CommandContext, input: PayAdditionInput): Promise<PayAdditionOutcome>;
  /** All of an order, in the order they were made. Needs `orders.read`. */
  list(actor: Actor, orderId: string): Promise<readonly AdditionView[]>;
  /** Those that wait to be paid. For whoever has opened the order. */
  ofOpened(order: OrderView): Promise<readonly OpenAdditionView[]>;
  /** One of them, whatever became of it. For the letters. */
  find(id: string): Promise<AdditionView | undefined>;
  /** Gives up what nobody has paid in time. For a job that runs every minute; harmless in several processes. @returns how many. */
  expire(): Promise<number>;
  readonly inTransaction: {
    /** A payment has changed that no checkout waits for. @returns false = nothing waits for it. */
    settle(tx: Transaction, told: ToldAddition): Promise<boolean>;
    readonly forReturns: AdditionsForReturns;
  };
  /** Runs work that may price goods in a transaction: a tax service is asked while nothing is locked, and the work runs again. */
  pricedOutside<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Who is told what became of goods that come for returns. Once, while the engine is put together. */
  setReturns(returns: ReturnsOfAdditions): void;
}

export type { ReturnsOfAdditions };

export interface AdditionDoors extends PricingDoors, Omit<SettlingDoors, 'returns'> {
  readonly customers: Pick<Customers, 'inTransaction'>;
  readonly catalog: Pick<CatalogQueries, 'productsById'>;
}

const EXPIRED_AT_ONCE = 100;

export function createAdditions(context: EngineContext, given: AdditionDoors): Additions {
  const { database, clock } = context;
  let returns: ReturnsOfAdditions | undefined;
  const doors = {
    ...given,
    returns() {
      if (!returns) throw new Error('Nobody has said who is told of goods that come for returns.');
      return returns;
    },
  };
  const { orders, payments } = doors;
  const writing = (name: string, body: unknown) =>
    ({ name: `additions.${name}`, capability: 'orders.write', body }) satisfies CommandCall;

  async function price(
    tx: Transaction,
    { orderId, lines, deliveryId }: QuoteAdditionInput,
  ): Promise<
    | { readonly kind: 'priced'; readonly order: LockedOrder; readonly goods: KeptAddition['goods'] }
    | AdditionRefusal
  > {
    const order = await orders.inTransaction.lockForMoney(tx, orderId);
    if (!order) return { kind: 'no-order' };
    if (order.state === 'cancelled') return { kind: 'not-now', state: 'cancelled' };
    if (fulfilmentOf(order.lines) === 'done') return { kind: 'not-now', state: 'done' };
    const market = await marketOf(tx, doors.customers, order);
    const exemptions = await exemptionsOf(tx, doors.customers, order);
    const priced = await priceGoods(tx, doors, { market, order, lines, deliveryId, at: clock(), exemptions });
    return priced.kind === 'priced' ? { ...priced, order } : priced;
  }

  /** Locks the order of an addition for money, and finds the addition as it is then. */
  async function open(tx: Transaction, additionId: string) {
    const [known] = await readAdditions(tx, { id: additionId });
    const order = known && (await orders.inTransaction.lockForMoney(tx, known.order_id));
    const [kept] = order ? await readAdditions(tx, { id: additionId }) : [];
    return order && kept ? { order, kept } : undefined;
  }

  /** Writes down that a payment of it is about to be asked for; the one before is given up. */
  async function begin(
    tx: Transaction,
    { order, kept }: { readonly order: LockedOrder; readonly kept: KeptAddition },
    how: { provider: string; method: string; token?: string; returnUrl?: string },
    isReceived = false,
  ): Promise<string> {
    if (kept.payment_id !== null) {
      const [before] = await payments.find(tx, { id: kept.payment_id });
      if (before) await payments.inTransaction.letGo(tx, before, 'paid in another way');
    }
    const { id } = await payments.inTransaction.begin(tx, {
      owner: `checkout:${order.checkoutId}`,
      amount: toPayOf(kept),
      currency: order.currency,
      locale: order.locale,
      ...how,
    });
    const change = { payment_id: id, is_received: isReceived, declined: null, updated_at: clock() };
    await writeAddition(tx, kept, change);
    return id;
  }

  async function advance(paymentId: string): Promise<void> {
    await payments.advance(paymentId);
    await payments.runOperations([paymentId]);
  }

  async function viewOf(id: string): Promise<AdditionView> {
    const [kept] = await readAdditions(database, { id });
    return additionView(kept!);
  }

  async function mayOpen(actor: Actor, { orderId, key }: PayAdditionInput): Promise<boolean> {
    if (actor.kind === 'customer' && (await orders.openOwn(actor, orderId)) !== undefined) return true;
    return key !== undefined && (await orders.open(orderId, key)) !== undefined;
  }

  return {
    async quote(actor, asked) {
      const input = parseInput(quoteAdditionSchema, asked, 'these goods');
      requireCapability(actor, 'orders.write');
      return doors.tax.askedOutside(() =>
        database.transaction<QuoteAdditionOutcome>(async (tx) => {
          const priced = await price(tx, input);
          return priced.kind === 'priced' ? { kind: 'quoted', ...priceView(priced.goods) } : priced;
        }),
      );
    },
    async add(command, asked) {
      const input = parseInput(addGoodsSchema, asked, 'these goods');
      type Begun = { readonly kind: 'begun'; readonly id: string; readonly paymentId?: string };
      const begun = await doors.tax.askedOutside(() =>
        runCommand<Begun | Exclude<AddGoodsOutcome, { kind: 'added' | 'waiting' }>>(
          context,
          command,
          writing('add', input),
          async (tx) => {
            const priced = await price(tx, input);
            if (priced.kind !== 'priced') return priced;
            const { order, goods } = priced;
            const now = priceView(goods);
            if (now.seen !== input.seen) return { kind: 'price-changed', price: now };
            const [id, at, actor] = [newId(), clock(), actorName(command.actor)];
            const by = { actor, at };
            const short = await holdGoods(tx, doors, { id, order, goods, expiresAt: lastMoment(at), by });
            if (short.length > 0) return { kind: 'not-enough', short };
            const kept = await makeAddition(tx, { id, orderId: order.id, goods, actor, at });
            if (kept.total === 0) {
              await keepGoods(tx, doors, { kept, order, by });
              await completeAddition(tx, doors, { kept, order, by });
              return { kind: 'begun', id };
            }
            if (input.receivedBy !== undefined) {
              const how = byHand(payments, order, input.receivedBy);
              return { kind: 'begun', id, paymentId: await begin(tx, { order, kept }, how, true) };
            }
            await orders.inTransaction.tell(tx, order.id, {
              kind: 'goods-offered',
              actor,
              detail: { addition: id, total: kept.total },
            });
            await tx.emit({ kind: 'order.goods-offered', payload: { orderId: order.id, additionId: id } });
            return { kind: 'begun', id };
          },
        ),
      );
      if (begun.kind !== 'begun') return begun;
      if (begun.paymentId !== undefined) await advance(begun.paymentId);
      const addition = await viewOf(begun.id);
      return { kind: addition.state === 'added' ? 'added' : 'waiting', addition };
    },
    async receive(command, asked) {
      const input = parseInput(receiveAdditionSchema, asked, 'this payment');
      type Begun = { readonly kind: 'begun'; readonly paymentId: string };
      const begun = await runCommand<Begun | Exclude<AdditionStepOutcome, { kind: 'done' }>>(
        context,
        command,
        writing('receive', input),
        async (tx) => {
          const opened = await open(tx, input.additionId);
          if (!opened) return { kind: 'no-addition' };
          const { order, kept } = opened;
          if (kept.state !== 'waiting' || waitsForReturn(kept)) return { kind: 'not-now', state: kept.state };
          if (order.state === 'cancelled') return await endWithOrder(tx, kept, command);
          const how = byHand(payments, order, input.receivedBy);
          return { kind: 'begun', paymentId: await begin(tx, opened, how, true) };
        },
      );
      if (begun.kind !== 'begun') return begun;
      await advance(begun.paymentId);
      await payments.runOperations();
      return { kind: 'done', addition: await viewOf(input.additionId) };
    },
    async withdraw(command, asked) {
      const input = parseInput(withdrawAdditionSchema, asked, 'this addition');
      const by = { actor: actorName(command.actor), at: clock() };
      const call = writing('withdraw', input);
      const outcome = await runCommand<AdditionStepOutcome>(context, command, call, async (tx) => {
        const opened = await open(tx, input.additionId);
        if (!opened) return { kind: 'no-addition' };
        const { kept } = opened;
        if (kept.state !== 'waiting') return { kind: 'not-now', state: kept.state };
        return {
          kind: 'done',
          addition: additionView(await giveUpAddition(tx, doors, { kept, by, as: 'withdrawn' })),
        };
      });
      await payments.runOperations();
      return outcome;
    },
    async pay(command, asked) {
      const input = parseInput(payAdditionSchema, asked, 'this payment');
      const { orderId, additionId, key: _, ...how } = input;
      if (!(await mayOpen(command.actor, input))) return { kind: 'no-addition' };
      type Begun = { readonly kind: 'begun'; readonly paymentId: string };
      const begun = await runCommand<
        Begun | Extract<PayAdditionOutcome, { kind: 'no-addition' | 'not-now' }>
      >(context, command, { name: 'additions.pay', body: input }, async (tx) => {
        const opened = await open(tx, additionId);
        if (opened?.order.id !== orderId) return { kind: 'no-addition' };
        const { order, kept } = opened;
        if (kept.state !== 'waiting' || waitsForReturn(kept)) return { kind: 'not-now', state: kept.state };
        if (order.state === 'cancelled') return await endWithOrder(tx, kept, command);
        requireOffered(waysFor(payments, order), how);
        const [current] = kept.payment_id === null ? [] : await payments.find(tx, { id: kept.payment_id });
        // A second click joins what is under way; what waits for its shopper is given up for the new one.
        if (current && current.state !== 'action' && isUndecided(current.state))
          return { kind: 'begun', paymentId: current.id };
        return { kind: 'begun', paymentId: await begin(tx, opened, how) };
      });
      if (begun.kind !== 'begun') return begun;
      await advance(begun.paymentId);
      await payments.runOperations();
      return howItStands(additionId, begun.paymentId);
    },
    async list(actor, orderId) {
      requireCapability(actor, 'orders.read');
      return isUuid(orderId) ? (await readAdditions(database, { orderId })).map(additionView) : [];
    },
    async ofOpened({ id, state: of, channel, locale, currency }) {
      if (of === 'cancelled') return [];
      const waiting = (await readAdditions(database, { orderId: id })).filter(
        (kept) => kept.state === 'waiting' && kept.expires_at > clock() && !waitsForReturn(kept),
      );
      const methods = waiting.length > 0 ? waysFor(payments, { channel, locale, currency }) : [];
      return Promise.all(
        waiting.map(async (kept) => {
          const [payment] =
            kept.payment_id === null ? [] : await payments.find(database, { id: kept.payment_id });
          const url = payment?.state === 'action' ? payment.actionUrl : undefined;
          const beingPaid = payment && isUndecided(payment.state) && { ...(url !== undefined && { url }) };
          return { ...additionView(kept), methods, ...(beingPaid && { beingPaid }) };
        }),
      );
    },
    async find(id) {
      const [kept] = await readAdditions(database, { id });
      return kept && additionView(kept);
    },
    async expire() {
      let expired = 0;
      const failures: unknown[] = [];
      for (const id of await readOverdue(database, clock(), EXPIRED_AT_ONCE)) {
        const isOver = await database
          .transaction(async (tx) => {
            const opened = await open(tx, id);
            if (opened?.kept.state !== 'waiting') return false;
            const { order, kept } = opened;
            if (kept.expires_at > clock() && order.state !== 'cancelled') return false;
            const by = { actor: 'system:additions', at: clock() };
            const as = order.state === 'cancelled' ? 'withdrawn' : 'expired';
            await giveUpAddition(tx, doors, { kept, by, as });
            return true;
          })
          // The others are not to wait for the one that cannot be given up.
          .catch((error: unknown) => {
            failures.push(error);
            return false;
          });
        if (isOver) expired += 1;
      }
      if (expired > 0) await payments.runOperations();
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} offers of goods could not be given up.`);
      return expired;
    },
    inTransaction: {
      settle: (tx, told) => settleAddition(tx, doors, told),
      forReturns: additionsForReturns(doors),
    },
    pricedOutside: (work) => doors.tax.askedOutside(work),
    setReturns(those) {
      returns = those;
    },
  };

  /** An order that is cancelled takes what waits for it along. */
  async function endWithOrder(tx: Transaction, kept: KeptAddition, command: CommandContext) {
    const by = { actor: actorName(command.actor), at: clock() };
    const { state } = await giveUpAddition(tx, doors, { kept, by, as: 'withdrawn' });
    return { kind: 'not-now', state } as const;
  }

  async function howItStands(additionId: string, paymentId: string): Promise<PayAdditionOutcome> {
    const [payment] = await payments.find(database, { id: paymentId });
    const [kept] = await readAdditions(database, { id: additionId });
    if (kept!.state === 'added') return { kind: 'paid' };
    if (kept!.state !== 'waiting') return { kind: 'not-now', state: kept!.state };
    if (payment?.state === 'action' && payment.actionUrl !== undefined)
      return { kind: 'action', url: payment.actionUrl };
    if (payment && isUndecided(payment.state)) return { kind: 'pending' };
    return { kind: 'declined', reason: payment?.declined ?? kept!.declined ?? 'declined' };
  }
}
