import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { ProviderPayment } from './payment-provider.ts';
import { applyPaymentEvent, type PaymentEvent, type PaymentFacts } from './payments.rules.ts';
import type { PaymentsTables } from './payments.tables.ts';

export type PaymentRow = Selectable<PaymentsTables['payments_payment']>;

/** A payment as it is kept. */
export interface KeptPayment extends Omit<PaymentFacts, 'refundsTold'> {
  readonly id: string;
  readonly owner: string;
  readonly orderId: string | undefined;
  readonly provider: string;
  readonly method: string;
  readonly currency: string;
  readonly locale: string;
  readonly reference: string | undefined;
  readonly token: string | undefined;
  readonly returnUrl: string | undefined;
  readonly actionUrl: string | undefined;
  readonly label: string | undefined;
  readonly declined: PaymentsTables['payments_payment']['declined'] | undefined;
  readonly problem: string | undefined;
  readonly startedAt: Date;
}

export interface NewPayment {
  readonly owner: string;
  readonly orderId?: string;
  readonly provider: string;
  readonly method: string;
  readonly amount: number;
  readonly currency: string;
  readonly locale: string;
  readonly token?: string;
  readonly returnUrl?: string;
}

/** Writes down that a provider is about to be asked. The owner's row must be locked. */
export async function beginPayment(tx: Transaction, payment: NewPayment, at: Date): Promise<KeptPayment> {
  const row: PaymentRow = {
    id: newId(),
    owner: payment.owner,
    order_id: payment.orderId ?? null,
    provider: payment.provider,
    method: payment.method,
    state: 'started',
    amount: payment.amount,
    captured: 0,
    refunded: 0,
    currency: payment.currency,
    locale: payment.locale,
    reference: null,
    token: payment.token ?? null,
    return_url: payment.returnUrl ?? null,
    action_url: null,
    label: null,
    declined: null,
    problem: null,
    started_at: at,
    asked_at: at,
  };
  await tx.later(tx.tables<PaymentsTables>().insertInto('payments_payment').values(row));
  return keptOf(row);
}

/** In the order they were begun. */
export async function readPayments(
  on: Queryable,
  which: { readonly owner: string } | { readonly orderIds: readonly string[] } | { readonly id: string },
): Promise<KeptPayment[]> {
  const rows = await on
    .tables<PaymentsTables>()
    .selectFrom('payments_payment')
    .selectAll()
    .$if('owner' in which, (query) => query.where('owner', '=', (which as { owner: string }).owner))
    .$if('id' in which, (query) => query.where('id', '=', (which as { id: string }).id))
    .$if('orderIds' in which, (query) =>
      query.where('order_id', 'in', [...(which as { orderIds: readonly string[] }).orderIds]),
    )
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(keptOf);
}

export interface Telling {
  readonly events: readonly PaymentEvent[];
  readonly reference?: string;
  readonly label?: string;
}

/** A payment that is held, with the money that was told of it, as JSON. */
export type HeldPaymentRow = Omit<PaymentRow, 'started_at' | 'asked_at'> & {
  readonly started_at: string;
  readonly asked_at: string;
  readonly told_before: readonly Movement[];
  readonly written_by: string;
  /** Somebody changed it while it was waited for: what is read beside it is of before. */
  readonly is_outdated: boolean;
};

/** An owner's payments, held until the transaction ends, in the order they were begun: one value of a statement. */
export function heldPayments(owner: string): RawBuilder<readonly HeldPaymentRow[]> {
  return sql`(
    select coalesce(jsonb_agg(to_jsonb(kept) order by kept.started_at, kept.id), '[]') from (
      select held.*,
        held.written_by is distinct from (
          select xmin::text from payments_payment as seen where seen.id = held.id) as is_outdated,
        array(
          select jsonb_build_object('kind', kind, 'amount', amount, 'reference', reference) from payments_entry
          where payment_id = held.id and kind in ('captured', 'refunded')) as told_before
      from (
        select *, xmin::text as written_by from payments_payment where owner = ${owner}
        order by started_at, id for update
      ) as held
    ) as kept)`;
}

/** The same by a statement of its own. The owner's row is locked. */
export async function holdPayments(tx: Transaction, owner: string): Promise<readonly HeldPaymentRow[]> {
  const { rows } = await sql<{ readonly payments: readonly HeldPaymentRow[] }>`
    select ${heldPayments(owner)} as payments`.execute(tx.tables());
  return rows[0]!.payments;
}

/** What a telling makes of a payment, not written yet. */
export interface AppliedTelling {
  readonly payment: KeptPayment;
  /** All of its owner's as they are then, in the order they were begun. */
  readonly all: readonly KeptPayment[];
  readonly changed: boolean;
  /** @param order what it, and maybe others of its owner, is from now on for. */
  write(
    tx: Transaction,
    order?: { readonly id: string; readonly paymentIds: readonly string[] },
  ): Promise<void>;
}

/**
 * Makes a payment what its provider tells.
 * @param rows all payments of its owner, as they are held.
 * @returns undefined when it is none of them.
 */
export function applyTelling(
  rows: readonly HeldPaymentRow[],
  paymentId: string,
  { telling, at }: { telling: Telling; at: Date },
): AppliedTelling | undefined {
  const held = rows.find(({ id }) => id === paymentId);
  if (!held) return undefined;
  const row = rowOf(held);
  const afterwards = (payment: KeptPayment) => ({
    payment,
    all: rows.map((each) => (each === held ? payment : keptOf(rowOf(each)))),
  });
  const told = new Set(held.told_before.map(keyOf));
  let facts: PaymentFacts = { ...keptOf(row), refundsTold: refundsIn(held.told_before) };
  const more: Partial<PaymentRow> = {};
  const entries: { kind: PaymentsTables['payments_entry']['kind']; amount: number; reference: string }[] = [];
  for (const event of telling.events) {
    const movement = movementOf(event, facts);
    if (movement && told.has(keyOf(movement))) continue;
    const change = applyPaymentEvent(facts, event);
    if (change.kind === 'wrong') more.problem = change.problem;
    if (change.kind !== 'changed') continue;
    facts = change.payment;
    if (event.kind === 'action') more.action_url = event.url;
    if (event.kind === 'declined') more.declined = event.code;
    if (!movement) continue;
    told.add(keyOf(movement));
    entries.push(movement);
  }
  if (telling.reference !== undefined && row.reference === null) more.reference = telling.reference;
  if (telling.label !== undefined && row.label === null) more.label = telling.label;
  const { state, captured, refunded } = facts;
  const moved = state !== row.state || captured !== row.captured || refunded !== row.refunded;
  if (!moved && entries.length === 0 && Object.keys(more).length === 0)
    return { ...afterwards(keptOf(row)), changed: false, write: async () => {} };
  const change = { ...more, state, captured, refunded };
  return {
    ...afterwards(keptOf({ ...row, ...change })),
    changed: true,
    async write(tx, order) {
      const tables = tx.tables<PaymentsTables>();
      const isFor = order?.paymentIds.includes(paymentId) && { order_id: order.id };
      // Payments that are outdated are told from others by their rows: a telling that adds an entry writes its payment, too.
      await tx.later(
        tables
          .updateTable('payments_payment')
          .set({ ...change, ...isFor })
          .where('id', '=', paymentId),
      );
      const written = entries.map((entry) => ({ id: newId(), payment_id: paymentId, ...entry, at }));
      if (written.length > 0) await tx.later(tables.insertInto('payments_entry').values(written));
      const others = order?.paymentIds.filter((id) => id !== paymentId) ?? [];
      if (order && others.length > 0) await attachPayments(tx, others, order.id);
    },
  };
}

function attachPayments(tx: Transaction, paymentIds: readonly string[], orderId: string): Promise<void> {
  return tx.later(
    tx
      .tables<PaymentsTables>()
      .updateTable('payments_payment')
      .set({ order_id: orderId })
      .where('id', '=', sql<string>`any(${[...paymentIds]}::uuid[])`),
  );
}

function rowOf({ told_before: _, written_by: __, is_outdated: ___, ...row }: HeldPaymentRow): PaymentRow {
  return { ...row, started_at: new Date(row.started_at), asked_at: new Date(row.asked_at) };
}

type Movement = Pick<PaymentsTables['payments_entry'], 'kind' | 'amount' | 'reference'>;

/** The ledger's line of an event. A promise and its end have no name of their own: the state says whether they are new. */
function movementOf(event: PaymentEvent, facts: PaymentFacts): Movement | undefined {
  switch (event.kind) {
    case 'captured':
    case 'refunded':
      return { kind: event.kind, amount: event.amount, reference: event.reference };
    case 'authorised':
    case 'cancelled':
      return { kind: event.kind, amount: facts.amount, reference: newId() };
    default:
      return undefined;
  }
}

const keyOf = ({ kind, reference }: Movement) => `${kind} ${reference}`;

function refundsIn(movements: readonly Movement[]): number {
  return movements.reduce((sum, { kind, amount }) => sum + (kind === 'refunded' ? amount : 0), 0);
}

/** What the provider is told of it. */
export function providerPayment(payment: KeptPayment): ProviderPayment {
  const { id, method, amount, currency, locale, reference, token, returnUrl } = payment;
  return {
    id,
    method,
    amount,
    currency,
    locale,
    ...(reference !== undefined && { reference }),
    ...(token !== undefined && { token }),
    ...(returnUrl !== undefined && { returnUrl }),
  };
}

export function keptOf(row: PaymentRow): KeptPayment {
  return {
    id: row.id,
    owner: row.owner,
    orderId: row.order_id ?? undefined,
    provider: row.provider,
    method: row.method,
    state: row.state,
    amount: row.amount,
    captured: row.captured,
    refunded: row.refunded,
    currency: row.currency,
    locale: row.locale,
    reference: row.reference ?? undefined,
    token: row.token ?? undefined,
    returnUrl: row.return_url ?? undefined,
    actionUrl: row.action_url ?? undefined,
    label: row.label ?? undefined,
    declined: row.declined ?? undefined,
    problem: row.problem ?? undefined,
    startedAt: row.started_at,
  };
}
