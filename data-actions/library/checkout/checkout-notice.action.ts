import type { CheckoutView } from '@vitrine/commerce-engine/client';
import type { FormAnswer } from '@vitrine/data-actions';
import type { PayFormOutcome } from './checkout-outcome.ts';

type Notice = NonNullable<FormAnswer['notice']>;
type NotPaid = Exclude<PayFormOutcome, { kind: 'placed' | 'action' | 'pending' | 'no-cart' }>;

const texts = {
  en: {
    'no-cart': 'Your cart is empty.',
    'being-paid': 'This order is being paid. To change something, stop the payment first.',
    problems: 'Nothing was paid yet. What is missing is marked below.',
    look: (total: string, rest?: string) =>
      `The total with delivery and taxes is ${total}${rest ? `, of which ${rest} is left to pay` : ''}. Please look once more, then pay.`,
    'price-changed': (total: string, rest?: string) =>
      `A price has changed, so nothing was paid. The total is now ${total}${rest ? `, of which ${rest} is left to pay` : ''}. Please look once more, then pay.`,
    'not-enough': (names: string) =>
      `There is not enough left of ${names}. Nothing was paid; please change your cart.`,
    'coupon-used-up': (code: string) => `The code ${code} has just been used up. Nothing was paid.`,
    'slot-full': 'This time has just been taken. Nothing was paid; please choose another one.',
    'gift-card-refused': 'A gift card cannot be used. Nothing was paid; please pay in another way.',
    declined: {
      declined: 'The payment was declined. Nothing was paid; please try again or pay in another way.',
      'insufficient-funds': 'There is not enough money on this card. Please pay in another way.',
      expired: 'The time to confirm has run out. Nothing was paid; please try again.',
      'authentication-failed': 'The payment was not confirmed. Nothing was paid; please try again.',
      unavailable: 'Your bank cannot be reached. Nothing was paid; please try again in a moment.',
      'sold-out': 'This has just sold out. What you paid goes back to you.',
    },
  },
  de: {
    'no-cart': 'Ihr Warenkorb ist leer.',
    'being-paid': 'Diese Bestellung wird gerade bezahlt. Brechen Sie die Zahlung ab, um etwas zu ändern.',
    problems: 'Es wurde noch nichts bezahlt. Was fehlt, ist unten markiert.',
    look: (total: string, rest?: string) =>
      `Mit Lieferung und Steuern sind es ${total}${rest ? `, davon noch zu zahlen ${rest}` : ''}. Bitte sehen Sie noch einmal hin und bezahlen Sie dann.`,
    'price-changed': (total: string, rest?: string) =>
      `Ein Preis hat sich geändert, es wurde nichts bezahlt. Jetzt sind es ${total}${rest ? `, davon noch zu zahlen ${rest}` : ''}. Bitte sehen Sie noch einmal hin und bezahlen Sie dann.`,
    'not-enough': (names: string) =>
      `Von ${names} ist nicht mehr genug da. Es wurde nichts bezahlt; bitte ändern Sie den Warenkorb.`,
    'coupon-used-up': (code: string) =>
      `Der Code ${code} ist gerade aufgebraucht worden. Es wurde nichts bezahlt.`,
    'slot-full':
      'Diese Zeit ist gerade vergeben worden. Es wurde nichts bezahlt; bitte wählen Sie eine andere.',
    'gift-card-refused':
      'Eine Geschenkkarte lässt sich nicht einlösen. Es wurde nichts bezahlt; bitte zahlen Sie anders.',
    declined: {
      declined:
        'Die Zahlung wurde abgelehnt. Es wurde nichts bezahlt; bitte versuchen Sie es noch einmal oder zahlen Sie anders.',
      'insufficient-funds': 'Auf dieser Karte ist nicht genug Geld. Bitte zahlen Sie anders.',
      expired:
        'Die Zeit zum Bestätigen ist abgelaufen. Es wurde nichts bezahlt; bitte versuchen Sie es noch einmal.',
      'authentication-failed':
        'Die Zahlung wurde nicht bestätigt. Es wurde nichts bezahlt; bitte versuchen Sie es noch einmal.',
      unavailable:
        'Ihre Bank ist nicht erreichbar. Es wurde nichts bezahlt; bitte versuchen Sie es gleich noch einmal.',
      'sold-out': 'Das ist gerade ausverkauft. Was Sie bezahlt haben, bekommen Sie zurück.',
    },
  },
};

/** What a shopper reads when there was nothing to change, or no changing it. */
export function checkoutNotice(kind: 'no-cart' | 'being-paid', locale: string): Notice {
  return { tone: 'bad', text: wordsOf(locale)[kind] };
}

/** What a shopper reads after paying came to nothing. */
export function paymentNotice(outcome: NotPaid, locale: string): Notice {
  const words = wordsOf(locale);
  switch (outcome.kind) {
    case 'look':
      return { tone: 'good', text: words.look(...sumsOf(outcome.checkout, locale)) };
    case 'price-changed':
      return { tone: 'bad', text: words['price-changed'](...sumsOf(outcome.checkout, locale)) };
    case 'not-enough':
      return { tone: 'bad', text: words['not-enough'](outcome.short.map(({ name }) => name).join(', ')) };
    case 'coupon-used-up':
      return { tone: 'bad', text: words['coupon-used-up'](outcome.code) };
    case 'declined':
      return { tone: 'bad', text: words.declined[outcome.reason] };
    case 'incomplete':
    case 'problems':
      return { tone: 'bad', text: words.problems };
    case 'slot-full':
    case 'gift-card-refused':
      return { tone: 'bad', text: words[outcome.kind] };
  }
}

/** Minor units by the currency's own number of decimals. */
function sumsOf({ total, rest }: CheckoutView, locale: string): [total: string, rest?: string] {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: total.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const inWords = ({ amount }: CheckoutView['total']) => format.format(amount / 10 ** digits);
  return rest.amount === total.amount ? [inWords(total)] : [inWords(total), inWords(rest)];
}

/** English where there are no words of the locale's language. */
function wordsOf(locale: string) {
  return locale.toLowerCase().split('-')[0] === 'de' ? texts.de : texts.en;
}
