export { type StripeOptions, stripeProvider } from './lib/payments/stripe/stripe-provider.ts';
