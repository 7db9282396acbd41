import type { PaymentProvider } from './payment-provider.ts';
import { wordsIn } from './words-in.ts';

const name = { en: 'Bank transfer', de: 'Überweisung' };

/** What staff take themselves; shoppers are offered none of it. */
const taken: Readonly<Record<string, typeof name>> = {
  cash: { en: 'Cash', de: 'Bargeld' },
  'card-terminal': { en: 'Card in the store', de: 'Karte im Laden' },
};

/** Paying by bank transfer: the order stands at once, staff say when the money came. */
export const manualProvider: PaymentProvider = {
  id: 'manual',
  capture: 'by-staff',
  patience: 14,
  methods: [
    {
      method: 'bank-transfer',
      name,
      hint: {
        en: 'We write to you how to pay. We send your order when the money has come.',
        de: 'Wir schreiben Ihnen, wie Sie bezahlen. Wir versenden, sobald das Geld da ist.',
      },
    },
  ],
  start: async ({ amount, locale, method }) => ({
    kind: 'told',
    label: wordsIn(taken[method] ?? name, locale),
    events: [{ kind: 'authorised', amount }],
  }),
  operate: async (_payment, { id, kind, amount }) => ({
    kind: 'told',
    events:
      kind === 'cancel'
        ? [{ kind: 'cancelled' }]
        : [{ kind: kind === 'capture' ? 'captured' : 'refunded', amount, reference: id }],
  }),
  status: async ({ amount }) => ({ kind: 'told', events: [{ kind: 'authorised', amount }] }),
};
