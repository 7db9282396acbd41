import type { ModuleProps } from '@vitrine/modules';
import { formatMoney } from '@vitrine/modules/view';
import { AccountPart, AccountSection } from '../account-parts.tsx';
import styles from './account-credit.module.css';
import type { accountCredit } from './account-credit.module.ts';

const reasons = ['refund', 'goodwill', 'exchange'];

export function AccountCreditView({ id, config, data, context, t }: ModuleProps<typeof accountCredit>) {
  if (!data.me) return null;
  const { locale } = context;
  const { timeZone } = config;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const credit = data.credit ?? [];
  // Staff give a reason of the list, or tell it in words of their own.
  const what = (kind: string, reason: string) => {
    if (kind !== 'added' || !reason || reason === 'other') return t(`kind.${kind}`);
    return reasons.includes(reason) ? t(`kind.added.${reason}`) : reason;
  };
  return (
    <AccountSection id={id} title={t('title')} intro={t('intro')} styles={styles}>
      {credit.length === 0 && (
        <div className={styles.empty}>
          <p>{t('none')}</p>
        </div>
      )}
      {credit.map(({ balance, runsOut, movements }) => (
        <div key={balance.currency} className={styles.account}>
          <p className={styles.balance}>{formatMoney(balance, locale)}</p>
          {runsOut && (
            <p className={styles.soft}>
              {t('runs-out', {
                amount: formatMoney(runsOut.amount, locale),
                date: day.format(new Date(runsOut.at)),
              })}
            </p>
          )}
          <AccountPart id={`${id}-${balance.currency}`} title={t('movements')} styles={styles}>
            <table className={styles.movements}>
              <thead className="vt-hidden">
                <tr>
                  <th scope="col">{t('when')}</th>
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('amount')}</th>
                </tr>
              </thead>
              <tbody>
                {movements.map((each) => (
                  <tr key={each.id}>
                    <td className={styles.day}>{day.format(new Date(each.at))}</td>
                    <td>{what(each.kind, each.reason)}</td>
                    <td className={styles.amount}>{formatMoney(each.amount, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </AccountPart>
        </div>
      ))}
    </AccountSection>
  );
}
