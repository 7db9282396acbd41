/** Minor units in a text with one price: "from €1,026.00" → 102600, "1.026,00 €" → 102600. @throws when there is none or several. */
export function amountIn(text: string): number {
  const prices = text.match(/\d[\d.,]*\d|\d/g) ?? [];
  if (prices.length !== 1) throw new Error(`Expected one price in "${text}".`);
  if (!/[.,]\d\d$/.test(prices[0]!)) throw new Error(`Expected a price with two decimals in "${text}".`);
  return Number(prices[0]!.replace(/[.,]/g, ''));
}

/** Minor units of EUR or GBP as people of a locale read them. */
export function priceText(
  amount: number,
  { currency, locale }: { currency: string; locale: string },
): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 100);
}
