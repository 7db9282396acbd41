import { useEffect } from 'react';
import { useEditor } from '../app/editor-context.tsx';

/** Milliseconds without a change of the page until it is asked whether what is planned is older. */
const PAUSE = 1_500;

/** While the page that is open is planned: keeps it known whether it was edited since. */
export function useFollowPlanned(): void {
  const { documents, page } = useEditor();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = page.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void documents.load(), PAUSE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [documents, page]);
}
