import type { Money, OrderView } from '@vitrine/commerce-engine/client';
import { amount } from '../words/amount.ts';
import css from './orders.module.css';

/** What an order comes to, as it was ordered and as it stands. */
export function OrderSums({ order }: { order: OrderView }) {
  const isInclusive = order.prices === 'inclusive';
  return (
    <dl className={css.sums}>
      <Sum label="Goods" money={order.goods} />
      <Sum label="Delivery" money={order.delivery} />
      {!isInclusive && <Taxes order={order} />}
      {order.waived && (
        <Sum label="Tax not charged" money={{ ...order.waived, amount: -order.waived.amount }} />
      )}
      <Sum label="Total" money={order.total} isStrong />
      {/* Goods and deliveries are told less what promotions took off. */}
      {order.discounts.map(({ promotionId, name, code, amount: off }) => (
        <Sum
          key={`${promotionId} ${code ?? ''}`}
          label={`Taken off: ${code === undefined ? name : `${name} (${code})`}`}
          money={off}
          isQuiet
        />
      ))}
      {isInclusive && <Taxes order={order} />}
      <Statement order={order} />
    </dl>
  );
}

/** From the total as it was ordered to what is owed, the same as its shopper reads; nothing while it stays as it was. */
function Statement({ order: { statement, owed, paid, refunded } }: { order: OrderView }) {
  const { rows, tax, deliveryKept, toPay, toGoBack } = statement;
  if (rows.length === 0 && refunded.amount === 0) return null;
  return (
    <>
      {rows.map(({ kind, amount: off }) => (
        <Sum key={kind} label={reasons[kind]} money={off} />
      ))}
      {rows.length > 0 && <Sum label="Total now" money={owed} isStrong />}
      {rows.length > 0 && tax.amount > 0 && <Sum label="within: tax" money={tax} isQuiet />}
      {deliveryKept.amount > 0 && (
        <Sum label="within: delivery, not given back" money={deliveryKept} isQuiet />
      )}
      {paid.amount > 0 && <Sum label="Paid" money={paid} />}
      {refunded.amount > 0 && <Sum label="Given back" money={{ ...refunded, amount: -refunded.amount }} />}
      {toGoBack.amount > 0 && <Sum label="On its way back" money={toGoBack} />}
      {toPay.amount > 0 && <Sum label="Still open" money={toPay} />}
    </>
  );
}

const reasons: Readonly<Record<OrderView['statement']['rows'][number]['kind'], string>> = {
  cancelled: 'Cancelled goods',
  returned: 'Goods that came back',
  delivery: 'Delivery, given back',
  allowance: 'Taken off for goods that stay',
  fee: 'Fee for the return',
  other: 'Other changes',
};

function Taxes({ order: { taxes, prices } }: { order: OrderView }) {
  return taxes.map(({ name, rate, amount: tax }) => (
    <Sum
      key={`${name} ${rate}`}
      label={`${prices === 'inclusive' ? 'within: ' : ''}${name} ${rate} %`}
      money={tax}
      isQuiet
    />
  ));
}

/** A name and its amount, in a list of sums. */
export function Sum({
  label,
  money,
  isStrong = false,
  isQuiet = false,
}: {
  label: string;
  money: Money;
  isStrong?: boolean;
  isQuiet?: boolean;
}) {
  return (
    <div data-strong={isStrong} data-quiet={isQuiet}>
      <dt>{label}</dt>
      <dd>{amount(money)}</dd>
    </div>
  );
}
