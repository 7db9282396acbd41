import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Three pieces', props: {}, data: { count: 3 } },
  { name: 'One piece', isState: true, props: {}, data: { count: 1 } },
  { name: 'More than a hundred', isState: true, props: {}, data: { count: 128 } },
  { name: 'Empty', isState: true, props: {}, data: { count: 0 } },
  { name: 'Not known', isState: true, props: {}, data: { count: undefined } },
];
