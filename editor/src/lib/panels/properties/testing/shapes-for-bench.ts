import type { ShapesOf } from '@vitrine/content';
import { shapesOf } from '@vitrine/modules';
import { everyKind, note } from './every-kind.ts';

/** The shapes of the modules of these tests. */
export const shapesForBench: ShapesOf = (type) => {
  const module = [everyKind, note].find(({ id }) => id === type);
  return module && shapesOf(module.fields);
};
