import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type Selectable, sql } from 'kysely';
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

/**
 * Makes a payment what its provider tells. The owner's row was locked by a statement before: what is read beside the payment's own
 * row is as it stands, too.
 * @returns the payment afterwards with all of its owner's, in the order they were begun, and whether anything changed.
 */
export async function applyTelling(
  tx: Transaction,
  { id: paymentId, owner }: Pick<KeptPayment, 'id' | 'owner'>,
  { telling, at }: { telling: Telling; at: Date },
): Promise<
  | { readonly payment: KeptPayment; readonly all: readonly KeptPayment[]; readonly changed: boolean }
  | undefined
> {
  const tables = tx.tables<PaymentsTables>();
  const rows = await tables
    .selectFrom('payments_payment')
    .selectAll()
    .select(
      sql<Movement[]>`array(
        select jsonb_build_object('kind', kind, 'amount', amount, 'reference', reference) from payments_entry
        where payment_id = payments_payment.id and kind in ('captured', 'refunded'))`.as('told_before'),
    )
    .where('owner', '=', owner)
    .orderBy('started_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  const row = rows.find(({ id }) => id === paymentId);
  if (!row) return undefined;
  const afterwards = (payment: KeptPayment) => ({
    payment,
    all: rows.map((each) => (each === row ? payment : keptOf(each))),
  });
  const told = new Set(row.told_before.map(keyOf));
  let facts: PaymentFacts = { ...keptOf(row), refundsTold: refundsIn(row.told_before) };
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
    return { ...afterwards(keptOf(row)), changed: false };
  const change = { ...more, state, captured, refunded };
  await tx.later(tables.updateTable('payments_payment').set(change).where('id', '=', paymentId));
  const written = entries.map((entry) => ({ id: newId(), payment_id: paymentId, ...entry, at }));
  if (written.length > 0) await tx.later(tables.insertInto('payments_entry').values(written));
  return { ...afterwards(keptOf({ ...row, ...change })), changed: true };
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
