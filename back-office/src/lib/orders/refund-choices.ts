/** What of a delivery's charge goes back. */
export const deliveryShares = [
  { value: 'none', label: 'nothing goes back' },
  { value: 'proportional', label: 'as much goes back as of the goods' },
  { value: 'all', label: 'all goes back' },
];

/** Where money goes back to. */
export const refundTenders = [
  { value: '', label: 'as the shop has laid down, else the way it came' },
  { value: 'original', label: 'the way it came' },
  { value: 'store-credit', label: 'as store credit' },
];
