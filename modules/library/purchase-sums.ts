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

/** A tender of the shop that pays a part. */
export interface TenderRow {
  readonly kind: 'gift-card' | 'store-credit' | 'points';
  /** How a card is recognised. */
  readonly name?: string;
  readonly amount: MoneyValue;
}

/** What pays before a bank is asked, in the order in which it pays. */
export function tenderRows({
  giftCards,
  storeCredit,
  points,
}: {
  readonly giftCards: readonly { readonly last4: string; readonly pays: MoneyValue }[];
  readonly storeCredit?: { readonly pays: MoneyValue };
  readonly points?: { readonly name: string; readonly pays: { readonly amount: MoneyValue } };
}): TenderRow[] {
  const rows: TenderRow[] = [
    ...giftCards.map(({ last4, pays }) => ({ kind: 'gift-card', name: last4, amount: pays }) as const),
    ...(storeCredit ? [{ kind: 'store-credit', amount: storeCredit.pays } as const] : []),
    ...(points ? [{ kind: 'points', name: points.name, amount: points.pays.amount } as const] : []),
  ];
  return rows
    .filter(({ amount }) => amount.amount > 0)
    .map((row) => ({ ...row, amount: { ...row.amount, amount: -row.amount.amount } }));
}
