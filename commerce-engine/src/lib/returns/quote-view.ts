import { money } from '../money/money.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { KeptInstead } from './instead.ts';
import { deliveryChoices, quoteRefund, type RefundTerms } from './refund-return.ts';
import type { ReturnDesk } from './return-desk.ts';
import type { RefundQuoteOutcome } from './returns.views.ts';
import { grownBy, quotedInstead } from './settle-instead.ts';

/** What a refund would do, with what is wanted `instead` or without, for whoever decides of it: SPEC rules RET-21 and RET-29. Locked for money; writes nothing. */
export async function quoteView(
  desk: ReturnDesk,
  order: LockedOrder,
  terms: RefundTerms,
  instead?: KeptInstead,
): Promise<RefundQuoteOutcome> {
  const quoted = await quoteRefund(desk, instead ? grownBy(order, instead) : order, terms);
  if (quoted.kind !== 'quoted') return quoted;
  const cash = (amount: number) => money(amount, order.currency);
  const { none, proportional, all } = deliveryChoices(order, terms.kept);
  return {
    kind: 'quoted',
    goods: cash(quoted.goods),
    delivery: cash(quoted.charges),
    choices: { none: cash(none), proportional: cash(proportional), all: cash(all) },
    fee: cash(terms.fee ?? 0),
    amount: cash(quoted.amount),
    back: quoted.back.map(({ paymentId, via, amount }) => ({
      paymentId,
      to: via ? via.provider : 'original',
      amount: cash(amount),
    })),
    ...(instead && { instead: quotedInstead(instead, { amount: quoted.amount, currency: order.currency }) }),
  };
}
