import type { OutputOf } from '@vitrine/data-actions';
import type { getCart } from '@vitrine/data-actions/library';
import type { Preset } from '@vitrine/modules';
import { fisherJumper, heronLamp, northwindBlanket, type Product, pricesOf, tideMug } from '../ostrand.ts';

type Cart = NonNullable<OutputOf<typeof getCart>>;
type Line = Cart['lines'][number];

function line(
  product: Product,
  at: number,
  options: string,
  quantity: number,
  more: Partial<Line> = {},
): Line {
  const variant = product.variants[at]!;
  const { price, regular } = pricesOf(product)[at]!;
  return {
    id: `line-${variant.id}`,
    variantId: variant.id,
    productId: product.id,
    productSlug: product.slug,
    name: product.name,
    options,
    media: product.media.find(({ shows }) => shows.colour === variant.options.colour) ?? product.media[0],
    quantity,
    unitPrice: price,
    unitRegular: regular,
    discounts: [],
    total: { ...price, amount: price.amount * quantity },
    availability: 'in-stock',
    maxQuantity: 10,
    ...more,
  };
}

function cartOf(lines: readonly Line[], notices: Cart['notices'] = []): Cart {
  const sum = (of: (each: Line) => number) => ({
    amount: lines.reduce((total, each) => total + of(each), 0),
    currency: 'EUR',
  });
  return {
    id: 'cart',
    version: 3,
    currency: 'EUR',
    lines,
    count: lines.reduce((total, { quantity }) => total + quantity, 0),
    subtotal: sum(({ unitRegular, quantity }) => unitRegular.amount * quantity),
    savings: sum(
      ({ unitRegular, unitPrice, quantity }) => (unitRegular.amount - unitPrice.amount) * quantity,
    ),
    discounts: [],
    total: sum(({ total }) => total.amount),
    coupons: [],
    notices,
  };
}

const mug = line(tideMug, 2, 'Ochre · 250 ml', 2);
const jumper = line(fisherJumper, 7, 'Oat · S', 1, { availability: 'low-stock', maxQuantity: 3 });
const blanket = line(northwindBlanket, 0, 'Moss', 1);
const lamp = line(heronLamp, 0, '', 1, { availability: 'sold-out', maxQuantity: 0 });

export const presets: readonly Preset[] = [
  {
    name: 'Three things',
    isState: true,
    props: { checkout: { kind: 'page', path: '/checkout' }, note: 'Free shipping from 80 €.' },
    data: { cart: cartOf([mug, jumper, blanket]) },
  },
  {
    name: 'Something has changed',
    isState: true,
    props: {},
    data: {
      cart: cartOf(
        [lamp, mug],
        [
          { kind: 'lowered', name: 'Tide mug' },
          { kind: 'removed', name: 'Lookout stool' },
        ],
      ),
    },
  },
  { name: 'Empty', isState: true, props: {}, data: { cart: null } },
];
