import type { ModuleProps } from '@vitrine/modules';
import type { ReactElement } from 'react';
import styles from './account-points.module.css';
import type { accountPoints } from './account-points.module.ts';

type Props = ModuleProps<typeof accountPoints>;
type Member = NonNullable<Props['data']['loyalty']>[number];

/** All that came less all that went: what can be used, what cannot be used yet, less what is owed. */
export function totalOf({ points, pending, debt }: Pick<Member, 'points' | 'pending' | 'debt'>): number {
  // Where points are left, what was owed has been taken off them already.
  return points + pending - (points > 0 ? 0 : debt);
}

/** How somebody's points add up, a line for each part. */
export function PointsSum({
  member,
  locale,
  day,
  t,
}: {
  member: Member;
  locale: string;
  day: (iso: string) => string;
  t: Props['t'];
}): ReactElement {
  const { programme, points, waiting, debt } = member;
  const number = new Intl.NumberFormat(locale);
  return (
    <table className={styles.sum}>
      <tbody>
        <Line what={t('usable')} amount={number.format(points)} />
        {waiting.map(({ points: count, at }) => (
          <Line key={at ?? 'later'} what={waits(programme, at && day(at), t)} amount={number.format(count)} />
        ))}
        {debt > 0 && points === 0 && <Line what={t('owed')} amount={number.format(-debt)} />}
      </tbody>
      <tfoot>
        <Line what={t('together')} amount={number.format(totalOf(member))} />
      </tfoot>
    </table>
  );
}

function Line({ what, amount }: { what: string; amount: string }): ReactElement {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td className={styles.amount}>{amount}</td>
    </tr>
  );
}

/** From when points can be used: on a day, or in the programme's own words while nobody can know it. */
function waits(
  { vesting: { from, days } }: Member['programme'],
  day: string | undefined,
  t: Props['t'],
): string {
  if (day !== undefined) return t('waits-until', { date: day });
  if (days === 0) return t(from === 'placed' ? 'waits-at-once' : 'waits-at-once-handed');
  return t(`waits-${from}`, { days: t('days', { count: days }) });
}
