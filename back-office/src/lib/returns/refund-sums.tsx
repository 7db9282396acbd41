import { money, type OrderView, type RefundQuoteOutcome } from '@vitrine/commerce-engine/client';
import { Sum } from '../orders/order-sums.tsx';
import { inWords } from '../words/state.ts';
import css from './returns.module.css';

export type RefundQuote = Extract<RefundQuoteOutcome, { kind: 'quoted' }>;

/** What a refund comes to, part by part, and where its money goes. */
export function RefundSums({
  of: quote,
  order,
  isOld,
}: {
  of: RefundQuote;
  order: OrderView;
  isOld: boolean;
}) {
  const { goods, delivery, fee } = quote;
  return (
    <dl className={css.refundSums} aria-busy={isOld} data-testid="refund-sums">
      <Sum label="Goods" money={goods} />
      {order.delivery.amount > 0 && <Sum label="Delivery" money={delivery} />}
      {fee.amount > 0 && <Sum label="Fee that is kept back" money={{ ...fee, amount: -fee.amount }} />}
      <Sum label="In all" money={quote.amount} isStrong />
      {quote.instead && (
        <>
          <Sum label="The other goods cost" money={quote.instead.total} />
          <Sum label="of it paid by the return" money={quote.instead.covered} isQuiet />
          {quote.instead.toPay.amount > 0 && (
            <Sum label="The shopper is asked for" money={quote.instead.toPay} isStrong />
          )}
        </>
      )}
      {destinations(quote, order).map(([label, sum]) => (
        <Sum key={label} label={label} money={money(sum, fee.currency)} isQuiet />
      ))}
    </dl>
  );
}

/** Where the money of a refund goes, in words, and how much of it. */
function destinations(
  { back, amount: sum, instead }: RefundQuote,
  order: OrderView,
): (readonly [string, number])[] {
  const sums = new Map<string, number>();
  const add = (label: string, part: number) => sums.set(label, (sums.get(label) ?? 0) + part);
  for (const { paymentId, to, amount: part } of back) {
    const payment = order.payments.find(({ id }) => id === paymentId);
    const way = payment ? (payment.label ?? inWords(payment.method)) : 'the payment';
    add(to === 'store-credit' ? 'becomes store credit' : `goes back: ${way}`, part.amount);
  }
  const covered = instead?.covered.amount ?? 0;
  const unpaid = sum.amount - covered - back.reduce((total, each) => total + each.amount.amount, 0);
  if (unpaid > 0) add('was not paid yet, and is not owed any more', unpaid);
  return [...sums];
}
