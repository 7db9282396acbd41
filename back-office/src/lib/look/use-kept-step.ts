import { useEffect, useRef } from 'react';

/**
 * Keeps the keyboard where it was while things of a list are moved step by step: at the step of the thing that moved, wherever that
 * stands now. What holds the steps of a thing says whose they are: `data-steps`.
 */
export function useKeptStep<List extends HTMLElement>(ids: readonly string[], isBusy: boolean) {
  const list = useRef<List>(null);
  const stepped = useRef<{ readonly id: string; readonly by: -1 | 1; readonly order: string }>(undefined);
  const order = ids.join(' ');
  useEffect(() => {
    const now = stepped.current;
    if (!now || isBusy) return;
    const isMoved = now.order !== order;
    if (isMoved) stepped.current = undefined;
    // A button that cannot be pressed while it is sent has lost it already.
    else if (document.activeElement !== document.body) return;
    const [up, down] =
      list.current?.querySelectorAll<HTMLButtonElement>(`[data-steps="${CSS.escape(now.id)}"] button`) ?? [];
    const wanted = now.by === -1 ? up : down;
    (wanted?.disabled ? (now.by === -1 ? down : up) : wanted)?.focus();
  });
  return {
    list,
    step: (id: string, by: -1 | 1) => {
      stepped.current = { id, by, order };
    },
  };
}
