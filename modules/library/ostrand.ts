import type { OutputOf } from '@vitrine/data-actions';
import type {
  getAvailability,
  getCategory,
  getProduct,
  getProductPrice,
  getStoreAvailability,
  getVariantPrice,
} from '@vitrine/data-actions/library';

// Goods of a made-up shop on a northern coast, as the actions answer them: what presets show in stories and tests.

export type Product = OutputOf<typeof getProduct>;
export type Category = OutputOf<typeof getCategory>;
type Media = Product['media'][number];

const labels: Readonly<Record<string, readonly [label: string, swatch: string]>> = {
  ochre: ['Ochre', '#c98a2b'],
  'deep-sea': ['Deep sea', '#1f5356'],
  chalk: ['Chalk', '#efe8da'],
  rowan: ['Rowan', '#b5472e'],
  ink: ['Ink', '#27364a'],
  oat: ['Oat', '#dccbaa'],
  moss: ['Moss', '#6b7350'],
  tide: ['Tide', '#6f959c'],
  fog: ['Fog', '#a9adab'],
  tar: ['Tar', '#33302d'],
  oak: ['Oak', '#c39a63'],
};

/** A picture of the demo shop: `picture('tide-mug', 'ochre', 1)`. */
export function picture(handle: string, colour: string, view: number, name = handle): Media {
  const id = `${handle}-${colour}-${view}`;
  return {
    id,
    src: `demo/${id}.svg`,
    alt: `${name}, ${labels[colour]?.[0].toLowerCase() ?? colour}`,
    width: 1200,
    height: 1500,
    shows: { colour },
  };
}

interface Sketch {
  readonly handle: string;
  readonly name: string;
  readonly colours: readonly string[];
  readonly sizes?: Readonly<Record<string, string>>;
  readonly sizeLabel?: string;
  readonly isNew?: boolean;
  readonly description?: string;
  readonly pictures?: boolean;
}

function goods({
  handle,
  name,
  colours,
  sizes,
  sizeLabel = 'Size',
  isNew,
  description,
  pictures = true,
}: Sketch): Product {
  const colourOption = {
    key: 'colour',
    label: 'Colour',
    values: colours.map((key) => ({ key, label: labels[key]![0], swatch: labels[key]![1] })),
  };
  const sizeOption = sizes && {
    key: 'size',
    label: sizeLabel,
    values: Object.entries(sizes).map(([key, label]) => ({ key, label })),
  };
  const variants = colours.flatMap((colour) =>
    Object.keys(sizes ?? { one: '' }).map((size) => ({
      id: `${handle}/${colour}${sizes ? `/${size}` : ''}`,
      sku: `OS-${handle}-${colour}-${size}`.toUpperCase(),
      options: { ...(colours.length > 1 ? { colour } : {}), ...(sizes ? { size } : {}) },
    })),
  );
  return {
    id: handle,
    slug: handle,
    name,
    brand: 'Ostrand',
    media: pictures
      ? colours.flatMap((colour) => [1, 2, 3].map((view) => picture(handle, colour, view, name)))
      : [],
    swatches: colours.length > 1 ? colourOption.values : [],
    variantIds: variants.map(({ id }) => id),
    badges: isNew ? ['new'] : [],
    description: description ?? '',
    options: [...(colours.length > 1 ? [colourOption] : []), ...(sizeOption ? [sizeOption] : [])],
    variants,
    attributes: [
      { key: 'material', label: 'Material', value: 'Stoneware, lead-free glaze' },
      { key: 'origin', label: 'Made in', value: 'The workshop above the harbour' },
      { key: 'dimensions', label: 'Measures', value: '9.5 cm high, 8.5 cm across' },
      {
        key: 'care',
        label: 'Care',
        value: 'Dishwasher and microwave safe. The unglazed foot likes a sponge now and then.',
      },
    ],
    breadcrumb: [
      { id: 'home', slug: 'home', name: 'Home' },
      { id: 'tableware', slug: 'tableware', name: 'Tableware' },
      { id: 'mugs', slug: 'mugs', name: 'Mugs & cups' },
    ],
    tags: [],
    seo: { title: name, description: '' },
    slugs: { en: handle, de: handle },
    relatedIds: [],
  };
}

const letterSizes = { xs: 'XS', s: 'S', m: 'M', l: 'L', xl: 'XL', xxl: 'XXL' };

export const tideMug = goods({
  handle: 'tide-mug',
  name: 'Tide mug',
  colours: ['deep-sea', 'ochre', 'chalk', 'rowan'],
  sizes: { small: '250 ml', large: '400 ml' },
  isNew: true,
  description:
    '<p>A mug that sits in two hands on a cold morning. Thrown on the wheel, dipped once, and left to run: where the glaze is thin the clay shows through, so no two are alike.</p><p>The handle takes three fingers, or four of someone younger.</p>',
});
const oneTable = goods({
  handle: 'table-for-two',
  name: 'Table for two',
  colours: ['chalk'],
  pictures: false,
  description: '<p>Two mugs and a bowl between them: what a small table needs.</p>',
});
/** A bundle: of one component the shop tells no page of its own. */
export const tableForTwo: Product = {
  ...oneTable,
  media: [picture('tide-mug', 'chalk', 3, 'Table for two')],
  variants: oneTable.variants.map((variant) => ({
    ...variant,
    components: [
      {
        variantId: 'tide-mug/chalk/small',
        productId: 'tide-mug',
        productSlug: 'tide-mug',
        name: 'Tide mug',
        options: 'Chalk · 250 ml',
        sku: 'OS-TIDE-MUG-CHALK-SMALL',
        quantity: 2,
        media: picture('tide-mug', 'chalk', 1, 'Tide mug'),
      },
      {
        variantId: 'cove-bowl/deep-sea',
        productId: 'cove-bowl',
        name: 'Cove bowl',
        options: '',
        sku: 'OS-COVE-BOWL',
        quantity: 1,
        media: picture('cove-bowl', 'deep-sea', 1, 'Cove bowl'),
      },
    ],
  })),
};
export const fisherJumper = goods({
  handle: 'fisher-jumper',
  name: 'Fisher jumper',
  colours: ['ink', 'oat', 'moss', 'rowan'],
  sizes: letterSizes,
  description:
    '<p>Knitted in the round from tightly spun wool, after a pattern from the boats. It keeps the wind out and lasts longer than most resolutions.</p>',
});
export const heronLamp = goods({ handle: 'heron-floor-lamp', name: 'Heron floor lamp', colours: ['oak'] });
export const northwindBlanket = goods({
  handle: 'northwind-blanket',
  name: 'Handgewebte Schurwolldecke „Nordwind“ mit Fischgrätmuster und Rechtsanwaltsfachangestelltenmaß',
  colours: ['moss', 'fog', 'rowan', 'ink', 'oat'],
});
export const beaconLamp = goods({
  handle: 'beacon-lamp',
  name: 'Beacon lamp',
  colours: ['chalk', 'deep-sea', 'ochre', 'tar'],
});
const coveBowl = goods({ handle: 'cove-bowl', name: 'Cove bowl', colours: ['oat', 'deep-sea'] });
const dayPack = goods({ handle: 'day-pack', name: 'Day pack', colours: ['rowan'], isNew: true });
export const nameless = goods({
  handle: 'found-thing',
  name: 'Found on the beach',
  colours: ['fog'],
  pictures: false,
});

/** Everything, in the order of a shelf. */
export const shelf: readonly Product[] = [
  tideMug,
  fisherJumper,
  beaconLamp,
  northwindBlanket,
  coveBowl,
  heronLamp,
  dayPack,
  nameless,
];

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const amounts: Readonly<Record<string, readonly [price: number, regular: number]>> = {
  'table-for-two': [6400, 6400],
  'tide-mug': [2400, 2400],
  'fisher-jumper': [12900, 16900],
  'beacon-lamp': [18900, 18900],
  'northwind-blanket': [14900, 14900],
  'cove-bowl': [3200, 3900],
  'heron-floor-lamp': [34900, 34900],
  'day-pack': [11900, 11900],
  'found-thing': [900, 900],
};

/** What each variant costs; the large mug costs four euros more, jumpers and bowls are on sale. */
export function pricesOf(product: Product): OutputOf<typeof getVariantPrice>[] {
  const [price, regular] = amounts[product.id]!;
  return product.variants.map(({ id, options }) => {
    const more = options.size === 'large' ? 400 : 0;
    return {
      variantId: id,
      price: euro(price + more),
      regular: euro(regular + more),
      onSale: price < regular,
      lowest30Days: price < regular ? euro(regular - 1000) : undefined,
    };
  });
}

/** The price range of each product. */
export function rangesOf(products: readonly Product[]): OutputOf<typeof getProductPrice>[] {
  return products.map((product) => {
    const prices = pricesOf(product);
    const sorted = prices.map(({ price }) => price.amount).sort((a, b) => a - b);
    return {
      productId: product.id,
      from: euro(sorted[0]!),
      to: euro(sorted.at(-1)!),
      regularFrom: euro(amounts[product.id]![1]),
      onSale: prices.some(({ onSale }) => onSale),
    };
  });
}

/** Plenty of everything, but: few large rowan mugs, no XS and XXL jumpers, no lamp called Heron, no oat bowl. */
export function stockOf(products: readonly Product[]): OutputOf<typeof getAvailability>[] {
  return products.flatMap(({ variants }) =>
    variants.map(({ id }) => {
      if (/\/(xs|xxl)$|heron|cove-bowl\/oat|tide-mug\/rowan\/small/.test(id))
        return { variantId: id, class: 'sold-out' };
      if (/large|\/s$/.test(id)) return { variantId: id, class: 'low-stock', left: 3 };
      return { variantId: id, class: 'in-stock' };
    }),
  );
}

/** What the three stores have of each variant. */
export function storesOf(product: Product): OutputOf<typeof getStoreAvailability>[] {
  return product.variants.map((_, at) => [
    {
      storeId: 'store-harbour',
      storeName: 'Harbour',
      city: 'Ostrand',
      class: at % 3 === 0 ? 'low-stock' : 'in-stock',
    },
    {
      storeId: 'store-oldtown',
      storeName: 'Old town',
      city: 'Ostrand',
      class: at % 2 === 0 ? 'in-stock' : 'sold-out',
    },
    { storeId: 'store-north', storeName: 'North', city: 'Skarhamn', class: 'sold-out' },
  ]);
}

const categoryTexts: readonly (readonly [slug: string, name: string, picture: readonly [string, string]])[] =
  [
    ['tableware', 'Tableware', ['shoal-plate', 'tide']],
    ['table-lamps', 'Table lamps', ['beacon-lamp', 'chalk']],
    ['textiles', 'Blankets & cushions', ['fen-cushion', 'moss']],
    ['knitwear', 'Knitwear', ['breton-jumper', 'ink']],
    ['bags', 'Bags', ['market-tote', 'oat']],
    [
      'geschirrspuelmaschinenfest',
      'Geschirrspülmaschinenfeste Frühstücksgeschirrzusammenstellungen',
      ['cove-bowl', 'oat'],
    ],
  ];

export const categories: readonly Category[] = categoryTexts.map(([slug, name, [handle, colour]]) => ({
  id: slug,
  slug,
  name,
  description:
    '<p>Thrown and glazed in one workshop above the harbour. Every piece goes with every other.</p>',
  image: { ...picture(handle, colour, 3, name), shows: {} },
  parentId: 'home',
  breadcrumb: [
    { id: 'home', slug: 'home', name: 'Home' },
    { id: slug, slug, name },
  ],
  children: [],
  seo: { title: name, description: '' },
  slugs: { en: slug },
}));
