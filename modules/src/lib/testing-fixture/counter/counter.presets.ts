import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Default', props: {} },
  { name: 'At two', props: { label: 'Cups', start: 2 } },
];
