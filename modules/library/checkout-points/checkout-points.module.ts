import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';
import { pointsMessages } from '../points-messages.ts';

/** Whether points of whoever is signed in are to pay, and how many. Nothing for those who have none. */
export const checkoutPoints = defineHole({
  id: 'checkout-points',
  title: 'Checkout: points',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: {
      ...pointsMessages.en,
      title: 'Points',
      use: 'Pay with points of {name}',
      have: 'You have {points}. {most} of them can pay {amount} of this order.',
      'have-none': 'You have {points}. That is too few to pay here, or nothing is left to pay.',
      pays: '{points} pay {amount} of this order, {left} stay yours.',
      count: 'How many points',
      all: 'all {most}',
      hint: 'Leave it empty for as many as can be used.',
      apply: 'Apply',
      optional: '(optional)',
      'problem.long': 'This is too long.',
      'problem.points.count':
        'With this number nothing can be paid. Please enter more, or leave it empty for as many as can be used.',
    },
    de: {
      ...pointsMessages.de,
      title: 'Punkte',
      use: 'Mit Punkten von {name} zahlen',
      have: 'Sie haben {points}. {most} davon können {amount} dieser Bestellung zahlen.',
      'have-none':
        'Sie haben {points}. Das sind zu wenige, um hier zu zahlen, oder es ist nichts mehr zu zahlen.',
      pays: '{points} zahlen {amount} von dieser Bestellung, {left} bleiben Ihnen.',
      count: 'Wie viele Punkte',
      all: 'alle {most}',
      hint: 'Leer lassen für so viele, wie einsetzbar sind.',
      apply: 'Übernehmen',
      optional: '(freiwillig)',
      'problem.long': 'Das ist zu lang.',
      'problem.points.count':
        'Mit dieser Zahl lässt sich nichts bezahlen. Bitte geben Sie mehr ein oder lassen Sie das Feld leer für so viele, wie einsetzbar sind.',
    },
  },
});
