import { formatMoney } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import type { Say } from './checkout-parts.tsx';
import type { OffRow } from './purchase-sums.ts';

/** What prices and sums are less already, beside them. `styles` come from a style sheet that imports `taken-off.css`. */
export function TakenOff({
  rows,
  locale,
  styles,
  t,
}: {
  rows: readonly OffRow[];
  locale: string;
  styles: Readonly<Record<string, string | undefined>>;
  t: Say;
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <div className={styles.takenOff}>
      <p>{t('taken-off')}</p>
      <ul>
        {rows.map(({ kind, name, amount }) => (
          <li key={`${kind} ${name}`}>
            <span>{kind === 'sale' ? t('sale-prices') : name}</span>{' '}
            <span>{formatMoney(amount, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
