import type { Preset } from '@vitrine/modules';
import { freshProfile, orderPage, profile, storeCredit } from '../account-example.ts';

export const presets: readonly Preset[] = [
  { name: 'Overview', props: {}, data: { profile, page: orderPage, credit: storeCredit } },
  {
    name: 'New here',
    isState: true,
    props: {},
    data: { profile: freshProfile, page: { orders: [] }, credit: [] },
  },
  { name: 'Signed out', isState: true, props: {}, data: { profile: null, page: null, credit: [] } },
];
