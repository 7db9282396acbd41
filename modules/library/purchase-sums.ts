import type { MoneyValue } from '@vitrine/modules/view';

/** One row of the sums below what is bought. */
export interface SumRow {
  readonly kind: 'goods' | 'delivery' | 'tax' | 'waived';
  /** Of a tax. */
  readonly name?: string;
  readonly rate?: string;
  readonly amount: MoneyValue;
}

interface Sums {
  /** Less discounts. */
  readonly goods: MoneyValue;
  /** Less discounts; absent = not chosen yet. */
  readonly delivery?: MoneyValue;
  readonly prices: 'inclusive' | 'exclusive';
  /** Tax that goods and deliveries hold and nobody owes. */
  readonly waived?: MoneyValue;
  readonly taxes: readonly { readonly name: string; readonly rate: string; readonly amount: MoneyValue }[];
}

/** The rows in their order; they add up to the total, and goods are what the lines above them come to. */
export function sumRows({ goods, delivery, prices, waived, taxes }: Sums): SumRow[] {
  return [
    { kind: 'goods', amount: goods },
    ...(delivery ? [{ kind: 'delivery', amount: delivery } as const] : []),
    ...(waived ? [{ kind: 'waived', amount: { ...waived, amount: -waived.amount } } as const] : []),
    // Where prices hold the tax, it is told below the total and is no part of the sum.
    ...(prices === 'exclusive' ? taxes.map((tax): SumRow => ({ kind: 'tax', ...tax })) : []),
  ];
}

/** What the sums are less already: told beside them, never taken off again. */
export interface OffRow {
  readonly kind: 'sale' | 'discount';
  /** Of a discount, with its code. */
  readonly name?: string;
  /** Below zero. */
  readonly amount: MoneyValue;
}

interface PricedLine {
  readonly quantity: number;
  readonly unitPrice: MoneyValue;
  readonly unitRegular: MoneyValue;
}

/** Sale prices first, then each promotion by its name. */
export function offRows({
  lines,
  discounts,
}: {
  readonly lines: readonly PricedLine[];
  readonly discounts: readonly {
    readonly name: string;
    readonly code?: string;
    readonly amount: MoneyValue;
  }[];
}): OffRow[] {
  const [first] = lines;
  const off = lines.reduce(
    (sum, { quantity, unitPrice, unitRegular }) => sum + quantity * (unitRegular.amount - unitPrice.amount),
    0,
  );
  return [
    ...(first && off > 0 ? [{ kind: 'sale', amount: { ...first.unitPrice, amount: -off } } as const] : []),
    ...discounts.map(
      ({ name, code, amount }): OffRow => ({
        kind: 'discount',
        name: code ? `${name} (${code})` : name,
        amount: { ...amount, amount: -amount.amount },
      }),
    ),
  ];
}

/**
 * What a piece of a line comes to with what promotions take off. Where that is no whole amount it is the price before, and the
 * line's discounts tell the rest.
 */
export function priceOfPiece({
  quantity,
  unitPrice,
  total,
}: Omit<PricedLine, 'unitRegular'> & { readonly total: MoneyValue }): MoneyValue {
  return total.amount % quantity === 0 ? { ...unitPrice, amount: total.amount / quantity } : unitPrice;
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
