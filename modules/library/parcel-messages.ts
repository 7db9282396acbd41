/** What is said of parcels and pickups of an order. */
export const parcelMessages = {
  en: {
    progress: 'What happened',
    'shipment.sent': 'Sent on {date}',
    'shipment.ready': 'Ready to be picked up since {date}',
    'shipment.handed-over': 'Picked up on {date}',
    'called-off': 'Cancelled',
    allowance: '{amount} less',
    tracking: 'Tracking number {number}',
    'tracking-of': '{carrier}, tracking number {number}',
    'pickup-code': 'Your code at the counter: {code}',
    piece: '{count} × {name}',
  },
  de: {
    progress: 'Was geschehen ist',
    'shipment.sent': 'Verschickt am {date}',
    'shipment.ready': 'Liegt seit {date} zur Abholung bereit',
    'shipment.handed-over': 'Abgeholt am {date}',
    'called-off': 'Storniert',
    allowance: '{amount} weniger',
    tracking: 'Sendungsnummer {number}',
    'tracking-of': '{carrier}, Sendungsnummer {number}',
    'pickup-code': 'Ihr Code an der Theke: {code}',
    piece: '{count} × {name}',
  },
};
