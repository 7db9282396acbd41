import type { Queryable } from '@vitrine/database';
import type { Selectable } from 'kysely';
import { money } from '../money/money.rules.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { OrderStatementView } from './orders.views.ts';
import { MONEY_ENTRIES, statementOf } from './statement.rules.ts';

/** From the total of an order to what is owed. One statement. */
export async function readStatement(
  on: Queryable,
  { id, total, tax, adjusted, paid, refunded, currency }: Selectable<OrdersTables['orders_order']>,
  deliveries: readonly { readonly gross: number; readonly given_back: number }[],
): Promise<OrderStatementView> {
  const cash = (amount: number) => money(amount, currency);
  const entries = await on
    .tables<OrdersTables>()
    .selectFrom('orders_event')
    .select(['kind', 'detail'])
    .where('order_id', '=', id)
    .where('kind', 'in', [...MONEY_ENTRIES])
    .execute();
  const statement = statementOf({ tax, adjusted }, entries);
  const isLess = statement.rows.some(({ kind }) => kind === 'cancelled' || kind === 'returned');
  // Of what the list says: what is taken off the order as a whole is a row of its own there, though it was of its delivery, too.
  const back = statement.rows.find(({ kind }) => kind === 'delivery')?.amount ?? 0;
  const listed = deliveries.reduce((sum, { gross }) => sum + gross, back);
  const stays = deliveries.some(({ gross, given_back }) => gross > given_back);
  const kept = stays ? Math.min(listed, total - adjusted) : 0;
  const open = total - adjusted - (paid - refunded);
  return {
    rows: statement.rows.map(({ kind, amount }) => ({ kind, amount: cash(amount) })),
    tax: cash(statement.tax),
    deliveryKept: cash(isLess ? kept : 0),
    toPay: cash(Math.max(0, open)),
    toGoBack: cash(Math.max(0, -open)),
  };
}
