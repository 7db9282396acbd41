/** How an order stands, in a word or two. */
export const orderStateMessages = {
  en: {
    'status.cancelled': 'Cancelled',
    'status.open': 'In preparation',
    'status.partly': 'Partly sent',
    'status.done': 'Sent or picked up',
    number: 'Order {number}',
    'ordered-total': 'ordered: {amount}',
    'pieces.one': '1 piece',
    'pieces.other': '{count} pieces',
  },
  de: {
    'status.cancelled': 'Storniert',
    'status.open': 'In Vorbereitung',
    'status.partly': 'Teilweise verschickt',
    'status.done': 'Verschickt oder abgeholt',
    number: 'Bestellung {number}',
    'ordered-total': 'bestellt: {amount}',
    'pieces.one': '1 Stück',
    'pieces.other': '{count} Stück',
  },
};
