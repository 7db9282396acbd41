import type { Preset } from '@vitrine/modules';
import { orderPage, profile } from '../account-example.ts';
import { pickupOrder, shippedOrder } from '../purchase.ts';

export const presets: readonly Preset[] = [
  { name: 'Orders', props: {}, data: { profile, pages: [orderPage], found: [] } },
  { name: 'None yet', isState: true, props: {}, data: { profile, pages: [{ orders: [] }], found: [] } },
  {
    name: 'One order',
    isState: true,
    props: {},
    query: { order: 'order' },
    data: { profile, pages: [], found: [shippedOrder] },
  },
  {
    name: 'One to pick up',
    isState: true,
    props: {},
    query: { order: 'order' },
    data: { profile, pages: [], found: [pickupOrder] },
  },
  {
    name: 'Unknown order',
    isState: true,
    props: {},
    query: { order: 'other' },
    data: { profile, pages: [], found: [null] },
  },
  { name: 'Signed out', isState: true, props: {}, data: { profile: null, pages: [null], found: [] } },
];
