import type { OrderAnswer } from '@vitrine/data-actions/library';
import type { MoneyValue } from '@vitrine/modules/view';

type Order = Extract<OrderAnswer, { kind: 'order' }>['order'];

/** What of an order a statement is made of. */
export type StatedOrder = Pick<Order, 'owed' | 'paid' | 'refunded' | 'statement'>;

/** One row below an order's total. */
export interface StatementRow {
  readonly kind:
    | Order['statement']['rows'][number]['kind']
    | 'now'
    | 'paid'
    | 'refunded'
    | 'to-pay'
    | 'to-go-back';
  /** Below zero = it comes off. */
  readonly amount: MoneyValue;
}

/** With the total the changes make what it is now; what was paid, less what went back, is that but for what is still open. */
export function statementRows({ owed, paid, refunded, statement }: StatedOrder): {
  readonly changes: readonly StatementRow[];
  readonly now: StatementRow;
  readonly money: readonly StatementRow[];
} {
  const { rows, toPay, toGoBack } = statement;
  const hasStory = rows.length > 0 || refunded.amount > 0;
  const money: readonly StatementRow[] = [
    { kind: 'paid', amount: paid },
    { kind: 'refunded', amount: { ...refunded, amount: -refunded.amount } },
    { kind: 'to-go-back', amount: toGoBack },
    { kind: 'to-pay', amount: toPay },
  ];
  return {
    changes: rows,
    now: { kind: 'now', amount: owed },
    money: hasStory ? money.filter(({ amount }) => amount.amount !== 0) : [],
  };
}
