import type { Preset } from '@vitrine/modules';
import {
  beaconLamp,
  fisherJumper,
  heronLamp,
  northwindBlanket,
  type Product,
  pricesOf,
  stockOf,
  storesOf,
  tableForTwo,
  tideMug,
} from '../ostrand.ts';

function preset(name: string, product: Product, query?: Preset['query']): Preset {
  return {
    name,
    props: {},
    subject: { kind: 'product', slug: product.slug, path: `/p/${product.slug}` },
    query,
    data: {
      product,
      prices: pricesOf(product),
      availability: stockOf([product]),
      stores: storesOf(product),
    },
  };
}

/** All of its pieces are sold by themselves. */
const savingSet: Product = {
  ...tableForTwo,
  variants: tableForTwo.variants.map(({ components = [], ...variant }) => ({
    ...variant,
    components: components.map((each) => ({ ...each, productSlug: each.productId })),
  })),
};

/** So much for each piece by itself. */
function componentPricesOf({ variants }: Product, amount: number) {
  const ids = new Set(
    variants.flatMap(({ components = [] }) => components.map(({ variantId }) => variantId)),
  );
  return [...ids].map((variantId) => ({
    variantId,
    price: { amount, currency: 'EUR' },
    regular: { amount, currency: 'EUR' },
    onSale: false,
  }));
}

const states: readonly Preset[] = [
  preset('On sale, some sizes sold out', fisherJumper),
  preset('Chosen by its address', fisherJumper, { colour: 'oat', variant: 'fisher-jumper/oat/s' }),
  preset('Colours only', beaconLamp, { colour: 'tar' }),
  {
    ...preset('One colour reduced', beaconLamp),
    data: {
      product: beaconLamp,
      prices: pricesOf(beaconLamp).map((each) =>
        each.variantId.endsWith('ochre')
          ? { ...each, price: { amount: 14900, currency: 'EUR' }, onSale: true }
          : each,
      ),
      availability: stockOf([beaconLamp]),
      stores: storesOf(beaconLamp),
    },
  },
  preset('Sold out', heronLamp),
  {
    ...preset('On preorder', beaconLamp, { variant: beaconLamp.variants[0]!.id }),
    data: {
      product: beaconLamp,
      prices: pricesOf(beaconLamp),
      availability: beaconLamp.variants.map(({ id }) => ({
        variantId: id,
        class: 'preorder' as const,
        shipsFrom: '2026-12-12',
        left: 3,
      })),
      stores: undefined,
    },
  },
  {
    ...preset('One size without a price', fisherJumper, { colour: 'oat' }),
    data: {
      product: fisherJumper,
      prices: pricesOf(fisherJumper).filter(({ variantId }) => variantId !== 'fisher-jumper/oat/s'),
      availability: stockOf([fisherJumper]),
      stores: storesOf(fisherJumper),
    },
  },
  {
    ...preset('Without a price', heronLamp),
    data: {
      product: heronLamp,
      prices: [],
      availability: heronLamp.variants.map(({ id }) => ({ variantId: id, class: 'in-stock' as const })),
      stores: undefined,
    },
  },
  {
    ...preset('Prices without tax', tideMug),
    data: {
      product: tideMug,
      prices: pricesOf(tideMug).map((price) => ({ ...price, plusTax: true as const })),
      availability: stockOf([tideMug]),
      stores: undefined,
    },
  },
  preset('A set of others', tableForTwo),
  {
    ...preset('A set that saves', tableForTwo),
    data: {
      product: savingSet,
      prices: pricesOf(tableForTwo),
      componentPrices: componentPricesOf(savingSet, 2600),
      availability: stockOf([tableForTwo]),
      stores: undefined,
    },
  },
  preset('Long German name', northwindBlanket),
  {
    ...preset('Stock unknown', tideMug),
    data: { product: tideMug, prices: pricesOf(tideMug), availability: undefined, stores: undefined },
  },
];

export const presets: readonly Preset[] = [
  preset('Colour and size', tideMug, { colour: 'ochre' }),
  ...states.map((state) => ({ ...state, isState: true })),
];
