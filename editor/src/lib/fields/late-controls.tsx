import { later } from '@vitrine/ui';
import type { ComponentType } from 'react';
import type { ControlProps } from './control.ts';
import css from './field-control.module.css';

const load = () => import('./controls.ts');
/** Stands in the place of a control until its code has come. */
export const waiting = <div className={css.waiting} aria-hidden />;

// The page can be worked on without these; their code comes while its first reader looks around.
export const lateControls = {
  number: late(async () => (await load()).NumberControl),
  boolean: late(async () => (await load()).BooleanControl),
  select: late(async () => (await load()).SelectControl),
  colour: late(async () => (await load()).ColourControl),
  image: late(async () => (await load()).ImageControl),
  video: late(async () => (await load()).VideoControl),
  link: late(async () => (await load()).LinkControl),
  product: late(async () => (await load()).ProductControl),
  category: late(async () => (await load()).CategoryControl),
  collection: late(async () => (await load()).CollectionControl),
  date: late(async () => (await load()).DateControl),
};

function late<T>(find: () => Promise<ComponentType<ControlProps<T>>>) {
  return later(find, waiting);
}
