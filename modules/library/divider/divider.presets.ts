import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Line', props: { line: 'full' } },
  { name: 'Short line', props: { line: 'short', room: 'large' } },
  { name: 'Space', props: { room: 'medium', 'room@md': 'huge' } },
];
