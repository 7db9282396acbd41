import type { CartOutcome } from '@vitrine/commerce-engine/client';
import type { FormAnswer } from '@vitrine/data-actions';
import type { RemovedLine } from './cart-form-outcome.ts';
import { fieldsOf } from './recipient-fields.ts';

type Notice = NonNullable<FormAnswer['notice']>;

/** Named here, for the action itself tells its notices by this file. */
export const PUT_BACK = 'cart.put-back';

type Quantities = Pick<Extract<CartOutcome, { kind: 'bad-quantity' }>, 'max' | 'min' | 'multiple'>;

const texts = {
  en: {
    added: 'Added to your cart.',
    removed: (name: string) => `${name} was removed from your cart.`,
    'several-removed': (names: string) => `${names} were removed from your cart.`,
    undo: 'Undo',
    'put-back': (name: string) => `${name} is back in your cart.`,
    'put-back-in-part': (name: string, count: number) =>
      `${name} is back in your cart. ${count === 1 ? 'Only 1 piece' : `Only ${count} pieces`} can be had now.`,
    'coupon-applied': (code: string) => `The code ${code} is applied.`,
    'coupon-waits': (code: string) => `The code ${code} is kept. For this cart it takes nothing off yet.`,
    'sold-out': 'Sorry, this has just sold out.',
    'not-enough': (left: number) =>
      left === 1 ? 'Only 1 left, so nothing was changed.' : `Only ${left} left, so nothing was changed.`,
    'unknown-variant': 'This article is no longer on offer.',
    'unknown-line': 'This article is no longer in your cart.',
    'bad-recipient':
      'To whom does the gift card go? Please give their name, their e-mail address and a day within a year.',
    'cart-full': (max: number) => `Your cart is full: it holds ${max} different articles.`,
    'coupon-refused': {
      unknown: 'We do not know this code. Is it spelled right?',
      'not-begun': 'This code does not hold yet.',
      over: 'This code has run out.',
      'used-up': 'This code has been used as often as it can be.',
      disabled: 'This code does not hold any more.',
      'other-customer': 'This code belongs to somebody else.',
      'too-many': 'There are as many codes in your cart as it takes.',
    },
    'bad-quantity': ({ max, min, multiple }: Quantities) =>
      multiple !== undefined
        ? `This is ordered in packs of ${multiple} pieces, from ${min ?? multiple} to ${max}.`
        : min === undefined
          ? `Please choose a whole number of pieces, at most ${max}.`
          : `This is ordered from ${min} to ${max} pieces.`,
  },
  de: {
    added: 'In den Warenkorb gelegt.',
    removed: (name: string) => `${name} liegt nicht mehr im Warenkorb.`,
    'several-removed': (names: string) => `${names} liegen nicht mehr im Warenkorb.`,
    undo: 'Rückgängig machen',
    'put-back': (name: string) => `${name} liegt wieder im Warenkorb.`,
    'put-back-in-part': (name: string, count: number) =>
      `${name} liegt wieder im Warenkorb. Zu haben ${count === 1 ? 'ist nur noch 1' : `sind nur noch ${count}`} Stück.`,
    'coupon-applied': (code: string) => `Der Code ${code} ist eingelöst.`,
    'coupon-waits': (code: string) =>
      `Der Code ${code} ist gemerkt. Für diesen Warenkorb bringt er noch nichts.`,
    'sold-out': 'Leider gerade ausverkauft.',
    'not-enough': (left: number) =>
      left === 1
        ? 'Nur noch 1 Stück da, es wurde nichts geändert.'
        : `Nur noch ${left} Stück da, es wurde nichts geändert.`,
    'unknown-variant': 'Dieser Artikel ist nicht mehr im Angebot.',
    'unknown-line': 'Dieser Artikel liegt nicht mehr im Warenkorb.',
    'bad-recipient':
      'An wen geht die Geschenkkarte? Bitte Namen, E-Mail-Adresse und einen Tag innerhalb eines Jahres angeben.',
    'cart-full': (max: number) => `Der Warenkorb ist voll: Er fasst ${max} verschiedene Artikel.`,
    'coupon-refused': {
      unknown: 'Diesen Code kennen wir nicht. Ist er richtig geschrieben?',
      'not-begun': 'Dieser Code gilt noch nicht.',
      over: 'Dieser Code ist abgelaufen.',
      'used-up': 'Dieser Code wurde so oft eingelöst, wie es geht.',
      disabled: 'Dieser Code gilt nicht mehr.',
      'other-customer': 'Dieser Code gehört jemand anderem.',
      'too-many': 'Im Warenkorb sind so viele Codes, wie er fasst.',
    },
    'bad-quantity': ({ max, min, multiple }: Quantities) =>
      multiple !== undefined
        ? `Das ist je ${multiple} Stück bestellbar, von ${min ?? multiple} bis ${max}.`
        : min === undefined
          ? `Bitte eine ganze Stückzahl wählen, höchstens ${max}.`
          : `Das ist von ${min} bis ${max} Stück bestellbar.`,
  },
};

/** What a shopper without JavaScript reads after a refused change, or after something was taken out; `undefined` when a change was done. */
export function cartNotice(outcome: CartOutcome, locale: string): Notice | undefined {
  const words = wordsOf(locale);
  switch (outcome.kind) {
    case 'changed':
      return outcome.removed && removedNotice([outcome.removed], outcome.cart, locale);
    case 'not-enough':
      return { tone: 'bad', text: words['not-enough'](outcome.left) };
    case 'bad-quantity':
      return { tone: 'bad', text: words['bad-quantity'](outcome) };
    case 'cart-full':
      return { tone: 'bad', text: words['cart-full'](outcome.max) };
    case 'coupon-refused':
      return { tone: 'bad', text: words['coupon-refused'][outcome.reason] };
    default:
      return { tone: 'bad', text: words[outcome.kind] };
  }
}

type Changed = Extract<CartOutcome, { kind: 'changed' }>;

/** What is read after lines were taken out; of one, with a button that puts it back. */
export function removedNotice(
  removed: readonly RemovedLine[],
  { version }: Changed['cart'],
  locale: string,
): Notice | undefined {
  const words = wordsOf(locale);
  const [line, ...others] = removed;
  if (!line) return undefined;
  if (others.length > 0) {
    const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      removed.map(({ name }) => name),
    );
    return { tone: 'good', text: words['several-removed'](names) };
  }
  const { lineId, variantId, name, quantity, recipient, place } = line;
  return {
    tone: 'good',
    text: words.removed(name),
    button: {
      text: words.undo,
      mutation: PUT_BACK,
      values: {
        variantId,
        quantity: String(quantity),
        place: String(place),
        ...fieldsOf(recipient),
      },
      // Pressed twice, or in two windows, it comes back once.
      key: `put back ${lineId} ${version}`,
    },
  };
}

/** What is read after a line was put back: as many of its pieces as can be had. */
export function putBackNotice(
  outcome: CartOutcome,
  { variantId, quantity }: { readonly variantId: string; readonly quantity: number },
  locale: string,
): Notice | undefined {
  const line =
    outcome.kind === 'changed' ? outcome.cart.lines.find((each) => each.variantId === variantId) : undefined;
  if (!line) return cartNotice(outcome, locale);
  const words = wordsOf(locale);
  const text =
    line.quantity < quantity
      ? words['put-back-in-part'](line.name, line.quantity)
      : words['put-back'](line.name);
  return { tone: 'good', text };
}

/** What is read after an article was added. */
export function addedNotice(locale: string): Notice {
  return { tone: 'good', text: wordsOf(locale).added };
}

/** What is read after a code was taken: whether it takes anything off, too. */
export function couponNotice(outcome: CartOutcome, code: string, locale: string): Notice | undefined {
  if (outcome.kind !== 'changed') return undefined;
  const isSame = (other: string) => other.toLowerCase() === code.trim().toLowerCase();
  const found = outcome.cart.coupons.find((each) => isSame(each.code));
  if (!found) return undefined;
  const kind = found.state === 'applied' ? 'coupon-applied' : 'coupon-waits';
  return { tone: 'good', text: wordsOf(locale)[kind](found.code) };
}

/** English where there are no words of the locale's language. */
function wordsOf(locale: string) {
  return locale.toLowerCase().split('-')[0] === 'de' ? texts.de : texts.en;
}
