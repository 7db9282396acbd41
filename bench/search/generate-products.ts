import type { CategoryInput, ProductInput } from '@vitrine/commerce-engine/client';

const things = [
  'mug',
  'bowl',
  'plate',
  'carafe',
  'lamp',
  'lantern',
  'blanket',
  'cushion',
  'towel',
  'apron',
  'jumper',
  'cardigan',
  'scarf',
  'beanie',
  'sock',
  'jacket',
  'tote',
  'backpack',
  'flask',
  'knife',
  'stool',
  'tray',
  'board',
  'basket',
  'vase',
  'candle',
  'clock',
  'mirror',
  'rug',
  'chair',
];
const manners = [
  'glazed',
  'woven',
  'turned',
  'folded',
  'salted',
  'quiet',
  'tidal',
  'narrow',
  'wide',
  'heavy',
  'soft',
  'northern',
  'plain',
  'ribbed',
  'brushed',
  'waxed',
  'raw',
  'double',
  'small',
  'tall',
];
const materials = [
  'stoneware',
  'linen',
  'wool',
  'oak',
  'brass',
  'glass',
  'enamel',
  'cedar',
  'cotton',
  'steel',
  'slate',
  'felt',
];
const colours = ['ochre', 'ink', 'moss', 'chalk', 'rust', 'fog', 'plum', 'sand'];
const places = [
  'harbour',
  'skerry',
  'fjord',
  'dune',
  'pier',
  'cliff',
  'meadow',
  'lagoon',
  'strait',
  'island',
];

/** One category for each kind of thing, below one root. */
export function benchCategories(): CategoryInput[] {
  return [
    { handle: 'everything', name: { en: 'Everything', de: 'Alles' } },
    ...things.map((thing) => ({
      handle: `all-${thing}s`,
      parent: 'everything',
      name: { en: `${thing}s`, de: `${thing}s` },
    })),
  ];
}

/** The product with this number: the same one in every run. Three variants, two languages. */
export function benchProduct(number: number): ProductInput {
  const pick = <T>(list: readonly T[], factor: number): T => list[Math.floor(number * factor) % list.length]!;
  const thing = pick(things, 1);
  const name = `${pick(manners, 0.37)} ${pick(materials, 0.11)} ${thing} ${pick(places, 0.053)} ${number}`;
  const price = 500 + ((number * 7919) % 30_000);
  return {
    handle: `bench-${number}`,
    name: { en: name, de: name },
    description: {
      en: `<p>A ${name} for ${pick(places, 0.7)} mornings, made of ${pick(materials, 0.11)}.</p>`,
    },
    brand: `Maker ${number % 40}`,
    categories: [`all-${thing}s`],
    tags: [pick(places, 0.7)],
    attributes: { material: { en: pick(materials, 0.11), de: pick(materials, 0.11) } },
    options: [
      {
        key: 'colour',
        label: { en: 'Colour', de: 'Farbe' },
        values: [0, 1, 2].map((step) => colourOf(number + step)),
      },
    ],
    variants: [0, 1, 2].map((step) => ({
      sku: `B-${number}-${step}`,
      options: { colour: colourOf(number + step).key },
      prices: [{ price: { amount: price + step * 100, currency: 'EUR' } }],
      stock: { warehouse: (number + step) % 7 },
    })),
    publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  };
}

function colourOf(number: number): { key: string; label: { en: string; de: string } } {
  const key = colours[number % colours.length]!;
  return { key, label: { en: key, de: key } };
}
