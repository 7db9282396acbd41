// Stripe counts in minor units too, with exceptions: https://docs.stripe.com/currencies#special-cases

/** Currencies without minor units that Stripe counts in hundredths all the same. */
const IN_HUNDREDTHS: readonly string[] = ['ISK', 'UGX'];

/** Minor units as Stripe counts them. */
export function toStripe(amount: number, currency: string): number {
  return IN_HUNDREDTHS.includes(currency.toUpperCase()) ? amount * 100 : amount;
}

/** @throws RangeError for part of a unit of a currency that has none. */
export function fromStripe(amount: number, currency: string): number {
  if (!IN_HUNDREDTHS.includes(currency.toUpperCase())) return amount;
  if (amount % 100 === 0) return amount / 100;
  throw new RangeError(`Stripe told ${amount} hundredths of ${currency}, which has no smaller unit.`);
}
