import type { Preset } from '@vitrine/modules';
import { blanket, cartOf, comingLamp, giftCart, jumper, lamp, mug, reducedCart, table } from '../purchase.ts';

const checkout = { kind: 'page', path: '/checkout' };

export const presets: readonly Preset[] = [
  {
    name: 'Three things',
    isState: true,
    props: { checkout, note: 'Free shipping from 80 €.' },
    data: { cart: cartOf([mug, jumper, blanket]) },
  },
  {
    name: 'Prices without tax',
    isState: true,
    props: { checkout },
    data: { cart: cartOf([mug, jumper], { plusTax: true }) },
  },
  {
    name: 'Something has changed',
    isState: true,
    props: {},
    data: {
      cart: cartOf([lamp, mug], {
        notices: [
          { kind: 'lowered', name: 'Tide mug' },
          { kind: 'removed', name: 'Lookout stool' },
        ],
      }),
    },
  },
  {
    name: 'One on preorder',
    isState: true,
    props: { checkout },
    data: { cart: cartOf([comingLamp, mug]) },
  },
  {
    name: 'All that can be preordered',
    isState: true,
    props: { checkout },
    data: { cart: cartOf([{ ...comingLamp, quantity: 2, maxQuantity: 2 }]) },
  },
  {
    name: 'A set of others',
    isState: true,
    props: { checkout },
    data: { cart: cartOf([table, jumper]) },
  },
  { name: 'With a gift', isState: true, props: { checkout }, data: { cart: giftCart } },
  {
    name: 'In packs',
    isState: true,
    props: { checkout },
    data: {
      cart: cartOf([{ ...mug, quantity: 12, minQuantity: 12, multiple: 6, maxQuantity: 96 }]),
      form: {
        mutation: 'cart.change',
        values: {},
        problems: { [`quantity.${mug.id}`]: 'bad-quantity' },
      },
    },
  },
  { name: 'With codes', isState: true, props: { checkout }, data: { cart: reducedCart } },
  {
    name: 'Used-up code',
    isState: true,
    props: { checkout },
    data: { cart: cartOf([mug], { coupons: [{ code: 'AHOY10', state: 'used-up' }] }) },
  },
  {
    name: 'Refused code',
    isState: true,
    props: { checkout },
    data: {
      cart: cartOf([mug]),
      form: { mutation: 'cart.change', values: { code: 'AHOI' }, problems: { code: 'unknown' } },
    },
  },
  {
    name: 'Refused quantities',
    isState: true,
    props: { checkout },
    data: {
      cart: cartOf([mug, jumper], { notices: [{ kind: 'joined', name: 'Tide mug' }] }),
      form: {
        mutation: 'cart.change',
        values: {},
        problems: {
          [`quantity.${mug.id}`]: 'bad-quantity',
          [`quantity.${jumper.id}`]: 'not-enough',
          code: 'unknown',
        },
      },
    },
  },
  { name: 'Empty', isState: true, props: {}, data: { cart: null } },
];
