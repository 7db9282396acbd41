import type { Preset } from '@vitrine/modules';
import { profile, storeCredit } from '../account-example.ts';

const { name, email } = profile;
const me = { name, email };

export const presets: readonly Preset[] = [
  { name: 'Store credit', props: {}, data: { me, credit: storeCredit } },
  { name: 'None', isState: true, props: {}, data: { me, credit: [] } },
  { name: 'Signed out', isState: true, props: {}, data: { me: null, credit: [] } },
];
