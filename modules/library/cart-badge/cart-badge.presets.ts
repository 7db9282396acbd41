import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Three pieces', props: {}, data: { cart: { count: 3 } } },
  { name: 'One piece', props: {}, data: { cart: { count: 1 } } },
  { name: 'More than a hundred', props: {}, data: { cart: { count: 128 } } },
  { name: 'Empty', props: {}, data: { cart: null } },
  { name: 'Not known', props: {}, data: { cart: undefined } },
];
