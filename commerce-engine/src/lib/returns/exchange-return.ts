import type { CommandContext } from '../api/commerce-client.ts';
import type { Checkouts } from '../checkout/checkout.ts';
import type { CheckoutView } from '../checkout/checkout.views.ts';
import { CommerceError } from '../commerce-error.ts';
import type { Actor } from '../identity/identity.views.ts';
import { type Money, money } from '../money/money.rules.ts';
import type { ExchangeOutcome, RefundOutcome, ReturnView } from './returns.views.ts';
import type { ExchangeInput } from './returns-input.ts';

/** What became of a refund that pays for other goods. */
export interface ExchangeCredit {
  /** What became store credit. */
  readonly credited?: Money;
  /** All the store credit that is to pay, with what was chosen before. */
  readonly pays?: Money;
}

export interface ExchangeDesk {
  readonly checkout: Pick<Checkouts, 'get' | 'pay' | 'update'>;
  /** Of the order the return is of. */
  readonly currency: string;
  /** Whose order the return is of; undefined = a guest’s. */
  readonly customer: (Actor & { readonly kind: 'customer' }) | undefined;
  /** False = it was refunded before: with this key, or in another way. */
  readonly isOpen: boolean;
  /** Writes down which order the goods go out with. */
  exchanged(order: { readonly id: string; readonly number: string }): Promise<ReturnView>;
  /** Refunds the return: at most so much becomes store credit, beside what was chosen to pay before. Minor units. */
  refund(credit: {
    readonly most: number;
    readonly before: number;
  }): Promise<Exclude<RefundOutcome, { kind: 'to-pay' | 'sold-out' }> & ExchangeCredit>;
}

/** Goods that came back pay for others: SPEC rules RET-12 to RET-14. Never in a transaction. */
export async function exchangeReturn(
  command: CommandContext,
  { market, cartId, checkoutId, seen, provider, method, token }: ExchangeInput,
  { checkout, currency, customer, isOpen, refund, exchanged }: ExchangeDesk,
): Promise<ExchangeOutcome> {
  if (!customer) return { kind: 'no-customer' };
  if (market.currency !== currency)
    throw new CommerceError(
      'conflict',
      `The return is of an order in ${currency}, the other goods are sold in ${market.currency}. Exchange in one currency.`,
    );
  const by = (step: string) => ({
    actor: customer,
    idempotencyKey: `${command.idempotencyKey} ${step}`,
  });
  const chosen = isOpen ? await checkout.get(market, cartId, { actor: customer }) : undefined;
  if (isOpen) {
    // Before any money moves: what cannot be bought is told now.
    if (chosen?.id !== checkoutId) return { kind: 'no-checkout' };
    if (chosen.seen !== seen) return { kind: 'price-changed', checkout: chosen };
    if (chosen.missing.length > 0) return { kind: 'incomplete', missing: chosen.missing, checkout: chosen };
    if (chosen.state !== 'open')
      throw new CommerceError(
        'conflict',
        'A payment of this checkout is under way. Wait for it, or give it up.',
      );
  }
  const before = chosen?.tenders.storeCredit?.pays.amount ?? 0;
  // "All my credit" would be more once the refund is there: what was seen is what pays.
  if (isOpen)
    await checkout.update(by('credit'), market, {
      cartId,
      patch: { storeCredit: before > 0 ? before : null },
    });
  const refunded = await refund({
    most: chosen ? payableByCredit(chosen) : 0,
    before,
  });
  if (refunded.kind !== 'done') return refunded;
  const { credited: credit = money(0, market.currency), pays = credit } = refunded;
  const now = isOpen ? await checkout.get(market, cartId, { actor: customer }) : undefined;
  // Credit that is still on its way must not be paid by a card instead.
  if (now && (now.tenders.storeCredit?.balance.amount ?? 0) < pays.amount)
    return {
      kind: 'unpaid',
      return: refunded.return,
      credit,
      payment: { kind: 'price-changed', checkout: now },
    };
  const payment = await checkout.pay(by('exchange'), market, {
    cartId,
    checkoutId,
    seen,
    ...(pays.amount > 0 && { storeCredit: pays.amount }),
    ...(provider !== undefined && { provider }),
    ...(method !== undefined && { method }),
    ...(token !== undefined && { token }),
  });
  if (payment.kind === 'placed')
    return { kind: 'exchanged', return: await exchanged(payment.order), credit, order: payment.order };
  return { kind: 'unpaid', return: refunded.return, credit, payment };
}

/** What credit may pay of what is left. */
export function payableByCredit({ rest, moneyOnly }: Pick<CheckoutView, 'rest' | 'moneyOnly'>): number {
  return rest.amount - (moneyOnly?.amount ?? 0);
}
