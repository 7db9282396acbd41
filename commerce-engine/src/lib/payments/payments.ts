import type { Queryable, Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { createHand } from './hand.ts';
import { impatientOrders } from './impatient-orders.ts';
import {
  applyTelling,
  beginPayment,
  heldPayments,
  holdPayments,
  type KeptPayment,
  type NewPayment,
  providerPayment,
  readPayments,
  type Telling,
} from './keep-payment.ts';
import {
  type MarkPaidInput,
  type MarkPaidOutcome,
  markPaid,
  markPaidSchema,
  type PaidOrders,
} from './mark-paid.ts';
import {
  claimOperations,
  type DueOperation,
  endOperation,
  noteTrouble,
  type OtherWay,
  readOpenOperations,
} from './operations.ts';
import type { PaymentProvider, ProviderAnswer } from './payment-provider.ts';
import { readPaymentTroubles } from './payment-troubles.ts';
import type { PaymentsTables } from './payments.tables.ts';
import type { PaymentMethodView, PaymentTrouble } from './payments.views.ts';
import { readStanding, type StandingPayment } from './standing-payments.ts';
import { wordsIn } from './words-in.ts';

export type { KeptPayment, NewPayment } from './keep-payment.ts';
export type { PaidOrders } from './mark-paid.ts';
export type { StandingPayment } from './standing-payments.ts';

/** What a payment belongs to: locked before the payment is, and told of its changes in the same transaction. */
export interface PaymentOwner {
  /** @param also what is read by the same statement, as it stands once the owner is held. */
  lock<Also>(tx: Transaction, owner: string, also: RawBuilder<Also>): Promise<LockedOwner<Also>>;
}

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
}

export interface LockedOwner<Also> {
  readonly also: Also;
  /** Is to be told of every change. @returns the order it has become by that. */
  tell(told: ToldPayment): Promise<PlacedOrder | undefined>;
}

/** A change of a payment that is not written yet. */
export interface ToldPayment {
  readonly changed: KeptPayment;
  /** All payments of the owner, as they are then. */
  readonly all: readonly KeptPayment[];
  /**
   * Writes it. Whoever is told does that, once: after what it has to lock and read, so that everything is written together,
   * and before payments are read.
   */
  write(order?: { readonly id: string; readonly paymentIds: readonly string[] }): Promise<void>;
}

/** Money that shoppers promise and pay. */
export interface Payments {
  /** What can be chosen in a market. */
  methods(market: Market): readonly PaymentMethodView[];
  find(on: Queryable, which: Parameters<typeof readPayments>[1]): Promise<KeptPayment[]>;
  /** What people must look after, the newest first, at most 20. Needs `orders.read`. */
  troubles(actor: Actor): Promise<readonly PaymentTrouble[]>;
  /** Names what owns payments whose owner begins with the prefix and a colon. Once, while the engine is put together. */
  setOwner(prefix: string, owner: PaymentOwner): void;
  /** Says who knows what orders still owe. Once, while the engine is put together. */
  setOrders(orders: PaidOrders): void;
  /** Staff say that money came which no provider tells of, such as a bank transfer. Needs `orders.write`. */
  markPaid(command: CommandContext, input: MarkPaidInput): Promise<MarkPaidOutcome>;
  /**
   * Asks the provider to begin; when it was asked already, how it stands. What is decided by that is done at once. Never inside a
   * transaction.
   * @param payment its id, or itself when it was begun just now.
   * @returns it as it stands, with the order that came of it just now.
   */
  advance(payment: string | KeptPayment): Promise<Advanced>;
  /** Asks the provider how a payment stands. Never inside a transaction. */
  ask(paymentId: string): Promise<KeptPayment>;
  /** Takes what a provider sends by itself. @returns undefined when there is no such provider. */
  receive(
    provider: string,
    request: { readonly headers: Headers; readonly body: string },
  ): Promise<{ readonly kind: 'taken' } | { readonly kind: 'refused'; readonly problem: string } | undefined>;
  /** Has providers do what is due, of these payments or of any. @returns how many operations were tried. */
  runOperations(among?: readonly string[]): Promise<number>;
  /** Asks after payments whose answer was lost. For a job that runs every minute. @returns how many. */
  resume(): Promise<number>;
  /** Orders nobody has paid anything of, whose provider has no more patience; the oldest first. */
  impatient(): AsyncIterable<string>;
  /** For other domains, inside their own transaction; they hold the lock on the payment's owner. */
  readonly inTransaction: {
    begin(tx: Transaction, payment: NewPayment): Promise<KeptPayment>;
    ask(
      tx: Transaction,
      operation: {
        paymentId: string;
        kind: DueOperation['kind'];
        amount: number;
        reason: string;
        /** A refund that goes another way than the money came. */
        via?: OtherWay;
      },
    ): Promise<string>;
    /** Whatever is promised or taken is given back; harmless when that was asked for already. */
    letGo(tx: Transaction, payment: KeptPayment, reason: string): Promise<void>;
    /** Locks what a payment belongs to. Before the order, its stock and its payments. */
    lockOwner(tx: Transaction, owner: string): Promise<void>;
    /** An order's payments with what is under way, in the order they were begun. */
    standing(on: Queryable, orderId: string): Promise<StandingPayment[]>;
  };
  /** @throws when no provider has this id. */
  provider(id: string): PaymentProvider;
}

export interface Advanced {
  readonly payment: KeptPayment;
  readonly placed?: PlacedOrder | undefined;
}

/** An answer this old is not on its way any more. */
const LOST_AFTER = 30_000;
const RESUME_AT_ONCE = 50;

export function createPayments(
  context: EngineContext,
  { providers }: { readonly providers: readonly PaymentProvider[] },
): Payments {
  const { database, clock } = context;
  const owners = new Map<string, PaymentOwner>();
  const hand = createHand();
  let orders: PaidOrders | undefined;

  function provider(id: string): PaymentProvider {
    const found = providers.find((each) => each.id === id);
    if (found) return found;
    throw new Error(
      `There is no payment provider "${id}". Providers: ${providers.map((each) => each.id).join(', ') || 'none'}. Was it removed while payments of it are open?`,
    );
  }

  function ownerOf(owner: string): PaymentOwner {
    const found = owners.get(owner.slice(0, owner.indexOf(':')));
    if (found) return found;
    throw new Error(`Nobody answers for payments of "${owner}".`);
  }

  async function lockOwner(tx: Transaction, owner: string): Promise<void> {
    await ownerOf(owner).lock(tx, owner, sql`null`);
  }

  async function byId(id: string): Promise<KeptPayment> {
    const [payment] = await readPayments(database, { id });
    if (payment) return payment;
    throw new Error(`There is no payment "${id}".`);
  }

  /** @returns undefined when the payment is gone, or it was told of before. */
  function told(
    payment: KeptPayment,
    telling: Telling,
    {
      isNew,
      also,
      inHand = false,
    }: {
      readonly isNew?: (tx: Transaction) => Promise<boolean>;
      readonly also?: (tx: Transaction) => Promise<void>;
      /** The caller does what is asked by that. */
      readonly inHand?: boolean;
    } = {},
  ): Promise<(Advanced & { readonly asked: readonly DueOperation[] }) | undefined> {
    const { id, owner: name } = payment;
    return database.transaction(async (tx) => {
      const owner = await ownerOf(name).lock(tx, name, heldPayments(name));
      if (isNew && !(await isNew(tx))) return undefined;
      const rows = owner.also.some((row) => row.is_outdated) ? await holdPayments(tx, name) : owner.also;
      const applied = applyTelling(rows, id, { telling, at: clock() });
      if (!applied?.changed) {
        await also?.(tx);
        return applied && { payment: applied.payment, asked: [] };
      }
      const { payment: changed, all } = applied;
      const asked = inHand ? hand.open(tx, all) : [];
      const placed = await owner.tell({
        changed,
        all,
        async write(order) {
          await applied.write(tx, order);
          await also?.(tx);
        },
      });
      return { payment: changed, placed, asked };
    });
  }

  async function askAbout(payment: KeptPayment, how: 'start' | 'status'): Promise<Advanced> {
    const answer = await answerOf(() => provider(payment.provider)[how](providerPayment(payment)));
    if (answer.kind === 'unknown') return { payment: await byId(payment.id) };
    const { asked, ...advanced } = (await told(payment, answer, { inHand: how === 'start' })) ?? {
      payment,
      asked: [],
    };
    await operateAll(asked);
    return advanced;
  }

  async function operate(operation: DueOperation): Promise<void> {
    const { payment, id, kind, amount, via, to } = operation;
    const answer = await answerOf(() =>
      provider(via ?? payment.provider).operate(providerPayment(payment), {
        id,
        kind,
        amount,
        ...(typeof to === 'string' && { to }),
      }),
    );
    if (answer.kind === 'unknown') return noteTrouble(database, operation, answer.problem);
    await told(payment, answer, { also: (tx) => endOperation(tx, id) });
  }

  async function operateAll(operations: readonly DueOperation[]): Promise<void> {
    for (const operation of operations) {
      // One that cannot be noted must not keep the others from being done.
      await operate(operation).catch((error: unknown) =>
        noteTrouble(database, operation, error instanceof Error ? error.message : String(error)),
      );
    }
  }

  async function runOperations(among?: readonly string[]): Promise<number> {
    let tried = 0;
    for (;;) {
      const due = await claimOperations(database, clock(), among);
      await operateAll(due);
      tried += due.length;
      // A payment has few operations: whoever asks for its own has them all.
      if (due.length === 0 || among) return tried;
    }
  }

  return {
    provider,
    methods: ({ currency, locale }) =>
      providers.flatMap((each) =>
        each.methods
          .filter(({ currencies }) => !currencies || currencies.includes(currency))
          .map(({ method, name, hint, choices }) => ({
            provider: each.id,
            method,
            name: wordsIn(name, locale),
            ...(hint && { hint: wordsIn(hint, locale) }),
            ...(choices && {
              choices: choices.map((choice) => ({ token: choice.token, name: wordsIn(choice.name, locale) })),
            }),
          })),
      ),
    find: readPayments,
    async troubles(actor) {
      requireCapability(actor, 'orders.read');
      return readPaymentTroubles(database);
    },
    setOwner(prefix, owner) {
      owners.set(prefix, owner);
    },
    setOrders(known) {
      orders = known;
    },
    async markPaid(command, asked) {
      const input = parseInput(markPaidSchema, asked, 'this payment');
      const call = { name: 'payments.markPaid', capability: 'orders.write', body: input } as const;
      const outcome = await runCommand(context, command, call, (tx) =>
        markPaid(tx, input, {
          orders,
          actor: actorName(command.actor),
          at: clock(),
          provider,
          lockOwner: (owner) => lockOwner(tx, owner),
        }),
      );
      await runOperations([input.paymentId]);
      return outcome;
    },
    async advance(which) {
      const payment = typeof which === 'string' ? await byId(which) : which;
      return payment.state === 'started' ? askAbout(payment, 'start') : { payment };
    },
    ask: async (paymentId) => (await askAbout(await byId(paymentId), 'status')).payment,
    async receive(id, request) {
      const known = providers.find((each) => each.id === id);
      if (!known?.readWebhook) return undefined;
      const reading = await known.readWebhook({ ...request, now: clock() });
      if (reading.kind === 'refused') return reading;
      for (const { eventId, paymentId, ...telling } of reading.messages) {
        const [payment] = await readPayments(database, { id: paymentId });
        // The provider may serve several shops.
        if (!payment || payment.provider !== id) continue;
        const message = { provider: id, eventId, paymentId, at: clock() };
        await told(payment, telling, { isNew: (tx) => isNewMessage(tx, message) });
      }
      return { kind: 'taken' };
    },
    runOperations,
    async resume() {
      const before = new Date(clock().getTime() - LOST_AFTER);
      const lost = await database
        .tables<PaymentsTables>()
        .updateTable('payments_payment')
        .set({ asked_at: clock() })
        .where('id', 'in', (db) =>
          db
            .selectFrom('payments_payment')
            .select('id')
            .where('state', 'in', ['started', 'action', 'pending'])
            .where('asked_at', '<', before)
            .orderBy('asked_at')
            .limit(RESUME_AT_ONCE)
            .forUpdate()
            .skipLocked(),
        )
        .returning('id')
        .execute();
      const troubles: unknown[] = [];
      for (const { id } of lost) {
        // The same for those whose answers were lost; what went wrong is told when all have been asked after.
        await byId(id)
          .then((payment) => askAbout(payment, 'status'))
          .catch((error: unknown) => troubles.push(error));
      }
      if (troubles.length > 0) throw new AggregateError(troubles, 'Some payments could not be asked after.');
      return lost.length;
    },
    impatient: () => impatientOrders(database, providers, clock()),
    inTransaction: {
      standing: readStanding,
      lockOwner,
      begin: (tx, payment) => {
        provider(payment.provider);
        return beginPayment(tx, payment, clock());
      },
      ask: (tx, operation) => hand.ask(tx, { ...operation, at: clock() }),
      async letGo(tx, payment, reason) {
        const { state, captured, refunded } = payment;
        if (state === 'declined' || state === 'cancelled' || (captured > 0 && captured === refunded)) return;
        const asked = await readOpenOperations(tx, [payment.id]);
        const kind = captured > 0 ? 'refund' : 'cancel';
        if (asked.some((each) => each.kind === kind)) return;
        const amount = captured > 0 ? captured - refunded : payment.amount;
        await hand.ask(tx, { paymentId: payment.id, kind, amount, reason, at: clock() });
      },
    },
  };
}

/** A provider that throws has given no answer: the money may have moved all the same. */
async function answerOf(ask: () => Promise<ProviderAnswer>): Promise<ProviderAnswer> {
  try {
    return await ask();
  } catch (error) {
    return { kind: 'unknown', problem: error instanceof Error ? error.message : String(error) };
  }
}

async function isNewMessage(
  tx: Transaction,
  { provider, eventId, paymentId, at }: { provider: string; eventId: string; paymentId: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .tables<PaymentsTables>()
    .insertInto('payments_inbox')
    .values({ provider, event_id: eventId, payment_id: paymentId, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return row !== undefined;
}
