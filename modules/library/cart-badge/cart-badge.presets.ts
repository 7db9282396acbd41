import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Three pieces', props: {}, data: { count: 3 } },
  { name: 'One piece', props: {}, data: { count: 1 } },
  { name: 'More than a hundred', props: {}, data: { count: 128 } },
  { name: 'Empty', props: {}, data: { count: 0 } },
  { name: 'Not known', props: {}, data: { count: undefined } },
];
