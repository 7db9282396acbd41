import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  { name: 'Guest', props: {}, data: { me: null } },
  {
    name: 'Signed in',
    isState: true,
    props: {},
    data: { me: { name: 'Ada Lovelace', email: 'ada@example.com' } },
  },
  {
    name: 'Without a name',
    isState: true,
    props: {},
    data: { me: { name: '', email: 'ørsted@example.com' } },
  },
  { name: 'Not known', isState: true, props: {}, data: { me: undefined } },
];
