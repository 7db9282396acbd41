import type { Preset } from '@vitrine/modules';

const table = {
  label: 'See the winter table',
  'label@de': 'Zur Wintertafel',
  link: { kind: 'page', path: '/winter-table' },
};
const about = {
  label: 'How we work',
  'label@de': 'Wie wir arbeiten',
  link: { kind: 'page', path: '/about' },
  look: 'quiet',
};

export const presets: readonly Preset[] = [
  { name: 'One button', props: { buttons: [table] } },
  { name: 'Two in the middle', props: { buttons: [table, about], align: 'centre', wide: 'full' } },
  {
    name: 'A row of links',
    props: {
      size: 'small',
      buttons: [
        {
          label: 'Mugs & cups',
          'label@de': 'Becher & Tassen',
          link: { kind: 'category', slug: 'mugs' },
          look: 'quiet',
        },
        {
          label: 'Knitwear',
          'label@de': 'Strick',
          link: { kind: 'category', slug: 'knitwear' },
          look: 'quiet',
        },
        { label: 'Bags', 'label@de': 'Taschen', link: { kind: 'category', slug: 'bags' }, look: 'quiet' },
        { label: 'Everything', 'label@de': 'Alles', link: { kind: 'category', slug: 'home' }, look: 'text' },
      ],
    },
  },
  { name: 'Large', props: { buttons: [table], size: 'large', align: 'centre' } },
  {
    name: 'Another window',
    isState: true,
    props: {
      align: 'end',
      buttons: [
        {
          label: 'The pottery guild',
          link: { kind: 'url', href: 'https://guild.example', newTab: true },
          look: 'text',
        },
      ],
    },
  },
  { name: 'Nothing yet', isState: true, props: {} },
];
