import type { Preset } from '@vitrine/modules';
import { checkouts, euros } from '../purchase.ts';

const { complete } = checkouts;

export const presets: readonly Preset[] = [
  { name: 'Ways to pay', props: {}, data: { page: complete } },
  { name: 'Declined', isState: true, props: {}, data: { page: checkouts.declined } },
  { name: 'Nothing chosen', isState: true, props: {}, data: { page: checkouts.wrong } },
  {
    name: 'Nothing to pay',
    isState: true,
    props: {},
    data: { page: { ...complete, checkout: { ...complete.checkout, total: euros(0), rest: euros(0) } } },
  },
  { name: 'Paid by gift cards', isState: true, props: {}, data: { page: checkouts.withGiftCards } },
  {
    name: 'No way to pay',
    isState: true,
    props: {},
    data: { page: { ...complete, checkout: { ...complete.checkout, methods: [] } } },
  },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
