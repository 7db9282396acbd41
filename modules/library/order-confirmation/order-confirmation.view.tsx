import type { ModuleProps } from '@vitrine/modules';
import { OrderParts } from '../order-parts.tsx';
import { KeepInAccount } from './keep-in-account.tsx';
import { NoOrder } from './no-order.tsx';
import styles from './order-confirmation.module.css';
import type { orderConfirmation } from './order-confirmation.module.ts';

export function OrderConfirmationView(props: ModuleProps<typeof orderConfirmation>) {
  const { id, config, data, context, href, t } = props;
  const { found } = data;
  if (found?.kind !== 'order') return <NoOrder {...props} />;
  const { order } = found;
  const { contact, number, state, payments, paid, fulfilment } = order;
  const waits = payments.some(({ method }) => method === 'bank-transfer') && paid.amount < order.total.amount;
  const day = new Intl.DateTimeFormat(context.locale, { dateStyle: 'long', timeZone: config.timeZone });
  return (
    <section className={styles.page} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <p className={styles.number}>{t('order', { number })}</p>
        <h1 id={`${id}-title`}>{t('thanks', { name: contact.name })}</h1>
        <p className={styles.lead}>
          {state === 'cancelled' ? t('cancelled') : t('mailed', { email: contact.email })}
        </p>
        <p className={styles.soft}>
          {t('placed', { date: day.format(new Date(order.placedAt)) })}
          {state !== 'cancelled' && ` · ${waits ? t('not-cleared') : t(`state.${fulfilment}`)}`}
        </p>
      </div>
      <OrderParts order={order} locale={context.locale} timeZone={config.timeZone} styles={styles} t={t} />
      {data.me === null && <KeepInAccount id={id} config={config} contact={contact} href={href} t={t} />}
    </section>
  );
}
