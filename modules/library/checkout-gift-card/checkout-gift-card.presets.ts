import type { Preset } from '@vitrine/modules';
import { checkouts } from '../purchase.ts';

export const presets: readonly Preset[] = [
  { name: 'No card', props: {}, data: { page: checkouts.begun } },
  { name: 'With cards', isState: true, props: {}, data: { page: checkouts.withGiftCards } },
  { name: 'Wrong PIN', isState: true, props: {}, data: { page: checkouts.wrongGiftCard } },
  { name: 'Only gift cards', isState: true, props: {}, data: { page: checkouts.onlyGiftCards } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
];
