import type { Preset } from '@vitrine/modules';
import { profile } from '../account-example.ts';
import { checkouts } from '../purchase.ts';

const props = { countries: 'DE, AT, NL, DK, GB' };

export const presets: readonly Preset[] = [
  { name: 'Empty', props, data: { page: checkouts.begun } },
  { name: 'Filled in', isState: true, props, data: { page: checkouts.complete } },
  { name: 'Invoice elsewhere', isState: true, props, data: { page: checkouts.reduced } },
  {
    name: 'In a state',
    isState: true,
    props: { countries: 'US, CA, DE' },
    data: {
      page: {
        ...checkouts.complete,
        checkout: {
          ...checkouts.complete.checkout,
          address: {
            name: 'Ada Lovelace',
            street: '12 Market Street',
            postalCode: '94105',
            city: 'San Francisco',
            region: 'CA',
            country: 'US',
          },
        },
      },
    },
  },
  {
    name: 'Own addresses',
    isState: true,
    props,
    data: {
      page: {
        ...checkouts.complete,
        checkout: { ...checkouts.complete.checkout, address: profile.addresses[0]?.address },
        addresses: profile.addresses,
      },
    },
  },
  { name: 'Wrongly filled in', isState: true, props, data: { page: checkouts.wrong } },
  { name: 'Nothing to check out', isState: true, props, data: { page: null } },
];
