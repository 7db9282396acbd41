import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { PaymentProvider } from './payment-provider.ts';

const PAGE = 100;
const DAY = 24 * 60 * 60_000;

/** Orders nobody has paid anything of, whose provider waits no longer: PAY-10. Pages of the oldest first. */
export async function* impatientOrders(
  on: Queryable,
  providers: readonly PaymentProvider[],
  now: Date,
): AsyncIterable<string> {
  for (const { id: provider, patience } of providers) {
    if (patience === undefined) continue;
    const before = new Date(now.getTime() - patience * DAY);
    let last: { startedAt: Date; id: string } = { startedAt: new Date(0), id: NO_ID };
    for (;;) {
      const { rows } = await sql<{ startedAt: Date; id: string; orderId: string }>`
        select started_at as "startedAt", id, order_id as "orderId" from payments_payment
        where provider = ${provider} and state = 'authorised' and captured = 0 and order_id is not null
          and started_at < ${before} and (started_at, id) > (${last.startedAt}::timestamptz, ${last.id}::uuid)
        order by started_at, id limit ${PAGE}`.execute(on.tables());
      for (const { orderId } of rows) yield orderId;
      const end = rows.at(-1);
      if (!end || rows.length < PAGE) break;
      last = end;
    }
  }
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
