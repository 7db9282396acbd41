import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { money } from '../money/money.rules.ts';
import type { PaymentTrouble } from './payments.views.ts';

const MOST = 20;

/** Payments of orders with something that people must look after, the newest first, at most 20. One statement. */
export async function readPaymentTroubles(on: Queryable): Promise<PaymentTrouble[]> {
  const { rows } = await sql<{
    id: string;
    order_id: string;
    amount: number;
    currency: string;
    problem: string;
    at: Date;
  }>`
    select payment.id, payment.order_id, trouble.amount, payment.currency, trouble.problem, trouble.at
    from (
      select id as payment_id, amount, problem, asked_at as at
      from payments_payment where problem is not null
      union all
      select payment_id, amount, coalesce(problem, 'The provider did not do it.'), due_at
      from payments_operation where state = 'failed'
    ) as trouble
    join payments_payment as payment on payment.id = trouble.payment_id
    where payment.order_id is not null
    order by trouble.at desc
    limit ${MOST}`.execute(on.tables());
  return rows.map(({ id, order_id, amount, currency, problem, at }) => ({
    paymentId: id,
    orderId: order_id,
    amount: money(Number(amount), currency),
    problem,
    at: at.toISOString(),
  }));
}
