/**
 * Where people pay or sign in and come back from, with the hosts below: Stripe, PayPal, Google, Apple. Coming from there is no way
 * to come to the shop.
 */
export const knownReturnHosts: readonly string[] = [
  'stripe.com',
  'link.com',
  'paypal.com',
  'accounts.google.com',
  'pay.google.com',
  'appleid.apple.com',
  'account.apple.com',
];
