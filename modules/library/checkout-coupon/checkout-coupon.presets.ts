import type { Preset } from '@vitrine/modules';
import { checkouts } from '../purchase.ts';

export const presets: readonly Preset[] = [
  { name: 'No code', props: {}, data: { page: checkouts.begun } },
  { name: 'With codes', isState: true, props: {}, data: { page: checkouts.reduced } },
  { name: 'Not known', isState: true, props: {}, data: { page: checkouts.wrong } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
