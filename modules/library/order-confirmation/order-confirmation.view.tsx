import type { ModuleProps } from '@vitrine/modules';
import { GoodsToPay } from '../goods-to-pay.tsx';
import { HowToPay } from '../how-to-pay.tsx';
import { OrderParts } from '../order-parts.tsx';
import {
  dayIn,
  EarnedPoints,
  type Order,
  OrderPapers,
  OrderProgress,
  type Progress,
} from '../order-progress.tsx';
import { ReturnForm } from '../return-form.tsx';
import { KeepInAccount } from './keep-in-account.tsx';
import { NoOrder } from './no-order.tsx';
import styles from './order-confirmation.module.css';
import type { orderConfirmation } from './order-confirmation.module.ts';

type Props = ModuleProps<typeof orderConfirmation>;

export function OrderConfirmationView(props: Props) {
  const { id, config, data, context, query, href, withQuery, t } = props;
  const { found } = data;
  if (found?.kind !== 'order') return <NoOrder {...props} />;
  const { order } = found;
  const [progress] = data.progress;
  if (query.show && progress) return <Announce {...props} order={order} progress={progress} />;
  const { contact, number, state, payments, paid, fulfilment } = order;
  const waits = payments.some(({ method }) => method === 'bank-transfer') && paid.amount < order.owed.amount;
  const tools = { id, locale: context.locale, timeZone: config.timeZone, styles, t };
  return (
    <section className={styles.page} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <p className={styles.number}>{t('order', { number })}</p>
        <h1 id={`${id}-title`}>{t('thanks', { name: contact.name })}</h1>
        <p className={styles.lead}>
          {state === 'cancelled' ? t('cancelled') : t('mailed', { email: contact.email })}
        </p>
        <p className={styles.soft}>
          {t('placed', { date: dayIn(tools)(order.placedAt) })}
          {state !== 'cancelled' && ` · ${waits ? t('not-cleared') : t(`state.${fulfilment}`)}`}
        </p>
        {progress && <EarnedPoints progress={progress} tools={tools} />}
      </div>
      {progress && <HowToPay progress={progress} tools={tools} />}
      {progress && (
        <GoodsToPay
          order={order}
          progress={progress}
          here={withQuery({})}
          openKey={query.key}
          tools={tools}
        />
      )}
      {progress && (
        <OrderProgress
          order={order}
          progress={progress}
          returnAddress={withQuery({ show: 'return' })}
          returnSteps={config.returnSteps}
          here={withQuery({})}
          openKey={query.key}
          tools={tools}
        />
      )}
      <OrderParts order={order} locale={context.locale} timeZone={config.timeZone} styles={styles} t={t} />
      {progress && <OrderPapers order={order} progress={progress} openKey={query.key} tools={tools} />}
      {data.me === null && <KeepInAccount id={id} config={config} contact={contact} href={href} t={t} />}
    </section>
  );
}

/** The form that announces a return. */
function Announce({
  order,
  progress,
  id,
  config,
  data,
  context,
  query,
  withQuery,
  t,
}: Props & { order: Order; progress: Progress }) {
  const tools = { id, locale: context.locale, timeZone: config.timeZone, styles, t };
  const done = withQuery({ show: undefined });
  return (
    <section className={styles.page} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h1 id={`${id}-title`}>{t('return-title', { number: order.number })}</h1>
        <p className={styles.lead}>{t('return-intro', { email: order.contact.email })}</p>
      </div>
      <ReturnForm
        order={order}
        progress={progress}
        form={data.forms[0]}
        openKey={query.key}
        here={withQuery({ show: 'return' })}
        done={done}
        tools={tools}
      />
      <p>
        <a className="vt-link" href={done}>
          {t('back')}
        </a>
      </p>
    </section>
  );
}
