import type { ProductInput } from '@vitrine/commerce-engine/client';

/** What is made of other goods. Import them with those. */
export const sets: readonly ProductInput[] = [
  {
    handle: 'slow-breakfast-set',
    name: { en: 'Slow breakfast set', de: 'Frühstücksset Langsam' },
    slug: { en: 'slow-breakfast-set', de: 'fruehstuecksset-langsam' },
    description: {
      en: '<p>Two tumblers and the tray that carries them: to the bed, to the jetty, to whoever is not awake yet. Chalk on ochre, as we set it ourselves.</p><ul><li>Two Skerry tumblers in chalk</li><li>One small Quay tray in ochre</li></ul>',
      de: '<p>Zwei Trinkbecher und das Tablett, das sie trägt: ans Bett, auf den Steg, zu allen, die noch nicht wach sind. Kreide auf Ocker, so decken wir selbst.</p><ul><li>Zwei Trinkbecher Schäre in Kreide</li><li>Ein kleines Tablett Kai in Ocker</li></ul>',
    },
    brand: 'Ostrand',
    published: true,
    categories: ['plates'],
    tags: ['breakfast', 'gift'],
    seo: {
      title: { en: 'Slow breakfast set – Ostrand', de: 'Frühstücksset Langsam – Ostrand' },
      description: {
        en: 'Two stoneware tumblers and a lacquered tray, together for less.',
        de: 'Zwei Becher aus Steinzeug und ein lackiertes Tablett, zusammen günstiger.',
      },
    },
    media: [
      {
        src: 'demo/quay-tray-ochre-3.svg',
        alt: { en: 'Quay tray in ochre, in use', de: 'Tablett Kai in Ocker, im Gebrauch' },
        width: 1200,
        height: 1500,
      },
      {
        src: 'demo/skerry-tumbler-chalk-1.svg',
        alt: { en: 'Skerry tumbler in chalk', de: 'Trinkbecher Schäre in Kreide' },
        width: 1200,
        height: 1500,
      },
    ],
    variants: [
      {
        sku: 'OS-1901',
        options: {},
        components: [
          { sku: 'OS-1102-CHALK', quantity: 2 },
          { sku: 'OS-1206-OCHRE-SMALL', quantity: 1 },
        ],
        prices: [{ price: { amount: 6900, currency: 'EUR' } }, { price: { amount: 5900, currency: 'GBP' } }],
      },
    ],
    related: ['skerry-tumbler', 'quay-tray', 'lull-teapot', 'tide-mug'],
    publishedAt: '2026-02-02',
  },
];
