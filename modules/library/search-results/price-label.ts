import type { ViewProps } from '@vitrine/modules';
import { minorUnitDigits } from '@vitrine/modules/view';
import { priceRange } from './price-range.ts';

/** `2000-5000` as people say it: "€20 to €50". */
export function priceLabel(
  price: string,
  { currency, locale }: { readonly currency: string; readonly locale: string },
  t: ViewProps<unknown, unknown, never, unknown>['t'],
): string {
  const { priceFrom, priceTo } = priceRange(price);
  const digits = minorUnitDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  });
  // Only steps people read are written so; prices are written to the cent by `formatMoney`.
  const money = (amount = 0) => format.format(amount / 10 ** digits);
  if (priceFrom === undefined) return t('price-below', { to: money(priceTo) });
  if (priceTo === undefined) return t('price-above', { from: money(priceFrom) });
  return t('price-between', { from: money(priceFrom), to: money(priceTo) });
}
