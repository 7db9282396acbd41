import { formatMoney } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import type { Say } from './checkout-parts.tsx';
import { type StatedOrder, type StatementRow, statementRows } from './statement-rows.ts';

/** From the total as it was ordered to what it is now, and what that means for the money; nothing while it stays as it was. */
export function OrderStatement({
  order,
  locale,
  styles,
  t,
}: {
  order: StatedOrder;
  locale: string;
  /** From a style sheet that imports `purchase-parts.css`. */
  styles: Readonly<Record<string, string | undefined>>;
  t: Say;
}): ReactElement | null {
  const { changes, now, money } = statementRows(order);
  if (changes.length + money.length === 0) return null;
  const { deliveryKept, tax } = order.statement;
  const row = ({ kind, amount }: StatementRow) => (
    <div key={kind} {...(kind === 'now' && { className: styles.rest })}>
      <dt>{t(`statement.${kind}`)}</dt>
      <dd>{formatMoney(amount, locale)}</dd>
    </div>
  );
  return (
    <section className={styles.statement} aria-label={t('statement')}>
      {changes.length > 0 && <dl className={styles.sums}>{[...changes, now].map(row)}</dl>}
      {changes.length > 0 && tax.amount > 0 && (
        <p className={styles.fine}>{t('statement.tax', { amount: formatMoney(tax, locale) })}</p>
      )}
      {deliveryKept.amount > 0 && (
        <p className={styles.fine}>
          {t('statement.delivery-kept', { amount: formatMoney(deliveryKept, locale) })}
        </p>
      )}
      {money.length > 0 && <dl className={styles.sums}>{money.map(row)}</dl>}
    </section>
  );
}
