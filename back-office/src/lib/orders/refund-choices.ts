import type { DeliveryChoice } from '@vitrine/commerce-engine/client';

/** What of a delivery's charge goes back with goods. */
export const deliveryShares: readonly { readonly value: DeliveryChoice; readonly label: string }[] = [
  { value: 'none', label: 'nothing goes back' },
  { value: 'proportional', label: 'the part of these goods goes back' },
  { value: 'all', label: 'all that is left of it goes back' },
];

/** Where money of goods that stay, or never left, goes back to. */
export const refundTenders = [
  { value: '', label: 'the way it was paid' },
  { value: 'store-credit', label: 'as store credit' },
];
