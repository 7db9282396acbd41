import type { MoneyValue } from '@vitrine/modules/view';
import type { BuyBoxProps } from './buy-box-props.ts';
import type { Variant } from './choice.ts';

type Price = BuyBoxProps['data']['prices'][number];

/** What a set costs less than its pieces bought one by one. Undefined = nothing, or one of them cannot be bought by itself. */
export function setSavings(
  variant: Variant | undefined,
  prices: readonly Price[],
  ofComponents: readonly Price[],
): MoneyValue | undefined {
  const components = variant?.components;
  const own = prices.find(({ variantId }) => variantId === variant?.id)?.price;
  if (!components || !own) return undefined;
  let singly = 0;
  for (const { variantId, productSlug, quantity } of components) {
    const price = ofComponents.find((each) => each.variantId === variantId);
    if (productSlug === undefined || !price || price.price.currency !== own.currency) return undefined;
    singly += quantity * priceAt(price, quantity);
  }
  return singly > own.amount ? { ...own, amount: singly - own.amount } : undefined;
}

/** Whoever buys so many of it pays that for a piece. */
function priceAt({ price, breaks = [] }: Price, quantity: number): number {
  return breaks.findLast(({ from }) => from <= quantity)?.price.amount ?? price.amount;
}
