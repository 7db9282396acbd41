/** Words every module that shows product cards must have. */
export const cardMessages = {
  en: {
    new: 'New',
    sale: 'Sale',
    'sold-out': 'Sold out',
    'not-yet': 'Not for sale yet',
    preorder: 'Preorder',
    'ships-from': 'Ships from {day}',
    'colours.one': '1 colour',
    'colours.other': '{count} colours',
    'no-picture': 'No picture yet',
  },
  de: {
    new: 'Neu',
    sale: 'Reduziert',
    'sold-out': 'Ausverkauft',
    'not-yet': 'Noch nicht erhältlich',
    preorder: 'Vorbestellbar',
    'ships-from': 'Versand ab {day}',
    'colours.one': '1 Farbe',
    'colours.other': '{count} Farben',
    'no-picture': 'Noch kein Bild',
  },
};
