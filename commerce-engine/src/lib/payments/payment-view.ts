import { money } from '../money/money.rules.ts';
import type { KeptPayment } from './keep-payment.ts';
import type { PaymentView } from './payments.views.ts';

/** A payment as its shopper may see it. */
export function paymentView(payment: KeptPayment): PaymentView {
  const cash = (amount: number) => money(amount, payment.currency);
  return {
    id: payment.id,
    provider: payment.provider,
    method: payment.method,
    state: payment.state,
    amount: cash(payment.amount),
    captured: cash(payment.captured),
    refunded: cash(payment.refunded),
    ...(payment.label !== undefined && { label: payment.label }),
    ...(payment.declined !== undefined && payment.declined !== null && { declined: payment.declined }),
    startedAt: payment.startedAt.toISOString(),
  };
}
