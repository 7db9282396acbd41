export interface InvoiceWords {
  readonly invoice: string;
  readonly creditNote: string;
  readonly receipt: string;
  readonly number: string;
  readonly issued: string;
  readonly supplied: string;
  readonly order: string;
  readonly ordered: string;
  readonly corrects: string;
  readonly taxId: string;
  /** Of who buys. */
  readonly vatId: string;
  readonly billTo: string;
  readonly pieces: string;
  readonly article: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly fee: string;
  readonly net: string;
  /** `{name}`, `{rate}` and `{taxable}` are filled in. */
  readonly tax: string;
  readonly total: string;
  readonly creditTotal: string;
  /** Of a credit note whose money paid for other goods: what it is over, and what of it paid for them. */
  readonly creditedTotal: string;
  readonly exchanged: string;
  readonly paidWith: string;
  readonly refundedTo: string;
  readonly cancelled: string;
  readonly returned: string;
  /** `{day}` is filled in. */
  readonly preorder: string;
  /** Money that came off goods which stay with the shopper. */
  readonly allowance: string;
  /** Of a line for which staff gave something. */
  readonly byHand: string;
  readonly ways: Readonly<Record<string, string>>;
}

const en: InvoiceWords = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  receipt: 'Receipt',
  number: 'Number',
  issued: 'Date',
  supplied: 'Date of supply',
  order: 'Order',
  ordered: 'Ordered on',
  corrects: 'Corrects invoice',
  taxId: 'Tax number',
  vatId: 'VAT number',
  billTo: 'Bill to',
  pieces: 'Pieces',
  article: 'Article',
  taxRate: 'Tax',
  amount: 'Amount',
  fee: 'Fee',
  net: 'Net',
  tax: '{name} {rate} % on {taxable}',
  total: 'Total',
  creditTotal: 'You get back',
  creditedTotal: 'Total',
  exchanged: 'Paid for the goods you took instead',
  paidWith: 'Paid with {way}',
  refundedTo: 'Given back to {way}',
  cancelled: 'Cancelled',
  returned: 'Returned',
  preorder: 'Preorder, ships from {day}',
  allowance: 'Price reduction',
  byHand: 'Given by the shop',
  ways: {
    manual: 'bank transfer',
    simulator: 'card',
    stripe: 'card',
    'gift-card': 'gift card',
    'store-credit': 'store credit',
    points: 'points',
  },
};

const de: InvoiceWords = {
  invoice: 'Rechnung',
  creditNote: 'Rechnungskorrektur',
  receipt: 'Beleg',
  number: 'Nummer',
  issued: 'Datum',
  supplied: 'Leistungsdatum',
  order: 'Bestellung',
  ordered: 'Bestellt am',
  corrects: 'Korrigiert Rechnung',
  taxId: 'Steuernummer',
  vatId: 'USt-IdNr.',
  billTo: 'Rechnung an',
  pieces: 'Stück',
  article: 'Artikel',
  taxRate: 'Steuer',
  amount: 'Betrag',
  fee: 'Gebühr',
  net: 'Netto',
  tax: '{name} {rate} % auf {taxable}',
  total: 'Summe',
  creditTotal: 'Erstattung',
  creditedTotal: 'Summe',
  exchanged: 'Damit bezahlt: was Sie stattdessen genommen haben',
  paidWith: 'Bezahlt mit {way}',
  refundedTo: 'Erstattet auf {way}',
  cancelled: 'Storniert',
  returned: 'Zurückgegeben',
  preorder: 'Vorbestellt, Versand ab {day}',
  allowance: 'Preisnachlass',
  byHand: 'Vom Shop gewährt',
  ways: {
    manual: 'Überweisung',
    simulator: 'Karte',
    stripe: 'Karte',
    'gift-card': 'Geschenkkarte',
    'store-credit': 'Guthaben',
    points: 'Punkte',
  },
};

/** Words in the language of a locale; English where it is not known. */
export function invoiceWords(locale: string): InvoiceWords {
  return locale.split('-')[0]!.toLowerCase() === 'de' ? de : en;
}
