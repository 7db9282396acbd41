import type { Preset } from '@vitrine/modules';

const hours = { hours: 'Mon to Fri 10–18\nSat 10–16', 'hours@de': 'Mo bis Fr 10–18 Uhr\nSa 10–16 Uhr' };

export const presets: readonly Preset[] = [
  {
    name: 'Three stores',
    props: {
      title: 'Our stores',
      'title@de': 'Unsere Läden',
      stores: [
        {
          name: 'Harbour',
          'name@de': 'Hafen',
          address: 'Quay 3\n18 401 Ostrand',
          ...hours,
          phone: '+46 8 555 01 10',
        },
        {
          name: 'Old town',
          'name@de': 'Altstadt',
          address: 'Ropewalk 12\n18 402 Ostrand',
          ...hours,
          map: { kind: 'url', href: 'https://www.openstreetmap.org/', newTab: true },
        },
        { name: 'North', 'name@de': 'Nord', address: 'Lighthouse Road 1\n18 560 Skarhamn', ...hours },
      ],
    },
  },
  { name: 'None', isState: true, props: {} },
];
