import type { Queryable, Transaction } from '@vitrine/database';
import type { EngineContext } from '../engine-context.ts';
import { lockAccount, wasMade } from '../lots/keep-lots.ts';
import { giveBackSpending, spendFromAccount } from '../lots/move-lots.ts';
import type { PaymentProvider, ProviderPayment } from '../payments/payment-provider.ts';
import type { PaymentEvent } from '../payments/payments.rules.ts';
import type { LoyaltyTables } from './loyalty.tables.ts';
import { pointsBack } from './redeem-points.rules.ts';

export const POINTS = 'points';

/** Whose points pay, of which programme, and how many: fixed when the payment begins, whatever the programme says later. */
export function pointsToken(customerId: string, programmeId: string, points: number): string {
  return `${customerId} ${programmeId} ${points}`;
}

/**
 * Points as a payment provider. Its token is written by the checkout alone, for whoever is signed in: it offers no method that a
 * browser could name.
 */
export function pointsProvider({ database, clock }: EngineContext): PaymentProvider {
  const spentBy = ({ token = '' }: ProviderPayment) => {
    const [holder = '', unit = '', points = '0'] = token.split(' ');
    return { account: { book: POINTS, holder, unit } as const, points: Number(points) };
  };
  const movement = (amount: number, reference: string) => ({
    amount,
    reference,
    actor: 'provider:points',
    at: clock(),
  });

  async function standing(tx: Transaction, payment: ProviderPayment): Promise<PaymentEvent> {
    const { account } = spentBy(payment);
    await lockAccount(tx, account);
    if (await wasMade(tx, account, { kind: 'given-back', reference: payment.id }))
      return { kind: 'cancelled' };
    if (await wasMade(tx, account, { kind: 'spent', reference: payment.id }))
      return { kind: 'authorised', amount: payment.amount };
    return { kind: 'declined', code: 'insufficient-funds' };
  }

  async function spend(tx: Transaction, payment: ProviderPayment): Promise<void> {
    const { account, points } = spentBy(payment);
    if (!(await spendFromAccount(tx, account, movement(points, payment.id)))) return;
    await tx
      .tables<LoyaltyTables>()
      .insertInto('loyalty_redemption')
      .values({ payment_id: payment.id, points, amount: payment.amount, back_points: 0, back_amount: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  return {
    id: POINTS,
    methods: [],
    capture: 'with-order',
    status: (payment) =>
      database.transaction(async (tx) => ({ kind: 'told', events: [await standing(tx, payment)] })),
    start: (payment) =>
      database.transaction(async (tx) => {
        await spend(tx, payment);
        return { kind: 'told', reference: payment.id, events: [await standing(tx, payment)] };
      }),
    async operate(payment, { id, kind, amount }) {
      if (kind === 'capture') return { kind: 'told', events: [{ kind: 'captured', amount, reference: id }] };
      return database.transaction(async (tx) => {
        // What is given up before it was spent is spent and given back: a late start finds both, and spends no more.
        if (kind === 'cancel') await spend(tx, payment);
        const reference = kind === 'cancel' ? payment.id : id;
        const points = await countBack(tx, payment.id, { operationId: id, amount });
        if (points > 0)
          await giveBackSpending(tx, POINTS, { ...movement(points, reference), spending: payment.id });
        const told: PaymentEvent =
          kind === 'cancel' ? { kind: 'cancelled' } : { kind: 'refunded', amount, reference: id };
        return { kind: 'told', events: [told] };
      });
    },
  };
}

/** Counts a refund once. @returns the points it gives back: SPEC rule LOYAL-11. */
async function countBack(
  tx: Transaction,
  paymentId: string,
  { operationId, amount }: { readonly operationId: string; readonly amount: number },
): Promise<number> {
  const tables = tx.tables<LoyaltyTables>();
  const spent = await tables
    .selectFrom('loyalty_redemption')
    .selectAll()
    .where('payment_id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst();
  if (!spent) return 0;
  const earlier = await readGiveBack(tx, operationId);
  if (earlier) return earlier.points;
  const given = Math.min(spent.amount, spent.back_amount + amount);
  const points = pointsBack(spent, given) - spent.back_points;
  await tables
    .insertInto('loyalty_give_back')
    .values({ operation_id: operationId, payment_id: paymentId, points, amount: given - spent.back_amount })
    .execute();
  await tables
    .updateTable('loyalty_redemption')
    .set({ back_points: spent.back_points + points, back_amount: given })
    .where('payment_id', '=', paymentId)
    .execute();
  return points;
}

function readGiveBack(on: Queryable, operationId: string): Promise<{ points: number } | undefined> {
  return on
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_give_back')
    .select('points')
    .where('operation_id', '=', operationId)
    .executeTakeFirst();
}
