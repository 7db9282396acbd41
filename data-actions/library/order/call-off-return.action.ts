import type { CallOffOutcome } from '@vitrine/commerce-engine/client';
import { defineMutation, type FormAnswer, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getOrderProgress } from './get-order-progress.action.ts';

const id = z.string().max(200).default('');

/** Gives up a return that was announced and has not arrived. With `key` for guests; whoever is signed in needs none. */
export const callOffReturn = defineMutation({
  id: 'order.call-off-return',
  input: z.object({ orderId: id, returnId: id, key: z.string().max(200).optional() }),
  output: type<CallOffOutcome>(),
  updates: [getOrderProgress],
  form: (outcome, { from, locale }) => ({ location: from, notice: callOffNotice(outcome, locale) }),
});

const texts = {
  en: {
    done: (number: string) => `Your return ${number} is called off. Nothing has to be sent.`,
    before: 'This return was called off already.',
    late: 'This return cannot be called off any more. Below stands how it is.',
    none: 'Nothing was called off: we do not find this return. Were you signed out meanwhile? Please sign in, or open the order by the link in our mail.',
  },
  de: {
    done: (number: string) => `Ihre Rückgabe ${number} ist abgesagt. Sie müssen nichts senden.`,
    before: 'Diese Rückgabe war schon abgesagt.',
    late: 'Diese Rückgabe lässt sich nicht mehr absagen. Wie es um sie steht, lesen Sie unten.',
    none: 'Es wurde nichts abgesagt: Wir finden diese Rückgabe nicht. Wurden Sie inzwischen abgemeldet? Bitte melden Sie sich an oder öffnen Sie die Bestellung über den Link in unserer Mail.',
  },
};

function callOffNotice(outcome: CallOffOutcome, locale: string): NonNullable<FormAnswer['notice']> {
  const words = locale.toLowerCase().split('-')[0] === 'de' ? texts.de : texts.en;
  if (outcome.kind === 'called-off') return { tone: 'good', text: words.done(outcome.number) };
  if (outcome.kind === 'no-return') return { tone: 'bad', text: words.none };
  return outcome.state === 'cancelled'
    ? { tone: 'good', text: words.before }
    : { tone: 'bad', text: words.late };
}
