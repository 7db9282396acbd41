import type { Transaction } from '@vitrine/database';
import type { ReturnsOfAdditions } from '../additions/additions.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { isOpenInstead, type KeptInstead } from './instead.ts';
import { type KeptReturn, readReturns } from './keep-return.ts';
import { quoteRefund, refundPieces } from './refund-return.ts';
import type { ReturnDesk } from './return-desk.ts';
import { endedInstead, grownBy, payInstead, writeInstead } from './settle-instead.ts';

type WithInstead = KeptReturn & { readonly instead: KeptInstead };

/** What a return does when its goods' rest is paid, or never will be: SPEC rule RET-28. */
export function returnsOfAdditions(
  deskFor: (tx: Transaction, actor: string) => ReturnDesk,
): ReturnsOfAdditions {
  const ACTOR = 'system:exchange';

  async function waiting(tx: Transaction, returnId: string | null): Promise<WithInstead | undefined> {
    const [kept] = returnId === null ? [] : await readReturns(tx, { id: returnId });
    return kept && isOpenInstead(kept.instead) ? { ...kept, instead: kept.instead } : undefined;
  }

  return {
    async allows(tx, addition, order) {
      const kept = await waiting(tx, addition.return_id);
      if (kept?.state !== 'received' || kept.instead.state !== 'to-pay') return false;
      const quoted = await quoteRefund(deskFor(tx, ACTOR), grownBy(order, kept.instead), termsOf(kept));
      return quoted.kind === 'quoted' && quoted.amount >= (addition.covered ?? 0);
    },
    async pay(tx, addition, orders) {
      const desk = deskFor(tx, ACTOR);
      const kept = (await waiting(tx, addition.return_id))!;
      await payInstead(desk, orders, { ...termsOf(kept), kept });
      return again(desk, orders.grown);
    },
    async giveUp(tx, addition, { why, by }) {
      const desk = deskFor(tx, by.actor);
      const kept = await waiting(tx, addition.return_id);
      if (!kept) return;
      const ended = await writeInstead(desk, kept, endedInstead(kept.instead, why));
      // What was decided of its money is done: nobody has to come back to it.
      if (kept.state !== 'received' || kept.instead.state !== 'to-pay') return;
      const order = await again(desk, { id: kept.order_id });
      // What is barred stays with staff, who see the return as it is.
      await refundPieces(desk, order, { ...termsOf(kept), kept: ended });
    },
  };
}

function termsOf(kept: WithInstead) {
  return { ...kept.instead.terms, kept };
}

async function again({ tx, orders }: ReturnDesk, { id }: Pick<LockedOrder, 'id'>): Promise<LockedOrder> {
  return (await orders.inTransaction.lock(tx, id))!;
}
