import type { ReactElement } from 'react';
import type { Translate } from '../translate.ts';
import { formatMoney, type MoneyValue } from './format-money.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/**
 * A price as people read it: reduced prices say so to screen readers too, ranges say "from". Classes for themes: `vt-price`,
 * `vt-price--sale`, `vt-price__now`, `vt-price__before`, `vt-price__tax`, `vt-price__lowest`.
 */
export function PriceTag({
  price,
  regular = price,
  from = false,
  plusTax = false,
  lowest30Days,
  locale,
  t,
  className,
}: {
  price: MoneyValue;
  /** Shown struck through when it is higher. */
  regular?: MoneyValue;
  /** Other variants cost more. */
  from?: boolean;
  /** Tax comes on top, and that is said. */
  plusTax?: boolean | undefined;
  lowest30Days?: MoneyValue;
  locale: string;
  t: Translate;
  className?: string;
}): ReactElement {
  const now = formatMoney(price, locale);
  const shown = from ? t('price.from', { price: now }) : now;
  const sale = regular.amount > price.amount;
  return (
    <span className={['vt-price', sale && 'vt-price--sale', className].filter(Boolean).join(' ')}>
      {sale && <VisuallyHidden>{`${t('price.now')} `}</VisuallyHidden>}
      <span className="vt-price__now">{shown}</span>
      {sale && (
        <>
          {' '}
          <VisuallyHidden>{`${t('price.before')} `}</VisuallyHidden>
          <s className="vt-price__before">{formatMoney(regular, locale)}</s>
        </>
      )}
      {plusTax && (
        <>
          {' '}
          <small className="vt-price__tax">{t('price.plus-tax')}</small>
        </>
      )}
      {sale && lowest30Days && (
        <small className="vt-price__lowest">
          {t('price.lowest-30-days', { price: formatMoney(lowest30Days, locale) })}
        </small>
      )}
    </span>
  );
}
