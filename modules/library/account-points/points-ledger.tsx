import type { ModuleProps } from '@vitrine/modules';
import type { ReactElement } from 'react';
import styles from './account-points.module.css';
import type { accountPoints } from './account-points.module.ts';

type Props = ModuleProps<typeof accountPoints>;
type Movement = NonNullable<Props['data']['loyalty']>[number]['movements'][number];

const gifts = ['joined', 'goodwill', 'correction', 'campaign'];

/** What came to somebody's points and went off them, in words. */
export function PointsLedger({
  movements,
  locale,
  timeZone,
  addressOf,
  t,
}: {
  movements: readonly Movement[];
  locale: string;
  timeZone: string;
  /** Where an order of theirs is looked at. */
  addressOf: (orderId: string) => string;
  t: Props['t'];
}): ReactElement {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const number = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  if (movements.length === 0) return <p className={styles.soft}>{t('no-movements')}</p>;
  return (
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
            <td>
              {each.orderId ? (
                <a className="vt-link" href={addressOf(each.orderId)}>
                  {wordsOf(each, t)}
                </a>
              ) : (
                wordsOf(each, t)
              )}
            </td>
            <td className={styles.amount}>{number.format(each.points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Staff give a reason of the list, or tell it in words of their own. */
function wordsOf({ kind, reason, orderId }: Movement, t: Props['t']): string {
  if ((kind === 'added' || kind === 'taken-back') && orderId && reason)
    return t(`kind.${kind}.order`, { number: reason });
  if (kind !== 'added' || !reason) return t(`kind.${kind}`);
  if (reason === 'other') return t('kind.added');
  return gifts.includes(reason) ? t(`kind.added.${reason}`) : reason;
}
