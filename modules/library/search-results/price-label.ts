import type { ViewProps } from '@vitrine/modules';
import { formatMoney } from '@vitrine/modules/view';
import { priceRange } from './price-range.ts';

/** `2000-5000` as people say it: "20.00 € to 50.00 €". */
export function priceLabel(
  price: string,
  { currency, locale }: { readonly currency: string; readonly locale: string },
  t: ViewProps<unknown, unknown, never, unknown>['t'],
): string {
  const { priceFrom, priceTo } = priceRange(price);
  const money = (amount = 0) => formatMoney({ amount, currency }, locale);
  if (priceFrom === undefined) return t('price-below', { to: money(priceTo) });
  if (priceTo === undefined) return t('price-above', { from: money(priceFrom) });
  return t('price-between', { from: money(priceFrom), to: money(priceTo) });
}
