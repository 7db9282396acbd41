/** Why a payment did not go through, as the checkout and the page after the bank say it. */
export const declinedMessages = {
  en: {
    'declined.declined': 'Your last payment was declined. Please try again or pay in another way.',
    'declined.insufficient-funds': 'There was not enough money on this card. Please pay in another way.',
    'declined.expired': 'The time to confirm your last payment ran out. Please try again.',
    'declined.authentication-failed': 'Your last payment was not confirmed at the bank. Please try again.',
    'declined.unavailable': 'Your bank could not be reached. Please try again in a moment.',
    'declined.sold-out': 'It sold out while you were paying. What you paid goes back to you.',
  },
  de: {
    'declined.declined':
      'Ihre letzte Zahlung wurde abgelehnt. Bitte versuchen Sie es noch einmal oder zahlen Sie anders.',
    'declined.insufficient-funds': 'Auf dieser Karte war nicht genug Geld. Bitte zahlen Sie anders.',
    'declined.expired':
      'Die Zeit zum Bestätigen Ihrer letzten Zahlung ist abgelaufen. Bitte versuchen Sie es noch einmal.',
    'declined.authentication-failed':
      'Ihre letzte Zahlung wurde bei der Bank nicht bestätigt. Bitte versuchen Sie es noch einmal.',
    'declined.unavailable': 'Ihre Bank war nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    'declined.sold-out':
      'Während Sie bezahlt haben, war es ausverkauft. Was Sie bezahlt haben, bekommen Sie zurück.',
  },
};
