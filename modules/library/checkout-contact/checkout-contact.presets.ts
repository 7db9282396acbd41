import type { Preset } from '@vitrine/modules';
import { checkouts } from '../purchase.ts';

export const presets: readonly Preset[] = [
  { name: 'Empty', props: {}, data: { page: checkouts.begun } },
  { name: 'Filled in', isState: true, props: {}, data: { page: checkouts.complete } },
  {
    name: 'Signed in',
    isState: true,
    props: {},
    data: { page: { ...checkouts.complete, me: { name: 'Ada Lovelace', email: 'ada@example.com' } } },
  },
  { name: 'Wrongly filled in', isState: true, props: {}, data: { page: checkouts.wrong } },
  { name: 'Wrong VAT number', isState: true, props: {}, data: { page: checkouts.wrongVat } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
