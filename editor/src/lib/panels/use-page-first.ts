import { useEditor, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { useEver } from '../app/use-ever.ts';

/** Whether panels may fetch what they show: not before the page itself is there to be looked at, or will not come. */
export function usePageFirst(): boolean {
  const isThere = useView((view) => view.canvas !== 'loading');
  const isClosed = useStore(useEditor().open.state, ({ closed }) => closed !== undefined);
  return useEver(isThere || isClosed);
}
