// Written by `npm run generate`; do not edit.
import type { AnyView } from '@vitrine/modules';

/** Module id → its view, fetched when its island wakes up. */
export const islands: Readonly<Record<string, () => Promise<AnyView>>> = {
  'counter': () => import('./counter/counter.view.tsx').then((file) => file.CounterView),
};
