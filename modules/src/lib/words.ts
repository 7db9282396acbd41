/** Words many modules say, by locale. A module's own message with the same key wins. */
export const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    'word.close': 'Close',
    'word.next': 'Next',
    'word.previous': 'Previous',
    'word.show-more': 'Show more',
    'price.from': 'from {price}',
    'price.plus-tax': 'plus VAT',
    'price.now': 'Now',
    'price.before': 'Before',
    'price.lowest-30-days': 'Lowest price of the last 30 days: {price}',
    'module.unavailable': 'This part of the page is not available right now.',
  },
  de: {
    'word.close': 'Schließen',
    'word.next': 'Weiter',
    'word.previous': 'Zurück',
    'word.show-more': 'Mehr anzeigen',
    'price.from': 'ab {price}',
    'price.plus-tax': 'zzgl. MwSt.',
    'price.now': 'Jetzt',
    'price.before': 'Vorher',
    'price.lowest-30-days': 'Niedrigster Preis der letzten 30 Tage: {price}',
    'module.unavailable': 'Dieser Teil der Seite ist gerade nicht verfügbar.',
  },
};
