import { money } from '../money/money.rules.ts';
import type { OrderView } from '../orders/orders.views.ts';
import type { BankDetails, TransferView } from './invoices.views.ts';

/** What is still to come by bank transfer, and where it is paid to: SPEC rule BILL-11. Undefined = nothing. */
export function transferOf(
  { number, payments, statement: { toPay } }: Pick<OrderView, 'number' | 'payments' | 'statement'>,
  bank: BankDetails | undefined,
): TransferView | undefined {
  const open = payments
    .filter(
      ({ method, state }) => method === 'bank-transfer' && state !== 'declined' && state !== 'cancelled',
    )
    .reduce((sum, { amount, captured }) => sum + Math.max(0, amount.amount - captured.amount), 0);
  const due = Math.min(open, toPay.amount);
  if (due <= 0) return undefined;
  return { amount: money(due, toPay.currency), reference: number, ...(bank && { bank }) };
}
