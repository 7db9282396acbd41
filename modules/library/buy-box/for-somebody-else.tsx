import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';

/** Fields that say to whom a gift card is mailed, and when. Left empty it goes to whoever buys it. */
export function ForSomebodyElse({ id, t }: Pick<BuyBoxProps, 'id' | 't'>) {
  const field = (name: string) => ({ id: `${id}-${name}`, name, className: 'vt-field' });
  return (
    <details className={styles.recipient}>
      <summary>{t('recipient')}</summary>
      <div className={styles.recipientFields}>
        <label htmlFor={`${id}-recipientName`}>{t('recipient-name')}</label>
        <input {...field('recipientName')} type="text" autoComplete="off" maxLength={100} />
        <label htmlFor={`${id}-recipientEmail`}>{t('recipient-email')}</label>
        <input {...field('recipientEmail')} type="email" autoComplete="off" maxLength={254} />
        <label htmlFor={`${id}-recipientMessage`}>{t('recipient-message')}</label>
        <textarea {...field('recipientMessage')} rows={3} maxLength={500} />
        <label htmlFor={`${id}-recipientDay`}>{t('recipient-day')}</label>
        <input
          {...field('recipientDay')}
          type="date"
          aria-describedby={`${id}-recipient-hint`}
          autoComplete="off"
        />
        <p className={styles.fine} id={`${id}-recipient-hint`}>
          {t('recipient-hint')}
        </p>
      </div>
    </details>
  );
}
