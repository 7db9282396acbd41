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
  total,
  hasEarlier,
  locale,
  timeZone,
  addressOf,
  t,
}: {
  movements: readonly Movement[];
  /** What there is after the newest. */
  total: number;
  /** There are movements before the first of these. */
  hasEarlier: boolean;
  locale: string;
  timeZone: string;
  /** Where an order of theirs is looked at. */
  addressOf: (orderId: string) => string;
  t: Props['t'];
}): ReactElement {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const number = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const plain = new Intl.NumberFormat(locale);
  if (movements.length === 0) return <p className={styles.soft}>{t('no-movements')}</p>;
  const after = movements.map((_, at) =>
    movements.slice(0, at).reduce((rest, { points }) => rest - points, total),
  );
  const before = movements.reduce((rest, { points }) => rest - points, total);
  return (
    <>
      <p className={styles.soft}>{t('ledger-text')}</p>
      <table className={styles.movements}>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col" className={styles.amount}>
              {t('amount')}
            </th>
            <th scope="col" className={styles.amount}>
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {movements.map((each, at) => (
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
              <td className={styles.amount}>{plain.format(after[at]!)}</td>
            </tr>
          ))}
          {hasEarlier && (
            <tr>
              <td />
              <td colSpan={2}>{t('earlier')}</td>
              <td className={styles.amount}>{plain.format(before)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </>
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
