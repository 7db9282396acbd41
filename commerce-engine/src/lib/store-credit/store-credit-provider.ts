import type { Transaction } from '@vitrine/database';
import type { EngineContext } from '../engine-context.ts';
import { lockAccount, wasMade } from '../lots/keep-lots.ts';
import { addToAccount, giveBackSpending, spendFromAccount } from '../lots/move-lots.ts';
import type { PaymentProvider, ProviderPayment } from '../payments/payment-provider.ts';
import type { PaymentEvent } from '../payments/payments.rules.ts';

export const STORE_CREDIT = 'store-credit';

/**
 * Store credit as a payment provider. Its token is a customer's id, which only the checkout puts there, for whoever is signed
 * in: it offers no method that a browser could name.
 */
export function storeCreditProvider({ database, clock }: EngineContext): PaymentProvider {
  const accountOf = ({ token = '', currency }: ProviderPayment) =>
    ({ book: STORE_CREDIT, holder: token, unit: currency }) as const;
  const movement = (amount: number, reference: string) => ({
    amount,
    reference,
    actor: 'provider:store-credit',
    at: clock(),
  });

  async function standing(tx: Transaction, payment: ProviderPayment): Promise<PaymentEvent> {
    const account = accountOf(payment);
    await lockAccount(tx, account);
    if (await wasMade(tx, account, { kind: 'given-back', reference: payment.id }))
      return { kind: 'cancelled' };
    if (await wasMade(tx, account, { kind: 'spent', reference: payment.id }))
      return { kind: 'authorised', amount: payment.amount };
    return { kind: 'declined', code: 'insufficient-funds' };
  }

  return {
    id: STORE_CREDIT,
    methods: [],
    capture: 'with-order',
    status: (payment) =>
      database.transaction(async (tx) => ({ kind: 'told', events: [await standing(tx, payment)] })),
    start: (payment) =>
      database.transaction(async (tx) => {
        await spendFromAccount(tx, accountOf(payment), movement(payment.amount, payment.id));
        return { kind: 'told', reference: payment.id, events: [await standing(tx, payment)] };
      }),
    async operate(payment, { id, kind, amount, to }) {
      if (kind === 'capture') return { kind: 'told', events: [{ kind: 'captured', amount, reference: id }] };
      if (to !== undefined) {
        // Money that was paid another way and becomes store credit.
        const account = { book: STORE_CREDIT, holder: to, unit: payment.currency } as const;
        const addition = { ...movement(amount, id), origin: `payment:${payment.id}`, reason: 'refund' };
        await database.transaction((tx) => addToAccount(tx, account, { ...addition, usableAt: addition.at }));
        return { kind: 'told', events: [{ kind: 'refunded', amount, reference: id }] };
      }
      return database.transaction(async (tx) => {
        const reference = kind === 'cancel' ? payment.id : id;
        // What is given up before it was spent is spent and given back: a late start finds both, and spends no more.
        if (kind === 'cancel') await spendFromAccount(tx, accountOf(payment), movement(amount, payment.id));
        await giveBackSpending(tx, STORE_CREDIT, { ...movement(amount, reference), spending: payment.id });
        const told: PaymentEvent =
          kind === 'cancel' ? { kind: 'cancelled' } : { kind: 'refunded', amount, reference: id };
        return { kind: 'told', events: [told] };
      });
    },
  };
}
