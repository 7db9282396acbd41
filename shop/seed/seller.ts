/** Who sells in the demo store, for its invoices. Follows `SellerInput` of the commerce engine. */
export const demoSeller = {
  channel: 'online',
  name: 'Ostrand Handelsgesellschaft mbH',
  address: ['Seilergang 3', '24999 Ostrand'],
  country: 'DE',
  taxId: 'DE123456788',
  note: 'Amtsgericht Flensburg HRB 00000 · Managing director: Ingrid Holm · A demonstration shop: nothing is sold here.',
  // No such bank: nobody is paid by mistake.
  bank: {
    holder: 'Ostrand Handelsgesellschaft mbH',
    iban: 'DE52000000000012345678',
    name: 'Bank of Ostrand (made up)',
  },
  prefixes: { invoice: 'R-', creditNote: 'K-' },
};
