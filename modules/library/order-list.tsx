import type { OutputOf } from '@vitrine/data-actions';
import type { getMyOrders } from '@vitrine/data-actions/library';
import { formatMoney } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import type { Say } from './checkout-parts.tsx';
import { Icon } from './icon.tsx';

type Orders = NonNullable<OutputOf<typeof getMyOrders>>['orders'];

/** Orders, each with its way to the whole of it. `styles` come from a style sheet that imports `order-list.css`. */
export function OrderList({
  orders,
  locale,
  timeZone,
  addressOf,
  styles,
  t,
}: {
  orders: Orders;
  locale: string;
  /** Of the stores. */
  timeZone: string;
  addressOf: (id: string) => string;
  styles: Readonly<Record<string, string | undefined>>;
  t: Say;
}): ReactElement {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  return (
    <ul className={styles.orders}>
      {orders.map(({ id, number, placedAt, state, fulfilment, pieces, total, owed }) => (
        <li key={id}>
          <a className={styles.row} href={addressOf(id)}>
            <span className={styles.which}>
              <strong>{t('number', { number })}</strong>
              <small>
                {day.format(new Date(placedAt))} · {t('pieces', { count: pieces })}
              </small>
            </span>
            <span className={styles.status}>
              {t(`status.${state === 'cancelled' ? 'cancelled' : fulfilment}`)}
            </span>
            <span className={styles.amount}>
              {formatMoney(owed, locale)}
              {owed.amount !== total.amount && (
                <small>{t('ordered-total', { amount: formatMoney(total, locale) })}</small>
              )}
            </span>
            <Icon name="right" size={18} />
          </a>
        </li>
      ))}
    </ul>
  );
}
