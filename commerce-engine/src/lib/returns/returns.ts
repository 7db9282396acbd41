import type { Queryable, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { actorOfCustomer } from '../accounts/sessions.ts';
import { actorName } from '../actor-name.ts';
import type { Additions } from '../additions/additions.ts';
import type { InsteadChoices } from '../additions/additions.views.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { Carts } from '../cart/cart.ts';
import type { Checkouts } from '../checkout/checkout.ts';
import type { Count } from '../count.ts';
import { countUpTo } from '../count-up-to.ts';
import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Fulfilment } from '../fulfilment/fulfilment.ts';
import { type CommandCall, runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { isUuid } from '../is-uuid.ts';
import { money } from '../money/money.rules.ts';
import type { LinePieces } from '../orders/order-pieces.ts';
import type { LockedOrder, Orders } from '../orders/orders.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { parseInput } from '../parse-input.ts';
import { settingsCall } from '../settings-call.ts';
import type { Stores } from '../stores/stores.ts';
import { linkExchange, readUnlinked } from './exchange-links.ts';
import { type ExchangeCredit, exchangeReturn } from './exchange-return.ts';
import { isOpenInstead } from './instead.ts';
import { type KeptReturn, readReturns, returnView, shopperReturnView, writeReturn } from './keep-return.ts';
import { listReturns, type ReturnListQuery, type ReturnPage } from './list-returns.ts';
import { prepareExchange } from './prepare-exchange.ts';
import { quoteView } from './quote-view.ts';
import { receivePieces } from './receive-return.ts';
import { quoteRefund, refundPieces } from './refund-return.ts';
import { refundWith } from './refund-with.ts';
import { beginReturn } from './request-return.ts';
import { type ReturnDesk, tellReturn } from './return-desk.ts';
import { readPolicies, readPolicy, writePolicy } from './return-policy.ts';
import { type ReturnState, type ReturnStep, stepReturn } from './return-state.rules.ts';
import { type ReturnableLine, returnableLines } from './returnable-lines.ts';
import type { ReturnsTables } from './returns.tables.ts';
import type {
  CallOffOutcome,
  ExchangeOutcome,
  PrepareExchangeOutcome,
  RefundOutcome,
  RefundQuoteOutcome,
  RequestOutcome,
  ReturnableView,
  ReturnPolicyView,
  ReturnView,
  ShopperReturnView,
  StepOutcome,
  TakeBackOutcome,
} from './returns.views.ts';
import {
  type CallOffInput,
  callOffSchema,
  type ExchangeInput,
  exchangeSchema,
  type PrepareExchangeInput,
  prepareExchangeSchema,
  type ReceiveInput,
  type RefundInput,
  type RefundPolicyInput,
  type RejectReturnInput,
  type RequestInput,
  receiveSchema,
  refundPolicySchema,
  refundSchema,
  rejectReturnSchema,
  requestSchema,
  type StepInput,
  stepSchema,
  type TakeBackInput,
  takeBackSchema,
} from './returns-input.ts';
import { returnsOfAdditions } from './returns-of-additions.ts';
import { letGoInstead } from './settle-instead.ts';
import { takeBack } from './take-back.ts';

/** What comes back. Commands need `orders.write` unless they say otherwise. */
export interface Returns {
  /** Announces pieces that will come back. For staff, and in time for the order's customer and for whoever has its key. */
  request(command: CommandContext, input: RequestInput): Promise<RequestOutcome>;
  /** Gives up a return nothing of which has arrived. For the order's customer and for whoever has its key. */
  callOff(command: CommandContext, input: CallOffInput): Promise<CallOffOutcome>;
  approve(command: CommandContext, input: StepInput): Promise<StepOutcome>;
  reject(command: CommandContext, input: RejectReturnInput): Promise<StepOutcome>;
  cancel(command: CommandContext, input: StepInput): Promise<StepOutcome>;
  /** Pieces are here and were inspected. @throws CommerceError `unknown_location`. */
  receive(command: CommandContext, input: ReceiveInput): Promise<StepOutcome>;
  /** The money of received pieces goes back. */
  refund(command: CommandContext, input: RefundInput): Promise<RefundOutcome>;
  /** What a refund would do: its parts, and where money would go. No money moves. Needs `orders.write`. */
  quoteRefund(actor: Actor, input: RefundInput): Promise<RefundQuoteOutcome>;
  /**
   * Puts other goods into a cart of their own and fills its checkout in like the order; tells what the return pays of them, what is left
   * to pay and what would go back. No money moves.
   */
  prepareExchange(command: CommandContext, input: PrepareExchangeInput): Promise<PrepareExchangeOutcome>;
  /**
   * Received pieces pay for other goods, which lie in a checkout of their customer: what the new goods cost more is paid, what
   * they cost less goes back.
   */
  exchange(command: CommandContext, input: ExchangeInput): Promise<ExchangeOutcome>;
  /**
   * Finds the orders of exchanges whose payment was decided later. For a job that runs every minute; harmless in several
   * processes. @returns how many.
   */
  linkExchanges(): Promise<number>;
  /** Everything at once, for goods that lie on the counter. What is refused leaves nothing behind. */
  takeBack(command: CommandContext, input: TakeBackInput): Promise<TakeBackOutcome>;
  /** Says to which tenders a channel's money goes back. Needs `settings.write`. @throws CommerceError `unknown_channel`. */
  setRefundPolicy(command: CommandContext, input: RefundPolicyInput): Promise<void>;
  /** What each channel says of returns, in the order the channels were set up. Needs `orders.read`. */
  policies(actor: Actor): Promise<readonly ReturnPolicyView[]>;
  /** Newest first, page by page. Needs `orders.read`. */
  list(actor: Actor, query: ReturnListQuery): Promise<ReturnPage>;
  /** Needs `orders.read`. */
  get(actor: Actor, returnId: string): Promise<ReturnView | undefined>;
  /** How many are in a state. Needs `orders.read`. */
  count(actor: Actor, state: ReturnState): Promise<Count>;
  /** Returns of an order, and what its shopper may still announce. For whoever has opened it. */
  ofOpened(order: OrderView): Promise<{
    readonly returns: readonly ShopperReturnView[];
    readonly returnable: readonly ReturnableView[];
  }>;
  /** What of the products of an order can be had instead of its pieces, by what may be announced. For whoever has opened it. */
  choicesOfOpened(order: OrderView): Promise<readonly InsteadChoices[]>;
  /** The same by what staff may announce. Needs `orders.read`. */
  choices(actor: Actor, orderId: string): Promise<readonly InsteadChoices[]>;
  /** For other domains, by orders. */
  readonly ofOrders: {
    read(on: Queryable, orderIds: readonly string[]): Promise<readonly ReturnView[]>;
    /** Takes what was written with returns out of the shop's memory. */
    forgetNotes(tx: Transaction, orderIds: readonly string[]): Promise<void>;
  };
}

/** Only its desk is used: each step names who does it. */
const SYSTEM: CommandContext = { actor: { kind: 'system', reason: 'returns' }, idempotencyKey: '' };

export interface ReturnDoors {
  readonly additions: Pick<Additions, 'inTransaction' | 'pricedOutside' | 'setReturns'>;
  readonly orders: Orders;
  readonly inventory: Inventory;
  readonly stores: Stores;
  readonly customers: Pick<Customers, 'inTransaction'>;
  readonly checkout: Pick<Checkouts, 'get' | 'pay' | 'update'>;
  readonly cart: Pick<Carts, 'get' | 'addLine' | 'setQuantity'>;
  readonly fulfilment: Pick<Fulfilment, 'sent'>;
  /** Lines of an order that are not taken back: RET-31. */
  readonly linesSold: (on: Queryable, orderId: string) => Promise<ReadonlySet<string>>;
}

export function createReturns(context: EngineContext, doors: ReturnDoors): Returns {
  const { database, clock } = context;
  const { orders, inventory, stores } = doors;
  const deskFor = (tx: Transaction, command: CommandContext): ReturnDesk => {
    const stock = inventory.inTransaction;
    return {
      ...{ tx, orders, stock, stores, additions: doors.additions.inTransaction.forReturns },
      linesSold: doors.linesSold,
      ...{ actor: actorName(command.actor), at: clock() },
    };
  };
  doors.additions.setReturns(returnsOfAdditions((tx, actor) => ({ ...deskFor(tx, SYSTEM), actor })));
  async function customerOf(id: string | undefined) {
    const found = id === undefined ? undefined : await doors.customers.inTransaction.find(database, { id });
    return found && actorOfCustomer(found);
  }

  const writing = (name: string, body: unknown) =>
    ({ name, capability: 'orders.write', body }) satisfies CommandCall;

  /** Locks the order of a return and finds the return as it is then. */
  async function open(tx: Transaction, returnId: string, how: 'lock' | 'lockForMoney') {
    const [known] = await readReturns(tx, { id: returnId });
    const order = known && (await orders.inTransaction[how](tx, known.order_id));
    const [kept] = order ? await readReturns(tx, { id: returnId }) : [];
    return order && kept ? { order, kept } : undefined;
  }

  function refusalOf(kept: KeptReturn | undefined, step: ReturnStep): StepOutcome | undefined {
    if (!kept) return { kind: 'no-return' };
    return stepReturn(kept.state, step) ? undefined : { kind: 'not-now', state: kept.state };
  }

  function move(
    command: CommandContext,
    step: 'approve' | 'reject' | 'cancel',
    input: StepInput & { readonly answer?: string },
  ): Promise<StepOutcome> {
    return runCommand(context, command, writing(`returns.${step}`, input), async (tx) => {
      const desk = deskFor(tx, command);
      const opened = await open(tx, input.returnId, 'lock');
      const refusal = refusalOf(opened?.kept, step);
      if (refusal || !opened) return refusal ?? { kind: 'no-return' };
      const state = stepReturn(opened.kept.state, step)!;
      const { answer = null } = input;
      const ended = step === 'approve' ? opened.kept : await letGoInstead(desk, opened.kept, 'return');
      const written = await writeReturn(tx, ended, { state, answer, updated_at: desk.at });
      await tellReturn(desk, written, state, answer === null ? {} : { answer });
      return { kind: 'done', return: returnView(written) };
    });
  }

  /** It is their own order, or its key came along. */
  async function mayOpen(
    actor: Actor,
    { orderId, key }: { readonly orderId: string; readonly key?: string | undefined },
  ): Promise<boolean> {
    if (actor.kind === 'customer' && (await orders.openOwn(actor, orderId)) !== undefined) return true;
    return key !== undefined && (await orders.open(orderId, key)) !== undefined;
  }

  async function returnableOfOrder(
    on: Queryable,
    order: Parameters<typeof returnableLines>[1],
  ): Promise<readonly ReturnableLine[]> {
    const sent = await doors.fulfilment.sent(on, order.id);
    const final = await doors.linesSold(on, order.id);
    return returnableLines(on, order, { sent, final, at: clock() });
  }

  /** The first line of which more is announced than is in time, and not more than is out. */
  async function tooLate(
    tx: Transaction,
    order: LockedOrder,
    pieces: readonly LinePieces[],
  ): Promise<RequestOutcome | undefined> {
    const lines = await returnableOfOrder(tx, order);
    for (const { lineId, quantity } of pieces) {
      const line = lines.find((each) => each.lineId === lineId);
      if (!line || quantity <= line.quantity || quantity > line.open) continue;
      // What is out and not returnable any more is late: there is a day.
      return { kind: 'too-late', lineId, returnable: line.quantity, until: line.late!.toISOString() };
    }
    return undefined;
  }

  async function choicesOf(
    order: Pick<LockedOrder, 'id' | 'channel'> & {
      readonly lines: OrderView['lines'] | LockedOrder['lines'];
    },
    most: (line: ReturnableLine) => number,
  ): Promise<readonly InsteadChoices[]> {
    const lines = await returnableOfOrder(database, order);
    const pieces = lines.map((line) => ({ lineId: line.lineId, quantity: most(line) }));
    return doors.additions.inTransaction.forReturns.choices(database, order.id, pieces, clock());
  }

  return {
    async request(command, asked) {
      const input = parseInput(requestSchema, asked, 'this return');
      const { orderId, key: _, ...wanted } = input;
      const { actor } = command;
      const isOpened = await mayOpen(actor, input);
      const isShopper = actor.kind === 'guest' || actor.kind === 'customer';
      if (!isOpened && isShopper) return { kind: 'no-order' };
      const call = { name: 'returns.request', body: input } as const;
      const priced = wanted.lines.some(({ instead }) => instead)
        ? doors.additions.pricedOutside
        : (work: () => Promise<RequestOutcome>) => work();
      const asking = isOpened ? call : writing(call.name, input);
      const ask = async (tx: Transaction): Promise<RequestOutcome> => {
        const order = await orders.inTransaction.lock(tx, orderId);
        if (!order) return { kind: 'no-order' };
        const late = isShopper ? await tooLate(tx, order, wanted.lines) : undefined;
        if (late) return late;
        const how = { byShopper: isShopper, state: 'requested' } as const;
        const begun = await beginReturn(deskFor(tx, command), order, { ...wanted, ...how });
        return begun.kind === 'begun' ? { kind: 'requested', return: returnView(begun.kept) } : begun;
      };
      return priced(() => runCommand(context, command, asking, ask));
    },
    async callOff(command, asked) {
      const input = parseInput(callOffSchema, asked, 'this return');
      if (!(await mayOpen(command.actor, input))) return { kind: 'no-return' };
      const call = { name: 'returns.callOff', body: input } as const;
      return runCommand<CallOffOutcome>(context, command, call, async (tx) => {
        const opened = await open(tx, input.returnId, 'lock');
        if (opened?.order.id !== input.orderId) return { kind: 'no-return' };
        const { number, state: now } = opened.kept;
        const state = stepReturn(now, 'cancel');
        if (!state) return { kind: 'not-now', state: now };
        const desk = deskFor(tx, command);
        const ended = await letGoInstead(desk, opened.kept, 'return');
        await tellReturn(desk, await writeReturn(tx, ended, { state, updated_at: desk.at }), 'cancelled');
        return { kind: 'called-off', number };
      });
    },
    approve: async (command, input) => move(command, 'approve', parseInput(stepSchema, input, 'this return')),
    cancel: async (command, input) => move(command, 'cancel', parseInput(stepSchema, input, 'this return')),
    reject: async (command, input) =>
      move(command, 'reject', parseInput(rejectReturnSchema, input, 'this rejection')),
    async receive(command, asked) {
      const input = parseInput(receiveSchema, asked, 'this inspection');
      return runCommand(context, command, writing('returns.receive', input), async (tx) => {
        const opened = await open(tx, input.returnId, 'lock');
        const refusal = refusalOf(opened?.kept, 'receive');
        if (refusal || !opened) return refusal ?? { kind: 'no-return' };
        const inspected = input.lines.map(({ lineId, resellable = 0, damaged = 0, missing = 0 }) => ({
          lineId,
          resellable,
          damaged,
          missing,
        }));
        const { locationId } = input;
        const what = { kept: opened.kept, locationId, inspected };
        const { kept } = await receivePieces(deskFor(tx, command), opened.order, what);
        return { kind: 'done', return: returnView(kept) };
      });
    },
    async refund(command, asked) {
      const { instead = true, ...input } = parseInput(refundSchema, asked, 'this refund');
      const { returnId, ...terms } = input;
      const call = writing('returns.refund', { ...input, ...(!instead && { instead }) });
      const outcome = await runCommand<RefundOutcome>(context, command, call, async (tx) => {
        const opened = await open(tx, returnId, 'lockForMoney');
        const refusal = refusalOf(opened?.kept, 'refund');
        if (refusal || !opened) return refusal ?? { kind: 'no-return' };
        const desk = deskFor(tx, command);
        return refundWith(desk, opened, { terms, instead });
      });
      if ('return' in outcome) await orders.runPayments(outcome.return.orderId);
      return outcome;
    },
    async quoteRefund(actor, asked) {
      const { instead = true, ...input } = parseInput(refundSchema, asked, 'this refund');
      const { returnId, ...terms } = input;
      requireCapability(actor, 'orders.write');
      return database.transaction<RefundQuoteOutcome>(async (tx) => {
        const opened = await open(tx, returnId, 'lockForMoney');
        const refusal = refusalOf(opened?.kept, 'refund');
        if (!opened) return { kind: 'no-return' };
        if (refusal) return { kind: 'not-now', state: opened.kept.state };
        const desk = deskFor(tx, { actor, idempotencyKey: returnId });
        const { kept } = opened;
        const wanted = instead && isOpenInstead(kept.instead) ? kept.instead : undefined;
        return quoteView(desk, opened.order, { kept, ...terms }, wanted);
      });
    },
    async prepareExchange(command, asked) {
      const input = parseInput(prepareExchangeSchema, asked, 'this exchange');
      requireCapability(command.actor, 'orders.write');
      const { returnId, fee, delivery } = input;
      const [kept] = await readReturns(database, { id: returnId });
      const refusal = refusalOf(kept, 'refund');
      if (refusal || !kept) return refusal?.kind === 'not-now' ? refusal : { kind: 'no-return' };
      const order = (await orders.inTransaction.view(database, { id: kept.order_id }))!;
      const locked = await database.transaction((tx) => orders.inTransaction.lock(tx, kept.order_id));
      const customer = await customerOf(locked?.customerId);
      if (!customer) return { kind: 'no-customer' };
      const { channel, locale, currency } = order;
      return prepareExchange(command, input, {
        ...doors,
        market: { channel, locale, currency, customerGroup: customer.group ?? 'anyone' },
        order,
        customer,
        quote: (credit) =>
          database.transaction(async (tx) => {
            const opened = await open(tx, returnId, 'lockForMoney');
            return quoteRefund(deskFor(tx, command), opened!.order, {
              kept: opened!.kept,
              credit,
              ...(fee !== undefined && { fee }),
              ...(delivery !== undefined && { delivery }),
            });
          }),
      });
    },
    async exchange(command, asked) {
      const input = parseInput(exchangeSchema, asked, 'this exchange');
      requireCapability(command.actor, 'orders.write');
      const { returnId, fee, delivery } = input;
      const [kept] = await readReturns(database, { id: returnId });
      if (!kept) return { kind: 'no-return' };
      const order = await database.transaction((tx) => orders.inTransaction.lock(tx, kept.order_id));
      const customer = await customerOf(order?.customerId);
      return exchangeReturn(command, input, {
        checkout: doors.checkout,
        currency: order?.currency ?? input.market.currency,
        customer,
        isOpen: kept.state === 'received',
        exchanged: (instead) =>
          database.transaction(async (tx) => {
            const { kept: now } = (await open(tx, returnId, 'lock'))!;
            return returnView(await linkExchange(deskFor(tx, command), now, instead));
          }),
        async refund({ most, before }) {
          // The key stands for the exchange: how much became credit is decided once.
          const body = { ...input, returnId };
          type Refunded = Exclude<RefundOutcome, { kind: 'to-pay' | 'sold-out' }> & ExchangeCredit;
          const call = writing('returns.exchange', body);
          const refunded = await runCommand<Refunded>(context, command, call, async (tx) => {
            const opened = await open(tx, returnId, 'lockForMoney');
            const refusal = refusalOf(opened?.kept, 'refund');
            if (refusal || !opened) return refusal ?? { kind: 'no-return' };
            const desk = deskFor(tx, command);
            const done = await refundPieces(desk, opened.order, {
              kept: opened.kept,
              credit: most,
              ...(fee !== undefined && { fee }),
              ...(delivery !== undefined && { delivery }),
            });
            if (done.kind !== 'refunded') return done;
            const { checkoutId } = input;
            const quit = await letGoInstead(desk, done.kept, 'money');
            const paying = await writeReturn(tx, quit, { exchange_checkout_id: checkoutId });
            const cash = (amount: number) => money(amount, opened.order.currency);
            const credit = { credited: cash(done.credited), pays: cash(before + done.credited) };
            return { kind: 'done', return: returnView(paying), ...credit };
          });
          if (refunded.kind === 'done') await orders.runPayments(kept.order_id);
          return refunded;
        },
      });
    },
    async linkExchanges() {
      let linked = 0;
      for (const { returnId, checkoutId } of await readUnlinked(database, clock())) {
        const placed = await orders.ofCheckout(database, checkoutId);
        if (!placed) continue;
        await database.transaction(async (tx) => {
          const { kept } = (await open(tx, returnId, 'lock'))!;
          await linkExchange({ tx, orders, actor: 'system:exchange' }, kept, placed);
        });
        linked += 1;
      }
      return linked;
    },
    async takeBack(command, asked) {
      const input = parseInput(takeBackSchema, asked, 'this return');
      const outcome = await takeBack(input, (work) =>
        runCommand(context, command, writing('returns.takeBack', input), (tx) => work(deskFor(tx, command))),
      );
      if (outcome.kind === 'taken-back') await orders.runPayments(outcome.return.orderId);
      return outcome;
    },
    async setRefundPolicy(command, asked) {
      const input = parseInput(refundPolicySchema, asked, 'this refund policy');
      const call = settingsCall('returns.setRefundPolicy', input);
      await runCommand(context, command, call, async (tx) => {
        const { channel } = input;
        await stores.channel(channel, { on: tx });
        const before = await readPolicy(tx, channel);
        await writePolicy(tx, input);
        const { tenders, days } = await readPolicy(tx, channel);
        await recordAudit(tx, {
          actor: command.actor,
          action: call.name,
          subject: `channel:${channel}`,
          detail: { days: days ?? 'without end', daysBefore: before.days ?? 'without end', tenders },
          at: clock(),
        });
        return null;
      });
    },
    async policies(actor) {
      requireCapability(actor, 'orders.read');
      const said = await readPolicies(database);
      return (await stores.channels()).map(({ id }) => said.get(id) ?? { channel: id, tenders: {} });
    },
    async list(actor, query) {
      requireCapability(actor, 'orders.read');
      return listReturns(database, query);
    },
    async get(actor, returnId) {
      requireCapability(actor, 'orders.read');
      const [kept] = await readReturns(database, { id: returnId });
      return kept && returnView(kept);
    },
    async count(actor, state) {
      requireCapability(actor, 'orders.read');
      return countUpTo(database, sql`select from returns_return where state = ${state}`);
    },
    async ofOpened(order) {
      const lines = await returnableOfOrder(database, order);
      return {
        returns: (await readReturns(database, { orderId: order.id })).map(shopperReturnView),
        returnable: lines.map(({ lineId, quantity, until }) => ({
          lineId,
          quantity,
          ...(until && { until: until.toISOString() }),
        })),
      };
    },
    async choicesOfOpened(order) {
      return choicesOf(order, ({ quantity }) => quantity);
    },
    async choices(actor, orderId) {
      requireCapability(actor, 'orders.read');
      const order = isUuid(orderId) ? await orders.inTransaction.read(database, orderId) : undefined;
      return order ? choicesOf(order, ({ open }) => open) : [];
    },
    ofOrders: {
      async read(on, orderIds) {
        const each = await Promise.all(orderIds.map((orderId) => readReturns(on, { orderId })));
        return each.flat().map(returnView);
      },
      async forgetNotes(tx, orderIds) {
        if (orderIds.length === 0) return;
        await tx
          .tables<ReturnsTables>()
          .updateTable('returns_return')
          .set({ note: null, answer: null })
          .where('order_id', 'in', [...orderIds])
          .execute();
      },
    },
  };
}
