import type { Preset } from '@vitrine/modules';

const page = (menu: string, type: string, preset: string) => ({
  menu: [{ type: 'account-menu', preset: menu }],
  content: [{ type, preset }],
});

export const presets: readonly Preset[] = [
  { name: 'Overview', props: {}, slots: page('Signed in', 'account-overview', 'Overview') },
  {
    name: 'An order',
    isState: true,
    props: {},
    slots: page('Signed in', 'account-orders', 'One order'),
  },
  {
    name: 'Signed out',
    isState: true,
    props: {},
    slots: page('Signed out', 'account-overview', 'Signed out'),
  },
];
