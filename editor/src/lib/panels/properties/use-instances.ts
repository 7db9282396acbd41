import type { PageInYdoc } from '@vitrine/content/collab';
import { useCallback } from 'react';
import { isSameList, useSelected } from '../../fields/use-selected.ts';

export type Instance = NonNullable<ReturnType<PageInYdoc['node']>>;

/** The facts of the instances that are on the page; one that was removed meanwhile is left out. */
export function useInstances(page: PageInYdoc, ids: readonly string[]): readonly Instance[] {
  const wanted = ids.join('\n');
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = wanted.split('\n').map((id) => page.onNode(id, listener));
      ends.push(page.onStructure(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [page, wanted],
  );
  return useSelected(subscribe, () => ids.flatMap((id) => page.node(id) ?? []), isSameFacts);
}

function isSameFacts(a: readonly Instance[], b: readonly Instance[]): boolean {
  return isSameList(a.map(wordsOf), b.map(wordsOf));
}

function wordsOf({ id, type, name, lock, open }: Instance): string {
  return JSON.stringify([id, type, name, lock, open]);
}
