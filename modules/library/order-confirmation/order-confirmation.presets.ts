import type { Preset } from '@vitrine/modules';
import { pickupOrder, shippedOrder } from '../purchase.ts';

const cancelled = { ...shippedOrder, state: 'cancelled' };

export const presets: readonly Preset[] = [
  { name: 'Shipped', props: {}, data: { me: null, found: { kind: 'order', order: shippedOrder } } },
  {
    name: 'Signed in',
    isState: true,
    props: {},
    data: {
      me: { name: 'Ada Lovelace', email: 'ada@example.com' },
      found: { kind: 'order', order: shippedOrder },
    },
  },
  { name: 'Picked up', isState: true, props: {}, data: { found: { kind: 'order', order: pickupOrder } } },
  { name: 'Cancelled', isState: true, props: {}, data: { found: { kind: 'order', order: cancelled } } },
  { name: 'Pending', isState: true, props: {}, data: { found: { kind: 'pending' } } },
  {
    name: 'At the bank',
    isState: true,
    props: {},
    data: { found: { kind: 'action', url: 'https://bank.example/sim_1' } },
  },
  {
    name: 'Declined',
    isState: true,
    props: {},
    data: { found: { kind: 'declined', reason: 'authentication-failed' } },
  },
  { name: 'Unknown', isState: true, props: {}, data: { found: { kind: 'unknown' } } },
];
