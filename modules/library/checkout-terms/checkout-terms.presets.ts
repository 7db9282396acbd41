import type { Preset } from '@vitrine/modules';
import { checkouts } from '../purchase.ts';

const props = { terms: { kind: 'page', path: '/terms' } };

export const presets: readonly Preset[] = [
  { name: 'Empty', props, data: { page: checkouts.begun } },
  { name: 'Filled in', isState: true, props, data: { page: checkouts.reduced } },
  { name: 'Not agreed', isState: true, props, data: { page: checkouts.wrong } },
  { name: 'Nothing to check out', isState: true, props, data: { page: null } },
];
