import type { Preset } from '@vitrine/modules';
import { loyalty } from '../account-example.ts';

const me = { name: 'Ada Lovelace', email: 'ada@example.com' };

export const presets: readonly Preset[] = [
  { name: 'Signed in', props: {}, data: { me, programmes: [] } },
  {
    name: 'At the orders',
    isState: true,
    props: { here: 'orders' },
    data: { me, programmes: loyalty.map(({ programme }) => programme) },
  },
  {
    name: 'A long address',
    isState: true,
    props: {},
    data: {
      me: { name: '', email: 'rechtsanwaltsfachangestelltenverband@kuestenversandhandel.example' },
      programmes: [],
    },
  },
  {
    name: 'Signed out',
    isState: true,
    props: {},
    subject: { kind: 'page', path: '/account/orders' },
    data: { me: null, programmes: [] },
  },
];
