import type { CommandContext } from '../api/commerce-client.ts';
import type { Checkouts } from '../checkout/checkout.ts';
import type { Actor } from '../identity/identity.views.ts';
import { type Money, money } from '../money/money.rules.ts';
import type { ExchangeOutcome, RefundOutcome } from './returns.views.ts';
import type { ExchangeInput } from './returns-input.ts';

/** What became of a refund that pays for other goods. */
export interface ExchangeCredit {
  /** What became store credit. */
  readonly credited?: Money;
  /** All the store credit that is to pay, with what was chosen before. */
  readonly pays?: Money;
}

export interface ExchangeDesk {
  readonly checkout: Pick<Checkouts, 'get' | 'pay'>;
  /** Whose order the return is of; undefined = a guest’s. */
  readonly customer: (Actor & { readonly kind: 'customer' }) | undefined;
  /** False = it was refunded before: with this key, or in another way. */
  readonly isOpen: boolean;
  /** Refunds the return: at most so much becomes store credit, beside what was chosen to pay before. Minor units. */
  refund(credit: { readonly most: number; readonly before: number }): Promise<RefundOutcome & ExchangeCredit>;
}

/** Goods that came back pay for others: SPEC rules RET-12 to RET-14. Never in a transaction. */
export async function exchangeReturn(
  command: CommandContext,
  { market, cartId, checkoutId, seen, provider, method, token }: ExchangeInput,
  { checkout, customer, isOpen, refund }: ExchangeDesk,
): Promise<ExchangeOutcome> {
  if (!customer) return { kind: 'no-customer' };
  const chosen = isOpen ? await checkout.get(market, cartId, { actor: customer }) : undefined;
  if (isOpen) {
    // Before any money moves: what cannot be bought is told now.
    if (chosen?.id !== checkoutId) return { kind: 'no-checkout' };
    if (chosen.seen !== seen) return { kind: 'price-changed', checkout: chosen };
    if (chosen.missing.length > 0) return { kind: 'incomplete', missing: chosen.missing, checkout: chosen };
  }
  const refunded = await refund({
    most: chosen?.rest.amount ?? 0,
    before: chosen?.tenders.storeCredit?.pays.amount ?? 0,
  });
  if (refunded.kind !== 'done') return refunded;
  const { credited: credit = money(0, market.currency), pays = credit } = refunded;
  const payment = await checkout.pay(
    { actor: customer, idempotencyKey: `${command.idempotencyKey} exchange` },
    market,
    {
      cartId,
      checkoutId,
      seen,
      ...(pays.amount > 0 && { storeCredit: pays.amount }),
      ...(provider !== undefined && { provider }),
      ...(method !== undefined && { method }),
      ...(token !== undefined && { token }),
    },
  );
  if (payment.kind === 'placed')
    return { kind: 'exchanged', return: refunded.return, credit, order: payment.order };
  return { kind: 'unpaid', return: refunded.return, credit, payment };
}
