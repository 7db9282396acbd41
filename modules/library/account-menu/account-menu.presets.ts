import type { Preset } from '@vitrine/modules';

const me = { name: 'Ada Lovelace', email: 'ada@example.com' };

export const presets: readonly Preset[] = [
  { name: 'Signed in', props: {}, data: { me } },
  {
    name: 'At the orders',
    isState: true,
    props: { here: 'orders' },
    data: { me },
  },
  {
    name: 'A long address',
    isState: true,
    props: {},
    data: { me: { name: '', email: 'rechtsanwaltsfachangestelltenverband@kuestenversandhandel.example' } },
  },
  {
    name: 'Signed out',
    isState: true,
    props: {},
    subject: { kind: 'page', path: '/account/orders' },
    data: { me: null },
  },
];
