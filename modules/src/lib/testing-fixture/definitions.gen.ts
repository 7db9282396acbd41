// Written by `npm run generate`; do not edit.
import type { AnyModule } from '@vitrine/modules';
import { counter } from './counter/counter.module.ts';
import { teaser } from './teaser/teaser.module.ts';

/** What every module of the library is, without views and styles: for checking and migrating content. */
export const definitions: readonly AnyModule[] = [
  counter,
  teaser,
];
