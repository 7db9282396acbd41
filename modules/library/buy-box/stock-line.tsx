import type { OutputOf } from '@vitrine/data-actions';
import type { getAvailability } from '@vitrine/data-actions/library';
import { calendarDay } from '../calendar-day.ts';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';

/** Up to so many it is said how many may still be preordered. */
const FEW = 10;

/** Whether what is chosen can be had, in words and by a dot. */
export function StockLine({
  found,
  mailed = false,
  context,
  t,
}: {
  found: OutputOf<typeof getAvailability> | undefined;
  /** It comes by e-mail. */
  mailed?: boolean;
} & Pick<BuyBoxProps, 'context' | 't'>) {
  if (!found) return null;
  const day = found.shipsFrom === undefined ? '' : calendarDay(found.shipsFrom, context.locale);
  const text =
    found.class === 'low-stock' && found.left === undefined
      ? t('few-left')
      : t(mailed && found.class === 'in-stock' ? 'in-stock-mailed' : found.class, {
          left: found.left ?? 0,
          day,
        });
  const isScarce = found.left !== undefined && found.left <= FEW;
  const fine = [isScarce && t('preorder-left', { left: found.left }), t('preorder-paid')]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <p className={styles.stock} data-class={found.class}>
        {text}
      </p>
      {found.class === 'preorder' && <p className={styles.fine}>{fine}</p>}
    </>
  );
}
