import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { MountedRichText } from '../mount-rich-text.ts';
import { RichTextField } from '../toolbar/rich-text-field.tsx';
import { RichTextToolbar } from '../toolbar/rich-text-toolbar.tsx';
import { person } from './text-page.ts';

declare global {
  interface Window {
    /** Shows the toolbar for the text in the iframe. */
    showToolbar: () => void;
    setScheme: (scheme: 'light' | 'dark') => void;
  }
}

person.begin();

function Shell() {
  const [text, setText] = useState<MountedRichText>();
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  Object.assign(window, {
    showToolbar: () => setText(person.rich('body', { frame: true })),
    setScheme,
  });
  return (
    <MantineProvider forceColorScheme={scheme}>
      <aside style={{ width: 320, padding: 16 }}>
        <RichTextField
          page={person.page}
          id="n"
          path="body"
          label="Body"
          undo={person.undo}
          placeholder="Write something"
        />
      </aside>
      {text && <RichTextToolbar text={text} placement="floating" label="Body" />}
    </MantineProvider>
  );
}

const shell = document.createElement('div');
document.body.prepend(shell);
document.querySelector('body > main')?.remove();
createRoot(shell).render(<Shell />);
