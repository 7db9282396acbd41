import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { look, NewVersion, noteMissedStyles, readableColours } from '@vitrine/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EditorApp } from './app/editor-app.tsx';

/** Opens the editor in an element of its page. */
export function startEditor(root: HTMLElement): void {
  noteMissedStyles(root.ownerDocument);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={look} cssVariablesResolver={readableColours} defaultColorScheme="auto">
        <EditorApp />
        <NewVersion />
      </MantineProvider>
    </StrictMode>,
  );
}
