import type { Transaction } from '@vitrine/database';
import type { KeptPayment } from './keep-payment.ts';
import { askOperation, type DueOperation, type NewOperation } from './operations.ts';

/** Who decides operations and does them right after the commit: others leave those alone for a while, as if they were claimed. */
export interface Hand {
  /** From then on what is asked in this transaction of these payments is in hand. @returns what was asked, once it was. */
  open(tx: Transaction, payments: readonly KeptPayment[]): readonly DueOperation[];
  ask(tx: Transaction, operation: NewOperation): Promise<string>;
}

export function createHand(): Hand {
  const open = new WeakMap<
    Transaction,
    { readonly payments: readonly KeptPayment[]; readonly asked: DueOperation[] }
  >();
  return {
    open(tx, payments) {
      const asked: DueOperation[] = [];
      open.set(tx, { payments, asked });
      return asked;
    },
    async ask(tx, operation) {
      const own = open.get(tx);
      const payment = own?.payments.find(({ id }) => id === operation.paymentId);
      const { id, tries } = await askOperation(tx, operation, { inHand: payment !== undefined });
      const { kind, amount, via } = operation;
      if (payment) own?.asked.push({ id, payment, kind, amount, tries, via: via?.provider, to: via?.to });
      return id;
    },
  };
}
