import { createContext, useContext } from 'react';
import type { DragSession } from './drag.ts';

export const DragContext = createContext<DragSession | undefined>(undefined);

/** The drag of the editor around a component; there is one at a time. */
export function useDrag(): DragSession {
  const drag = useContext(DragContext);
  if (!drag) throw new Error('This stands outside of an editor. Put it below DragContext.');
  return drag;
}
