import type { ProductInput } from '@vitrine/commerce-engine/client';
import { option } from './options.ts';

/** What each card is worth, in whole euros or pounds. */
const worths = [25, 50, 100, 200] as const;

/** What is bought for others to choose with. */
export const vouchers: readonly ProductInput[] = [
  {
    handle: 'gift-card',
    name: { en: 'Gift card', de: 'Geschenkkarte' },
    slug: { en: 'gift-card', de: 'geschenkkarte' },
    description: {
      en: '<p>For whoever would rather choose. It comes by e-mail a moment after you paid: pass the mail on, or print it and tie a cord around it. Or we mail it to them, on their day.</p><ul><li>Pays for everything in the shop, in parts too</li><li>Code and PIN by e-mail, no postage</li><li>Never expires; it cannot be returned</li></ul>',
      de: '<p>Für alle, die lieber selbst aussuchen. Sie kommt per E-Mail, kaum dass Sie bezahlt haben: weiterleiten oder ausdrucken und eine Kordel darumbinden. Oder wir schicken sie der beschenkten Person, an ihrem Tag.</p><ul><li>Bezahlt alles im Laden, auch in Teilen</li><li>Code und PIN per E-Mail, ohne Porto</li><li>Läuft nie ab; Rückgabe ausgeschlossen</li></ul>',
    },
    brand: 'Ostrand',
    published: true,
    // What is paid for it is what it is worth.
    discounts: 'no-discounts',
    categories: [],
    tags: ['gift'],
    seo: {
      title: { en: 'Gift card – Ostrand', de: 'Geschenkkarte – Ostrand' },
      description: {
        en: 'By e-mail at once, for everything in the shop.',
        de: 'Sofort per E-Mail, für alles im Laden.',
      },
    },
    media: [
      {
        src: 'demo/gift-card.svg',
        alt: {
          en: 'Gift card in deep blue, tied with an ochre cord',
          de: 'Geschenkkarte in tiefem Blau, mit einer ockerfarbenen Kordel',
        },
        width: 1200,
        height: 1500,
      },
    ],
    options: [
      option('worth', ['Worth', 'Wert'], Object.fromEntries(worths.map((worth) => [`${worth}`, `${worth}`]))),
    ],
    variants: worths.map((worth) => ({
      sku: `OS-GIFT-${worth}`,
      options: { worth: `${worth}` },
      prices: [
        { price: { amount: worth * 100, currency: 'EUR' } },
        { price: { amount: worth * 100, currency: 'GBP' } },
      ],
      stock: { warehouse: 100_000 },
    })),
    publishedAt: '2026-02-03',
  },
];
