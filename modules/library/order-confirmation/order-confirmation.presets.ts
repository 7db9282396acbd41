import type { Preset } from '@vitrine/modules';
import {
  handedOver,
  justPlaced,
  nothingYet,
  offered,
  sentBack,
  toTransfer,
} from '../order-progress-example.ts';
import { pickupOrder, preorder, shippedOrder } from '../purchase.ts';

const cancelled = { ...shippedOrder, state: 'cancelled' };

/** What can be had instead of a piece. */
const choice = { isSame: false, most: 9, difference: { amount: 0, currency: 'EUR' } } as const;

export const presets: readonly Preset[] = [
  {
    name: 'Shipped',
    props: {},
    query: { id: 'order', key: 'key' },
    data: { me: null, found: { kind: 'order', order: shippedOrder }, progress: [nothingYet], forms: [] },
  },
  {
    name: 'Signed in',
    isState: true,
    props: {},
    data: {
      me: { name: 'Ada Lovelace', email: 'ada@example.com' },
      found: { kind: 'order', order: shippedOrder },
      progress: [sentBack],
      forms: [],
    },
  },
  {
    name: 'With points',
    isState: true,
    props: {},
    query: { id: 'order', key: 'key' },
    data: {
      me: { name: 'Ada Lovelace', email: 'ada@example.com' },
      found: { kind: 'order', order: shippedOrder },
      progress: [justPlaced],
      forms: [],
    },
  },
  {
    name: 'Goods to be added',
    isState: true,
    props: {},
    query: { id: 'order', key: 'key' },
    data: { me: null, found: { kind: 'order', order: shippedOrder }, progress: [offered], forms: [] },
  },
  {
    name: 'Announcing a return',
    isState: true,
    props: {},
    query: { id: 'order', key: 'key', show: 'return' },
    data: {
      me: null,
      found: { kind: 'order', order: shippedOrder },
      progress: [handedOver],
      forms: [
        {
          key: 'once',
          instead: [
            {
              lineId: shippedOrder.lines[0]!.id,
              variants: [
                { ...choice, variantId: 'same', options: 'Sand', isSame: true },
                { ...choice, variantId: 'ink', options: 'Ink', most: 1 },
                {
                  ...choice,
                  variantId: 'large',
                  options: 'Sand · Large',
                  difference: { amount: 400, currency: 'EUR' },
                },
              ],
            },
          ],
        },
      ],
    },
  },
  {
    name: 'On preorder',
    isState: true,
    props: {},
    query: { id: 'order', key: 'key' },
    data: { me: null, found: { kind: 'order', order: preorder }, progress: [nothingYet], forms: [] },
  },
  {
    name: 'Picked up',
    isState: true,
    props: {},
    data: { found: { kind: 'order', order: pickupOrder }, progress: [toTransfer], forms: [] },
  },
  {
    name: 'Cancelled',
    isState: true,
    props: {},
    data: { found: { kind: 'order', order: cancelled }, progress: [], forms: [] },
  },
  {
    name: 'Pending',
    isState: true,
    props: {},
    data: { found: { kind: 'pending' }, progress: [], forms: [] },
  },
  {
    name: 'At the bank',
    isState: true,
    props: {},
    data: { found: { kind: 'action', url: 'https://bank.example/sim_1' }, progress: [], forms: [] },
  },
  {
    name: 'Placed',
    isState: true,
    props: {},
    query: { checkout: 'checkout' },
    data: { found: { kind: 'placed', id: 'order', key: 'key' }, progress: [], forms: [] },
  },
  {
    name: 'Declined',
    isState: true,
    props: {},
    data: { found: { kind: 'declined', reason: 'authentication-failed' }, progress: [], forms: [] },
  },
  {
    name: 'Unknown',
    isState: true,
    props: {},
    data: { found: { kind: 'unknown' }, progress: [], forms: [] },
  },
];
