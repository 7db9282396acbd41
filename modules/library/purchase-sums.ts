import type { MoneyValue } from '@vitrine/modules/view';

/** One row of the sums below what is bought. */
export interface SumRow {
  readonly kind: 'goods' | 'discount' | 'delivery' | 'tax';
  /** Of a discount or a tax. */
  readonly name?: string;
  readonly rate?: string;
  readonly amount: MoneyValue;
}

interface Sums {
  readonly lines: readonly { readonly quantity: number; readonly unitPrice: MoneyValue }[];
  /** Less discounts. */
  readonly goods: MoneyValue;
  /** Less discounts; absent = not chosen yet. */
  readonly delivery?: MoneyValue;
  readonly discounts: readonly {
    readonly name: string;
    readonly code?: string;
    readonly amount: MoneyValue;
  }[];
  readonly prices: 'inclusive' | 'exclusive';
  readonly taxes: readonly { readonly name: string; readonly rate: string; readonly amount: MoneyValue }[];
}

/** The rows in their order; they add up to the total. Promotions are told by name, so goods and delivery stand before them. */
export function sumRows({ lines, goods, delivery, discounts, prices, taxes }: Sums): SumRow[] {
  const money = (amount: number) => ({ amount, currency: goods.currency });
  const full = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0);
  const off = discounts.reduce((sum, { amount }) => sum + amount.amount, 0);
  const offDelivery = off - (full - goods.amount);
  return [
    { kind: 'goods', amount: money(full) },
    ...(delivery ? [{ kind: 'delivery', amount: money(delivery.amount + offDelivery) } as const] : []),
    ...discounts.map(
      ({ name, code, amount }): SumRow => ({
        kind: 'discount',
        name: code ? `${name} (${code})` : name,
        amount: money(-amount.amount),
      }),
    ),
    // Where prices hold the tax, it is told below the total and is no part of the sum.
    ...(prices === 'exclusive' ? taxes.map((tax): SumRow => ({ kind: 'tax', ...tax })) : []),
  ];
}
