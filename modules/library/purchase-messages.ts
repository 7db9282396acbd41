/** What summary and order say of lines and sums. */
export const purchaseMessages = {
  en: {
    'quantity.one': '1 piece',
    'quantity.other': '{count} pieces',
    goods: 'Goods',
    delivery: 'Delivery',
    free: 'Free',
    total: 'Total',
    tax: '{name} {rate} %',
    including: 'Including {taxes}',
    vat: 'VAT',
    'sold-out': 'Sold out',
  },
  de: {
    'quantity.one': '1 Stück',
    'quantity.other': '{count} Stück',
    goods: 'Waren',
    delivery: 'Lieferung',
    free: 'Kostenlos',
    total: 'Gesamt',
    tax: '{rate} % {name}',
    including: 'Enthalten: {taxes}',
    vat: 'MwSt.',
    'sold-out': 'Ausverkauft',
  },
};
