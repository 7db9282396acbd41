import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Database, newId, type Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type {
  PaymentProvider,
  ProviderAnswer,
  ProviderOperation,
  ProviderPayment,
} from '../payment-provider.ts';
import type { PaymentEvent } from '../payments.rules.ts';
import { wordsIn } from '../words-in.ts';
import type { SimulatorTables } from './simulator.tables.ts';
import { type Behaviour, behaviourOf, behaviours } from './simulator-choices.ts';

type Account = Selectable<SimulatorTables['payments_simulator']>;

export interface SimulatorOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly secret: string;
  /** Where shoppers confirm, by the bank's reference. Absolute. */
  readonly challengeUrl: (reference: string) => string;
}

export interface BankQuestion {
  readonly locale: string;
  /** Minor units. */
  readonly asks?: { readonly amount: number; readonly currency: string };
}

/** A pretended bank with every unhappy path of a real one. */
export interface Simulator {
  readonly provider: PaymentProvider;
  /** What a shopper decides on the bank's page. @returns where they go back to; undefined = no such question. */
  decide(reference: string, decision: 'approve' | 'refuse'): Promise<string | undefined>;
  /** What the bank asks a shopper, and in which language. `asks` is absent when it was decided; undefined = no such payment. */
  question(reference: string): Promise<BankQuestion | undefined>;
  /** Messages that are due, as requests to be sent to the shop; each is handed out as often as the bank sends it. */
  takeMessages(): Promise<readonly { readonly headers: Headers; readonly body: string }[]>;
}

const TOLERANCE = 5 * 60_000;

/** A payment provider for demonstrations and tests: no money moves. */
export function createSimulator({ database, clock, secret, challengeUrl }: SimulatorOptions): Simulator {
  const sign = (text: string) => createHmac('sha256', secret).update(`simulator ${text}`).digest('base64url');

  function account(on: Pick<Database, 'tables'> | Transaction, paymentId: string) {
    return on
      .tables<SimulatorTables>()
      .selectFrom('payments_simulator')
      .selectAll()
      .where('payment_id', '=', paymentId)
      .executeTakeFirst();
  }

  async function open(tx: Transaction, payment: ProviderPayment, behaviour: Behaviour): Promise<Account> {
    const tables = tx.tables<SimulatorTables>();
    const { begins, sends } = behaviour;
    const made = await tables
      .insertInto('payments_simulator')
      .values({
        payment_id: payment.id,
        reference: `sim_${newId()}`,
        token: behaviour.token,
        state: begins,
        amount: payment.amount,
        currency: payment.currency,
        captured: 0,
        refunded: 0,
        return_url: payment.returnUrl ?? null,
        locale: payment.locale,
        operations: [],
        muted: [],
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!made) return (await account(tx, payment.id))!;
    if (sends)
      await tables
        .insertInto('payments_simulator_message')
        .values({
          id: newId(),
          payment_id: payment.id,
          event: sends.event,
          due_at: new Date(clock().getTime() + sends.after * 1000),
          times: sends.times,
        })
        .execute();
    return made;
  }

  function answer(row: Account): ProviderAnswer {
    const { reference, token, locale } = row;
    return {
      kind: 'told',
      reference,
      label: wordsIn(behaviourOf(token).name, locale),
      events: eventsOf(row, challengeUrl),
    };
  }

  async function operate(payment: ProviderPayment, operation: ProviderOperation): Promise<ProviderAnswer> {
    const row = await database.transaction((tx) => operateOn(tx, payment.id, operation));
    if (!row) return { kind: 'unknown', problem: `The simulator knows no payment "${payment.id}".` };
    if (row === 'muted') return { kind: 'unknown', problem: 'The simulator gave no answer this time.' };
    return { kind: 'told', reference: row.reference, events: operatedEvents(row, operation) };
  }

  return {
    provider: {
      id: 'simulator',
      capture: 'with-order',
      methods: [
        {
          method: 'card',
          name: { en: 'Card (demonstration)', de: 'Karte (Vorführung)' },
          hint: {
            en: 'No money moves. Choose how the bank shall behave.',
            de: 'Es fließt kein Geld. Wählen Sie, wie sich die Bank verhalten soll.',
          },
          choices: behaviours.map(({ token, name }) => ({ token, name })),
        },
      ],
      async start(payment) {
        const behaviour = behaviourOf(payment.token);
        const row = await database.transaction((tx) => open(tx, payment, behaviour));
        if (behaviour.answerIsLost) throw new Error('The simulator gave no answer.');
        return answer(row);
      },
      operate,
      async status(payment) {
        const row = await account(database, payment.id);
        // The question never arrived: nothing was promised, and asking again is safe.
        if (!row) return { kind: 'told', events: [{ kind: 'declined', code: 'unavailable' }] };
        return answer(row);
      },
      async readWebhook({ headers, body, now }) {
        const stamp = headers.get('simulator-time') ?? '';
        const given = Buffer.from(headers.get('simulator-signature') ?? '');
        const expected = Buffer.from(sign(`${stamp}.${body}`));
        if (given.length !== expected.length || !timingSafeEqual(given, expected))
          return { kind: 'refused', problem: 'The signature is not the simulator’s.' };
        if (Math.abs(now.getTime() - Number(stamp)) > TOLERANCE)
          return { kind: 'refused', problem: 'The message is too old.' };
        const { id, paymentId, event } = JSON.parse(body) as {
          id: string;
          paymentId: string;
          event: PaymentEvent;
        };
        return { kind: 'read', messages: [{ eventId: id, paymentId, events: [event] }] };
      },
    },
    async question(reference) {
      const row = await database
        .tables<SimulatorTables>()
        .selectFrom('payments_simulator')
        .select(['amount', 'currency', 'state', 'locale'])
        .where('reference', '=', reference)
        .executeTakeFirst();
      if (!row) return undefined;
      const { amount, currency, state, locale } = row;
      return { locale, ...(state === 'challenge' && { asks: { amount, currency } }) };
    },
    decide: (reference, decision) =>
      database.transaction(async (tx) => {
        const tables = tx.tables<SimulatorTables>();
        const state = decision === 'approve' ? 'authorised' : 'declined';
        const row = await tables
          .updateTable('payments_simulator')
          .set({ state })
          .where('reference', '=', reference)
          .where('state', '=', 'challenge')
          .returningAll()
          .executeTakeFirst();
        const known =
          row ??
          (await tables
            .selectFrom('payments_simulator')
            .selectAll()
            .where('reference', '=', reference)
            .executeTakeFirst());
        if (row)
          await tables
            .insertInto('payments_simulator_message')
            .values({ id: newId(), payment_id: row.payment_id, event: state, due_at: clock(), times: 1 })
            .execute();
        return known?.return_url ?? undefined;
      }),
    takeMessages: () =>
      database.transaction(async (tx) => {
        const tables = tx.tables<SimulatorTables>();
        const due = await tables
          .selectFrom('payments_simulator_message as message')
          .innerJoin('payments_simulator as account', 'account.payment_id', 'message.payment_id')
          .select(['message.id', 'message.payment_id', 'message.event', 'message.times'])
          .select(['account.amount', 'account.token'])
          .where('message.due_at', '<=', clock())
          .orderBy('message.due_at')
          .limit(50)
          .forUpdate('message')
          .skipLocked()
          .execute();
        if (due.length === 0) return [];
        const ids = due.map(({ id }) => id);
        await tables.deleteFrom('payments_simulator_message').where('id', 'in', ids).execute();
        for (const { payment_id, event } of due)
          await tables
            .updateTable('payments_simulator')
            .set({ state: event })
            .where('payment_id', '=', payment_id)
            .where('state', '=', 'pending')
            .execute();
        return due.flatMap((row) => {
          const event: PaymentEvent =
            row.event === 'authorised'
              ? { kind: 'authorised', amount: row.amount }
              : { kind: 'declined', code: behaviourOf(row.token).declines ?? 'authentication-failed' };
          const body = JSON.stringify({ id: row.id, paymentId: row.payment_id, event });
          const stamp = String(clock().getTime());
          const headers = new Headers({
            'simulator-time': stamp,
            'simulator-signature': sign(`${stamp}.${body}`),
          });
          return Array.from({ length: row.times }, () => ({ headers, body }));
        });
      }),
  };
}

function eventsOf(row: Account, challengeUrl: (reference: string) => string): PaymentEvent[] {
  switch (row.state) {
    case 'challenge':
      return [{ kind: 'action', url: challengeUrl(row.reference) }];
    case 'pending':
      return [{ kind: 'pending' }];
    case 'declined':
      return [{ kind: 'declined', code: behaviourOf(row.token).declines ?? 'authentication-failed' }];
    case 'cancelled':
      return [{ kind: 'cancelled' }];
    case 'authorised':
      return [{ kind: 'authorised', amount: row.amount }];
  }
}

async function operateOn(
  tx: Transaction,
  paymentId: string,
  operation: ProviderOperation,
): Promise<Account | 'muted' | undefined> {
  const tables = tx.tables<SimulatorTables>();
  const row = await tables
    .selectFrom('payments_simulator')
    .selectAll()
    .where('payment_id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return operation.kind === 'cancel' ? refuseForGood(tx, paymentId, operation) : undefined;
  const isDone = row.operations.includes(operation.id);
  const isMuted = behaviourOf(row.token).mutesOperations && !row.muted.includes(operation.id);
  const { kind, amount } = operation;
  const after = {
    state: kind === 'cancel' && row.captured === 0 ? ('cancelled' as const) : row.state,
    captured: row.captured + (kind === 'capture' && row.state === 'authorised' ? amount : 0),
    refunded: row.refunded + (kind === 'refund' ? amount : 0),
  };
  const written = await tables
    .updateTable('payments_simulator')
    .set({
      ...(!isDone && after),
      operations: isDone ? row.operations : [...row.operations, operation.id],
      muted: isMuted ? [...row.muted, operation.id] : row.muted,
    })
    .where('payment_id', '=', paymentId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return isMuted ? 'muted' : written;
}

/** A payment that is given up before it arrived must not be promised when it does. */
function refuseForGood(
  tx: Transaction,
  paymentId: string,
  { id, amount }: ProviderOperation,
): Promise<Account | undefined> {
  return tx
    .tables<SimulatorTables>()
    .insertInto('payments_simulator')
    .values({
      payment_id: paymentId,
      reference: `sim_${newId()}`,
      token: '',
      state: 'cancelled',
      amount,
      currency: '',
      captured: 0,
      refunded: 0,
      return_url: null,
      locale: 'en',
      operations: [id],
      muted: [],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

function operatedEvents(row: Account, { id, kind, amount }: ProviderOperation): PaymentEvent[] {
  switch (kind) {
    case 'capture':
      return row.state === 'authorised' ? [{ kind: 'captured', amount, reference: id }] : [];
    case 'refund':
      return [{ kind: 'refunded', amount, reference: id }];
    case 'cancel':
      return row.state === 'cancelled' ? [{ kind: 'cancelled' }] : [];
  }
}
