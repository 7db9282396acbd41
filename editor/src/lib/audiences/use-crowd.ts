import { nobodyApart } from '@vitrine/content';
import { useEffect } from 'react';
import { useDocuments } from '../app/documents-context.tsx';
import { useStore } from '../app/store.ts';
import { crowdListOf } from './crowd-list.ts';

/** Audiences and tests of the shop; none until they have come. */
export function useCrowd() {
  const list = crowdListOf(useDocuments());
  useEffect(() => void list.freshen(), [list]);
  const crowd = useStore(list.state, (state) => state.crowd);
  const problem = useStore(list.state, (state) => state.problem);
  return { list, crowd: crowd ?? nobodyApart, isKnown: crowd !== undefined, problem };
}
