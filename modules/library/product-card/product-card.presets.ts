import type { Preset } from '@vitrine/modules';
import {
  fisherJumper,
  heronLamp,
  nameless,
  northwindBlanket,
  type Product,
  rangesOf,
  stockOf,
  tideMug,
} from '../ostrand.ts';

const dataOf = (product: Product) => ({
  cards: [product],
  prices: rangesOf([product]),
  availability: stockOf([product]),
});
const preset = (name: string, product: Product): Preset => ({
  name,
  props: { product: product.id },
  data: dataOf(product),
});

export const presets: readonly Preset[] = [
  preset('New, in colours', tideMug),
  preset('On sale', fisherJumper),
  preset('Sold out', heronLamp),
  {
    ...preset('On preorder', tideMug),
    isState: true,
    data: {
      ...dataOf(tideMug),
      availability: tideMug.variantIds.map((variantId) => ({
        variantId,
        class: 'preorder' as const,
        shipsFrom: '2026-12-12',
      })),
    },
  },
  { ...preset('Long German name', northwindBlanket), isState: true },
  { ...preset('No picture', nameless), isState: true },
  {
    name: 'Price still unknown',
    isState: true,
    props: { product: tideMug.id },
    data: { cards: [tideMug], prices: undefined, availability: undefined },
  },
  {
    ...preset('Price without tax', tideMug),
    isState: true,
    data: {
      ...dataOf(tideMug),
      prices: dataOf(tideMug).prices.map((price) => ({ ...price, plusTax: true })),
    },
  },
  {
    ...preset('Not for sale yet', tideMug),
    isState: true,
    data: { ...dataOf(tideMug), prices: [] },
  },
  { name: 'Gone', isState: true, props: { product: 'gone' }, data: { cards: [] } },
];
