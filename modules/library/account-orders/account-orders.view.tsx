import type { ModuleProps } from '@vitrine/modules';
import { AccountSection } from '../account-parts.tsx';
import { GoodsToPay } from '../goods-to-pay.tsx';
import { HowToPay } from '../how-to-pay.tsx';
import { OrderList } from '../order-list.tsx';
import { OrderParts } from '../order-parts.tsx';
import { dayIn, EarnedPoints, OrderPapers, OrderProgress } from '../order-progress.tsx';
import { ReturnForm } from '../return-form.tsx';
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
          <p>{t('none-yet')}</p>
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

function OneOrder(props: ModuleProps<typeof accountOrders>) {
  const { id, config, data, context, query, withQuery, t } = props;
  const [order] = data.found;
  const [progress] = data.progress;
  const { locale } = context;
  const { timeZone, returnSteps } = config;
  const tools = { id, locale, timeZone, styles, t };
  if (!order)
    return (
      <AccountSection id={id} title={t('unknown')} intro={t('unknown-text')} styles={styles}>
        <Back address={withQuery({ order: undefined, show: undefined })} says={t('all')} />
      </AccountSection>
    );
  const done = withQuery({ show: undefined });
  const returnAddress = withQuery({ show: 'return' });
  if (query.show && progress)
    return (
      <AccountSection
        id={id}
        title={t('return-title', { number: order.number })}
        intro={t('return-intro', { email: order.contact.email })}
        styles={styles}
      >
        <ReturnForm
          order={order}
          progress={progress}
          form={data.forms[0]}
          here={returnAddress}
          done={done}
          tools={tools}
        />
        <Back address={done} says={t('back')} />
      </AccountSection>
    );
  const placed = dayIn(tools)(order.placedAt);
  const state = order.state === 'cancelled' ? t('cancelled') : t(`state.${order.fulfilment}`);
  return (
    <AccountSection
      id={id}
      title={t('order', { number: order.number })}
      intro={`${t('placed', { date: placed })} · ${state}`}
      styles={styles}
    >
      {progress && <HowToPay progress={progress} tools={tools} />}
      {progress && <GoodsToPay order={order} progress={progress} here={done} tools={tools} />}
      {progress && (
        <OrderProgress
          order={order}
          progress={progress}
          returnAddress={returnAddress}
          returnSteps={returnSteps}
          here={done}
          tools={tools}
        />
      )}
      {progress && <EarnedPoints progress={progress} tools={tools} />}
      <OrderParts order={order} locale={locale} timeZone={timeZone} styles={styles} t={t} />
      {progress && <OrderPapers order={order} progress={progress} tools={tools} />}
      <Back address={withQuery({ order: undefined })} says={t('all')} />
    </AccountSection>
  );
}

function Back({ address, says }: { address: string; says: string }) {
  return (
    <p>
      <a className="vt-link" href={address}>
        {says}
      </a>
    </p>
  );
}
