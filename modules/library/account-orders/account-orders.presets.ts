import type { Preset } from '@vitrine/modules';
import { orderPage, profile } from '../account-example.ts';
import { handedOver, nothingYet, partlyCancelled, sentBack } from '../order-progress-example.ts';
import { partlyCancelledOrder, pickupOrder, shippedOrder } from '../purchase.ts';

export const presets: readonly Preset[] = [
  { name: 'Orders', props: {}, data: { profile, pages: [orderPage], found: [], progress: [], forms: [] } },
  {
    name: 'None yet',
    isState: true,
    props: {},
    data: { profile, pages: [{ orders: [] }], found: [], progress: [], forms: [] },
  },
  {
    name: 'One order',
    isState: true,
    props: {},
    query: { order: 'order' },
    data: { profile, pages: [], found: [shippedOrder], progress: [sentBack], forms: [] },
  },
  {
    name: 'One to pick up',
    isState: true,
    props: {},
    query: { order: 'order' },
    data: { profile, pages: [], found: [pickupOrder], progress: [nothingYet], forms: [] },
  },
  {
    name: 'Partly cancelled',
    isState: true,
    props: {},
    query: { order: 'order' },
    data: { profile, pages: [], found: [partlyCancelledOrder], progress: [partlyCancelled], forms: [] },
  },
  {
    name: 'Announcing a return',
    isState: true,
    props: {},
    query: { order: 'order', show: 'return' },
    data: {
      profile,
      pages: [],
      found: [shippedOrder],
      progress: [handedOver],
      forms: [{ key: 'once', instead: [] }],
    },
  },
  {
    name: 'A return with something missing',
    isState: true,
    props: {},
    query: { order: 'order', show: 'return' },
    data: {
      profile,
      pages: [],
      found: [shippedOrder],
      progress: [handedOver],
      forms: [
        {
          key: 'once',
          instead: [],
          sent: {
            mutation: 'order.request-return',
            values: { [`quantity.${shippedOrder.lines[0]!.id}`]: '2', note: 'The handle is loose.' },
            problems: { [`reason.${shippedOrder.lines[0]!.id}`]: 'missing' },
          },
        },
      ],
    },
  },
  {
    name: 'Nothing to return',
    isState: true,
    props: {},
    query: { order: 'order', show: 'return' },
    data: {
      profile,
      pages: [],
      found: [pickupOrder],
      progress: [nothingYet],
      forms: [{ key: 'once', instead: [] }],
    },
  },
  {
    name: 'Unknown order',
    isState: true,
    props: {},
    query: { order: 'other' },
    data: { profile, pages: [], found: [null], progress: [null], forms: [] },
  },
  {
    name: 'Signed out',
    isState: true,
    props: {},
    data: { profile: null, pages: [null], found: [], progress: [], forms: [] },
  },
];
