import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';

/** Whether store credit of whoever is signed in is to pay. Nothing for those who have none. */
export const checkoutCredit = defineHole({
  id: 'checkout-credit',
  title: 'Checkout: store credit',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: {
      title: 'Store credit',
      use: 'Use my store credit',
      have: 'You have {balance}.',
      pays: 'It pays {amount} of this order.',
      left: 'It pays {amount} of this order, {left} stays yours.',
      apply: 'Apply',
      optional: '(optional)',
      'problem.long': 'This is too long.',
    },
    de: {
      title: 'Guthaben',
      use: 'Mein Guthaben einsetzen',
      have: 'Sie haben {balance}.',
      pays: 'Es zahlt {amount} von dieser Bestellung.',
      left: 'Es zahlt {amount} von dieser Bestellung, {left} bleiben Ihnen.',
      apply: 'Übernehmen',
      optional: '(freiwillig)',
      'problem.long': 'Das ist zu lang.',
    },
  },
});
