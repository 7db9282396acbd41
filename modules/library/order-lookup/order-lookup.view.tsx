import { lookUpOrder } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { OrderParts } from '../order-parts.tsx';
import { dayIn, OrderParcels } from '../order-progress.tsx';
import styles from './order-lookup.module.css';
import type { orderLookup } from './order-lookup.module.ts';

export function OrderLookupView({
  id,
  config,
  data,
  context,
  subject,
  href,
  t,
}: ModuleProps<typeof orderLookup>) {
  const { number, email, order, shipments = [] } = data.looked ?? {};
  const { locale } = context;
  if (order) {
    const tools = { id, locale, timeZone: config.timeZone, styles, t };
    return (
      <section className={styles.page} aria-labelledby={`${id}-title`}>
        <div className={styles.head}>
          <h1 id={`${id}-title`}>{t('order', { number: order.number })}</h1>
          <p className={styles.soft}>
            {t('placed', { date: dayIn(tools)(order.placedAt) })}
            {' · '}
            {order.state === 'cancelled' ? t('cancelled') : t(`state.${order.fulfilment}`)}
          </p>
        </div>
        <OrderParcels order={order} shipments={shipments} tools={tools} />
        <OrderParts order={order} locale={locale} timeZone={config.timeZone} styles={styles} t={t} />
        <p className={styles.soft}>{t('more')}</p>
        <p>
          <a className="vt-link" href={href(subject.path)}>
            {t('another')}
          </a>
        </p>
      </section>
    );
  }
  const problem = number === undefined ? undefined : t(number && email ? 'unknown' : 'missing');
  const wrong = problem && { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
  return (
    <section className={styles.page} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h1 id={`${id}-title`}>{config.title || t('title')}</h1>
        {config.intro && <p className={styles.lead}>{config.intro}</p>}
      </div>
      <MutationForm mutation={lookUpOrder} values={{ _from: href(subject.path) }} className={styles.form}>
        <label htmlFor={`${id}-number`}>{t('number')}</label>
        <input
          className="vt-field"
          id={`${id}-number`}
          name="number"
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={100}
          defaultValue={number}
          // biome-ignore lint/a11y/noAutofocus: the first field that could not be taken.
          autoFocus={problem !== undefined}
          {...wrong}
        />
        <label htmlFor={`${id}-email`}>{t('email')}</label>
        <input
          className="vt-field"
          id={`${id}-email`}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          required
          maxLength={254}
          defaultValue={email}
          {...wrong}
        />
        {problem && (
          <p className={styles.problem} id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="vt-button">
          {t('submit')}
        </button>
      </MutationForm>
    </section>
  );
}
