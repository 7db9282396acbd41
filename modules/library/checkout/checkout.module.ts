import { defineModule, link, text } from '@vitrine/modules';

/**
 * The checkout: one form around its sections, with the summary beside them. It is the same for everyone; what is the shopper's own
 * are the modules in its slots.
 */
export const checkout = defineModule({
  id: 'checkout',
  title: 'Checkout',
  kind: 'section',
  isPartOfOne: true,
  version: 1,
  island: 'load',
  config: {
    title: text({ label: 'Title', maxLength: 60 }),
    order: link({
      label: 'Page of the order',
      help: 'With the module Order.',
      default: { kind: 'page', path: '/order' },
    }),
    back: link({
      label: 'Page after the bank',
      help: 'With the module Order.',
      default: { kind: 'page', path: '/checkout/back' },
    }),
  },
  slots: {
    sections: { label: 'Sections', allow: ['block'] },
    summary: { label: 'Summary', allow: ['checkout-summary'], max: 1 },
  },
  messages: {
    en: { title: 'Checkout', paying: 'Paying …' },
    de: { title: 'Kasse', paying: 'Wird bezahlt …' },
  },
});
