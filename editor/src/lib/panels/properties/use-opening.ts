import type { PageInYdoc } from '@vitrine/content/collab';
import { useMemo } from 'react';
import type { Opening } from '../../fields/field-scope.tsx';
import type { Gestures } from '../../fields/gestures.ts';
import type { Instance } from './use-instances.ts';

/** What is open of all these instances, and the way to change it; `undefined` while that is not wanted. */
export function useOpening({
  page,
  instances,
  gestures,
  isWanted,
}: {
  page: PageInYdoc;
  instances: readonly Instance[];
  gestures: Gestures;
  isWanted: boolean;
}): Opening | undefined {
  return useMemo(() => {
    const [first, ...others] = instances;
    if (!isWanted || !first) return undefined;
    const open = (first.open ?? []).filter((name) => others.every((each) => each.open?.includes(name)));
    return {
      open: new Set(open),
      set(name, isOpen) {
        gestures.run(() => {
          for (const { id } of instances) {
            const others = (page.node(id)?.open ?? []).filter((each) => each !== name);
            page.setFacts(id, { open: isOpen ? [...others, name] : others });
          }
        }, 'chosen');
      },
    };
  }, [page, instances, gestures, isWanted]);
}
