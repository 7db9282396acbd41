import type { ComponentType } from 'react';
import { later } from '../app/later.tsx';
import type { ControlProps } from './control.ts';
import css from './field-control.module.css';

const load = () => import('./controls.ts');
const waiting = <div className={css.waiting} aria-hidden />;

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

export const LateListControl = later(async () => (await load()).ListControl, waiting);
export const LateRichTextControl = later(async () => (await load()).RichTextControl, waiting);

/** Fetches the code of all controls, so that nobody waits for it. Where that fails it is fetched when it is needed. */
export function fetchControls(): void {
  load().catch(() => {});
}

function late<T>(find: () => Promise<ComponentType<ControlProps<T>>>) {
  return later(find, waiting);
}
