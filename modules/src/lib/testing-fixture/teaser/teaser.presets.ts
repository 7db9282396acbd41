import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  {
    name: 'Words',
    props: {
      title: 'A quiet coast',
      'title@de': 'Eine stille Küste',
      body: '<p>Made by hand, <em>slowly</em>.</p>',
      points: [{ label: 'Wool', link: { kind: 'category', slug: 'wool' } }],
    },
  },
  {
    name: 'With a counter in it',
    props: {
      title: 'Count',
      align: 'centre',
      columns: 1,
      'columns@md': 3,
      link: { kind: 'page', path: '/about' },
    },
    slots: { content: [{ type: 'counter', preset: 'At two' }] },
  },
];
