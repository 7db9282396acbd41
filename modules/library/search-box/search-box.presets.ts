import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Default', props: {} },
  { name: 'Searched', isState: true, props: {}, query: { q: 'wool' } },
  {
    name: 'With a hint',
    props: { placeholder: 'Mugs, lamps, jumpers …', 'placeholder@de': 'Becher, Lampen, Pullover …' },
  },
];
