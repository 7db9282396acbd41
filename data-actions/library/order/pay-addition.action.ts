import type { PayAdditionOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type FormAnswer, type } from '@vitrine/data-actions';
import { fieldIn, postedForm } from '../posted-form.ts';
import { getOrderProgress } from './get-order-progress.action.ts';

/**
 * Pays goods that were offered with an order. The form has `orderId`, `additionId`, for guests `key`, in `payment` how it is paid as the
 * checkout's form says it, and in `page.order` the order's own page.
 */
export const payAddition = defineMutation({
  id: 'order.pay-addition',
  input: postedForm,
  output: type<PayAdditionOutcome | { readonly kind: 'no-way' }>(),
  updates: [getOrderProgress],
  form: (outcome, { input, from, locale }) => {
    if (outcome.kind === 'action')
      return { location: fieldIn(input, 'page.order') || from, away: outcome.url };
    return { location: from, notice: noticeOf(outcome, locale) };
  },
});

const texts = {
  en: {
    paid: 'Thank you. These are part of your order now.',
    pending: 'Your bank is still deciding. We will write to you as soon as it has.',
    declined: 'The payment did not go through. Please try again, or pay in another way.',
    added: 'They were paid already and are part of your order.',
    over: 'They are not kept for you any more. Nothing was taken.',
    'no-way': 'Please choose how you want to pay.',
    none: 'Nothing was paid: we do not find this order. Were you signed out meanwhile? Please sign in, or open the order by the link in our mail.',
  },
  de: {
    paid: 'Vielen Dank. Diese Artikel gehören jetzt zu Ihrer Bestellung.',
    pending: 'Ihre Bank entscheidet noch. Wir schreiben Ihnen, sobald es so weit ist.',
    declined: 'Die Zahlung hat nicht geklappt. Bitte versuchen Sie es noch einmal oder zahlen Sie anders.',
    added: 'Sie waren schon bezahlt und gehören zu Ihrer Bestellung.',
    over: 'Sie sind nicht mehr für Sie zurückgelegt. Es wurde nichts abgebucht.',
    'no-way': 'Bitte wählen Sie, wie Sie bezahlen möchten.',
    none: 'Es wurde nichts bezahlt: Wir finden diese Bestellung nicht. Wurden Sie inzwischen abgemeldet? Bitte melden Sie sich an oder öffnen Sie die Bestellung über den Link in unserer Mail.',
  },
};

function noticeOf(
  outcome: Exclude<PayAdditionOutcome, { kind: 'action' }> | { readonly kind: 'no-way' },
  locale: string,
): NonNullable<FormAnswer['notice']> {
  const words = locale.toLowerCase().split('-')[0] === 'de' ? texts.de : texts.en;
  switch (outcome.kind) {
    case 'paid':
    case 'pending':
      return { tone: 'good', text: words[outcome.kind] };
    case 'not-now':
      return outcome.state === 'added'
        ? { tone: 'good', text: words.added }
        : { tone: 'bad', text: words.over };
    case 'no-addition':
      return { tone: 'bad', text: words.none };
    default:
      return { tone: 'bad', text: words[outcome.kind] };
  }
}
