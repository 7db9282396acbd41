import type { PageDocument } from '@vitrine/content';
import { demoCountries } from '../delivery.ts';
import { instance, page } from './instance.ts';
import { returnSteps } from './return-steps.ts';

/** From the cart to the order: pages nobody finds by searching. */
export const checkoutPage: PageDocument = {
  schema: 1,
  id: 'checkout',
  kind: 'page',
  name: 'Checkout',
  seo: {
    title: 'Checkout – Ostrand',
    'title@de': 'Kasse – Ostrand',
    description: 'Where your order goes, how it gets there and how you pay.',
    'description@de': 'Wohin Ihre Bestellung geht, wie sie dorthin kommt und wie Sie bezahlen.',
    robots: 'noindex',
  },
  nodes: [
    instance(
      'checkout',
      'checkout',
      {},
      {
        sections: [
          instance('contact', 'checkout-contact'),
          instance('address', 'checkout-address', { countries: demoCountries.join(', ') }),
          instance('delivery', 'checkout-delivery'),
          instance('coupon', 'checkout-coupon'),
          instance('gift-card', 'checkout-gift-card'),
          instance('credit', 'checkout-credit'),
          instance('points', 'checkout-points'),
          instance('payment', 'checkout-payment'),
          instance('terms', 'checkout-terms', { terms: page('/terms') }),
        ],
        summary: [instance('summary', 'checkout-summary')],
      },
    ),
  ],
};

export const checkoutBackPage: PageDocument = {
  schema: 1,
  id: 'checkout-back',
  kind: 'page',
  name: 'After the bank',
  seo: {
    title: 'Your payment – Ostrand',
    'title@de': 'Ihre Zahlung – Ostrand',
    description: 'How your payment stands.',
    'description@de': 'Wie es um Ihre Zahlung steht.',
    robots: 'noindex',
  },
  nodes: [instance('order', 'order-confirmation', returnSteps)],
};

export const orderPage: PageDocument = {
  schema: 1,
  id: 'order',
  kind: 'page',
  name: 'Order',
  seo: {
    title: 'Your order – Ostrand',
    'title@de': 'Ihre Bestellung – Ostrand',
    description: 'What you bought, where it goes and how it stands.',
    'description@de': 'Was Sie gekauft haben, wohin es geht und wie es darum steht.',
    robots: 'noindex',
  },
  nodes: [instance('order', 'order-confirmation', returnSteps)],
};

export const orderLookupPage: PageDocument = {
  schema: 1,
  id: 'order-lookup',
  kind: 'page',
  name: 'Look up an order',
  seo: {
    title: 'Look up an order – Ostrand',
    'title@de': 'Bestellung suchen – Ostrand',
    description: 'See how your order stands, with its number and your email.',
    'description@de': 'Sehen Sie mit Nummer und E-Mail, wie es um Ihre Bestellung steht.',
  },
  nodes: [
    instance('lookup', 'order-lookup', {
      intro: 'With the number from our mail and the email you ordered with you see how your order stands.',
      'intro@de':
        'Mit der Nummer aus unserer Mail und der Adresse, mit der Sie bestellt haben, sehen Sie, wie es um Ihre Bestellung steht.',
    }),
  ],
};

export const termsPage: PageDocument = {
  schema: 1,
  id: 'terms',
  kind: 'page',
  name: 'Terms and conditions',
  seo: {
    title: 'Terms and conditions – Ostrand',
    'title@de': 'Allgemeine Geschäftsbedingungen – Ostrand',
    description: 'How we sell, send, take back and mend.',
    'description@de': 'Wie wir verkaufen, versenden, zurücknehmen und reparieren.',
  },
  nodes: [
    instance('hero', 'hero', {
      title: 'Terms and conditions',
      'title@de': 'Allgemeine Geschäftsbedingungen',
      layout: 'stacked',
    }),
    instance(
      'terms',
      'section',
      { width: 'text', room: 'wide' },
      {
        content: [
          instance('words', 'rich-text', {
            size: 'text',
            body: '<p>Ostrand is a made-up brand, and these are made-up terms: nothing can really be bought here and no money moves.</p><h2>Orders</h2><p>An order stands when we have confirmed it by mail. Prices hold the value added tax of the country we send to.</p><h2>Delivery</h2><p>We send from the ropewalk on business days. What you pick up is kept for you in the store for seven days.</p><h2>Sending back</h2><p>You may send everything back within thirty days, used or not. What breaks is mended for as long as we are here.</p>',
            'body@de':
              '<p>Ostrand ist eine erfundene Marke, und das hier sind erfundene Bedingungen: Kaufen lässt sich nichts wirklich, und es fließt kein Geld.</p><h2>Bestellungen</h2><p>Eine Bestellung gilt, wenn wir sie per E-Mail bestätigt haben. In den Preisen ist die Mehrwertsteuer des Landes, in das wir liefern.</p><h2>Lieferung</h2><p>Wir versenden an Werktagen aus der Seilerei. Was Sie abholen, liegt sieben Tage im Laden für Sie bereit.</p><h2>Zurückschicken</h2><p>Sie können alles binnen dreißig Tagen zurückschicken, benutzt oder nicht. Was kaputtgeht, reparieren wir, solange es uns gibt.</p>',
          }),
        ],
      },
    ),
  ],
};
