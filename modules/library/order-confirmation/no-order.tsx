import type { ModuleProps } from '@vitrine/modules';
import { fieldId } from '../checkout-parts.tsx';
import { addressOfOrder } from './address-of-order.ts';
import styles from './order-confirmation.module.css';
import type { orderConfirmation } from './order-confirmation.module.ts';

/** There is no order, or not yet: what that means and what can be done. */
export function NoOrder({ id, config, data, href, withQuery, t }: ModuleProps<typeof orderConfirmation>) {
  const { found = { kind: 'unknown' } } = data;
  const title = `${id}-title`;
  switch (found.kind) {
    case 'pending':
      return (
        <section className={styles.alone} aria-labelledby={title}>
          <h1 id={title}>{t('pending')}</h1>
          <p>{t('pending-text')}</p>
          <a className="vt-button" href={withQuery({})}>
            {t('again')}
          </a>
        </section>
      );
    case 'action':
      return (
        <section className={styles.alone} aria-labelledby={title}>
          <h1 id={title}>{t('action')}</h1>
          <p>{t('action-text')}</p>
          <a className="vt-button" href={found.url}>
            {t('to-bank')}
          </a>
        </section>
      );
    case 'placed':
      return (
        <section className={styles.alone} aria-labelledby={title}>
          <h1 id={title}>{t('is-placed')}</h1>
          <p>{t('is-placed-text')}</p>
          <a className="vt-button" href={addressOfOrder(href(config.order), found)}>
            {t('to-order')}
          </a>
        </section>
      );
    case 'declined':
      return (
        <section className={styles.alone} aria-labelledby={title}>
          <h1 id={title}>{t('declined')}</h1>
          <p>{t(`declined.${found.reason}`)}</p>
          <a className="vt-button" href={`${href(config.checkout)}#${fieldId('declined')}`}>
            {t('to-checkout')}
          </a>
        </section>
      );
    default:
      return (
        <section className={styles.alone} aria-labelledby={title}>
          <h1 id={title}>{t('unknown')}</h1>
          <p>{t('unknown-text')}</p>
          <div className={styles.ways}>
            <a className="vt-button" href={href(config.lookup)}>
              {t('lookup')}
            </a>
            <a className="vt-button" data-look="quiet" href={href(config.shop)}>
              {t('shop')}
            </a>
          </div>
        </section>
      );
  }
}
