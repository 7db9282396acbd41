export interface DocumentWords {
  readonly packingSlip: string;
  readonly pickupNote: string;
  readonly order: string;
  readonly ordered: string;
  readonly shipTo: string;
  readonly pickUpAt: string;
  readonly slot: string;
  readonly pieces: string;
  readonly article: string;
  readonly made: string;
  readonly later: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly code: string;
  readonly showCode: string;
  readonly thanks: string;
  readonly note: string;
  readonly giftMessage: string;
}

const en: DocumentWords = {
  packingSlip: 'Packing slip',
  pickupNote: 'Pickup note',
  order: 'Order',
  ordered: 'Ordered on',
  shipTo: 'Ship to',
  pickUpAt: 'Pick up at',
  slot: 'Agreed time',
  pieces: 'Pieces',
  article: 'Article',
  made: 'Consists of',
  later: 'These follow later',
  carrier: 'Carrier',
  tracking: 'Tracking number',
  code: 'Pickup code',
  showCode: 'Hand over when the customer shows this code.',
  thanks: 'Thank you for your order.',
  note: 'Note',
  giftMessage: 'A message for you',
};

const de: DocumentWords = {
  packingSlip: 'Lieferschein',
  pickupNote: 'Abholschein',
  order: 'Bestellung',
  ordered: 'Bestellt am',
  shipTo: 'Lieferanschrift',
  pickUpAt: 'Abholung in',
  slot: 'Vereinbarte Zeit',
  pieces: 'Stück',
  article: 'Artikel',
  made: 'Besteht aus',
  later: 'Diese Artikel folgen später',
  carrier: 'Versand mit',
  tracking: 'Sendungsnummer',
  code: 'Abholcode',
  showCode: 'Herausgeben, wenn die Kundin oder der Kunde diesen Code zeigt.',
  thanks: 'Vielen Dank für Ihre Bestellung.',
  note: 'Hinweis',
  giftMessage: 'Eine Nachricht für Sie',
};

/** Words in the language of a locale; English where it is not known. */
export function documentWords(locale: string): DocumentWords {
  return locale.split('-')[0] === 'de' ? de : en;
}
