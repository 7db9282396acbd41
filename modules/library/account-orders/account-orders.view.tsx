import type { ModuleProps } from '@vitrine/modules';
import { AccountSection } from '../account-parts.tsx';
import { OrderList } from '../order-list.tsx';
import { OrderParts } from '../order-parts.tsx';
import styles from './account-orders.module.css';
import type { accountOrders } from './account-orders.module.ts';

export function AccountOrdersView(props: ModuleProps<typeof accountOrders>) {
  const { id, config, data, query, context, href, withQuery, t } = props;
  if (!data.profile) return null;
  if (query.order) return <OneOrder {...props} />;
  const { orders = [], next } = data.pages[0] ?? {};
  return (
    <AccountSection id={id} title={t('title')} styles={styles}>
      {orders.length > 0 ? (
        <OrderList
          orders={orders}
          locale={context.locale}
          timeZone={config.timeZone}
          addressOf={(order) => withQuery({ order, after: undefined })}
          styles={styles}
          t={t}
        />
      ) : (
        <div className={styles.empty}>
          <p>{t('none')}</p>
          <a className="vt-button" data-look="quiet" href={href('/')}>
            {t('look')}
          </a>
        </div>
      )}
      <p className={styles.buttons}>
        {query.after && (
          <a className="vt-link" href={withQuery({ after: undefined })}>
            {t('newest')}
          </a>
        )}
        {next && (
          <a className="vt-link" href={withQuery({ after: next })}>
            {t('older')}
          </a>
        )}
      </p>
    </AccountSection>
  );
}

function OneOrder({ id, config, data, context, withQuery, t }: ModuleProps<typeof accountOrders>) {
  const [order] = data.found;
  const { locale } = context;
  const back = (
    <p>
      <a className="vt-link" href={withQuery({ order: undefined })}>
        {t('all')}
      </a>
    </p>
  );
  if (!order)
    return (
      <AccountSection id={id} title={t('unknown')} intro={t('unknown-text')} styles={styles}>
        {back}
      </AccountSection>
    );
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: config.timeZone });
  const state = order.state === 'cancelled' ? t('cancelled') : t(`state.${order.fulfilment}`);
  return (
    <AccountSection
      id={id}
      title={t('order', { number: order.number })}
      intro={`${t('placed', { date: day.format(new Date(order.placedAt)) })} · ${state}`}
      styles={styles}
    >
      <OrderParts order={order} locale={locale} timeZone={config.timeZone} styles={styles} t={t} />
      {back}
    </AccountSection>
  );
}
