import type { Preset } from '@vitrine/modules';
import { freshProfile, loyalty, orderPage, profile, storeCredit } from '../account-example.ts';

export const presets: readonly Preset[] = [
  { name: 'Overview', props: {}, data: { profile, page: orderPage, credit: storeCredit, loyalty } },
  {
    name: 'New here',
    isState: true,
    props: {},
    data: { profile: freshProfile, page: { orders: [] }, credit: [], loyalty: [] },
  },
  {
    name: 'Signed out',
    isState: true,
    props: {},
    data: { profile: null, page: null, credit: [], loyalty: [] },
  },
];
