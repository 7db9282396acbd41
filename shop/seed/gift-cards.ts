/** Gift cards to try; their codes and PINs are public. */
export const demoGiftCards = [
  { code: 'DEMO-GIFT-CARD-0025', pin: '123456', amount: 2500, currency: 'EUR', note: 'To try' },
  { code: 'DEMO-GIFT-CARD-0500', pin: '123456', amount: 50_000, currency: 'EUR', note: 'To try' },
  { code: 'DEMO-GIFT-CARD-GB50', pin: '123456', amount: 5000, currency: 'GBP', note: 'To try' },
];
