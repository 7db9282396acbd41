import '@mantine/core/styles.css';
import '@vitrine/ui/look.css';
import { followColourScheme, NewVersion, noteMissedStyles } from '@vitrine/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { begin } from './app/beginning.ts';
import { EditorApp } from './app/editor-app.tsx';

/** Milliseconds for which nothing is drawn: what is asked first has mostly come by then, and need not be waited for on the screen. */
const AT_MOST = 200;

/** Opens the editor in an element of its page. */
export async function startEditor(root: HTMLElement): Promise<void> {
  noteMissedStyles(root.ownerDocument);
  followColourScheme(window);
  const beginning = begin();
  const isOver = new Promise((resolve) => setTimeout(resolve, AT_MOST));
  await Promise.race([Promise.allSettled([beginning.shop]), isOver]);
  createRoot(root).render(
    <StrictMode>
      <EditorApp beginning={beginning} />
      <NewVersion />
    </StrictMode>,
  );
}
