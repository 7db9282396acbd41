import { reopenCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { mutationAddress } from '@vitrine/modules/view';
import styles from './checkout-summary.module.css';
import type { checkoutSummary } from './checkout-summary.module.ts';

/** Stands alone on the page: nothing is in the cart, or it is being paid already. */
export function NothingToPay({ id, config, data, href, t }: ModuleProps<typeof checkoutSummary>) {
  const checkout = data.page?.checkout;
  if (checkout?.state !== 'paying') {
    return (
      <div className={styles.alone} id={id} data-live="" data-alone="">
        <h2 className={styles.title}>{t('empty')}</h2>
        <p>{t('empty-text')}</p>
        <a className="vt-button" href={href(config.shop)}>
          {t('look')}
        </a>
      </div>
    );
  }
  const { actionUrl } = checkout;
  return (
    <div className={styles.alone} id={id} data-live="" data-alone="">
      <h2 className={styles.title}>{t('paying')}</h2>
      <p>{t(actionUrl ? 'paying-bank' : 'paying-pending')}</p>
      <div className={styles.ways}>
        {actionUrl && (
          <a className="vt-button" href={actionUrl}>
            {t('to-bank')}
          </a>
        )}
        <button
          type="submit"
          className="vt-button"
          data-look="quiet"
          formAction={mutationAddress(reopenCheckout)}
        >
          {t('stop')}
        </button>
      </div>
    </div>
  );
}
