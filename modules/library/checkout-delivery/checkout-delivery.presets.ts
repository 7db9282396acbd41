import type { Preset } from '@vitrine/modules';
import { checkouts } from '../purchase.ts';

export const presets: readonly Preset[] = [
  { name: 'Ways', props: {}, data: { page: checkouts.complete } },
  { name: 'Without an address', isState: true, props: {}, data: { page: checkouts.begun } },
  { name: 'In another country', isState: true, props: {}, data: { page: checkouts.elsewhere } },
  { name: 'Abroad', isState: true, props: {}, data: { page: checkouts.abroad } },
  { name: 'Picked up', isState: true, props: {}, data: { page: checkouts.pickup } },
  { name: 'Partly picked up', isState: true, props: {}, data: { page: checkouts.divided } },
  { name: 'No time is free', isState: true, props: {}, data: { page: checkouts.withoutTime } },
  { name: 'Nothing chosen', isState: true, props: {}, data: { page: checkouts.wrong } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
