import { useEffect } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { createLiveSheet } from './live-sheet.ts';
import type { Scheme, ThemeEditing } from './theme-editing.ts';

/** While this is on the screen, the canvas shows what is chosen, in the scheme that is being edited. */
export function useLiveSheet(editing: ThemeEditing, scheme: Scheme | undefined): void {
  const editor = useEditor();
  const canvas = useView((view) => view.canvas);
  useEffect(() => {
    const window = canvas === 'ready' ? editor.frame?.contentWindow : undefined;
    if (!window) return;
    const sheet = createLiveSheet(window as Window & typeof globalThis);
    const show = () => {
      const { facts, chosen } = editing.state.get();
      if (facts) sheet.show(facts, chosen);
    };
    show();
    // The sheet stays when the panel is closed: the canvas goes on showing the draft, as it will when it is loaded anew.
    return editing.state.subscribe(show);
  }, [editor, canvas, editing]);
  useEffect(() => {
    const root = canvas === 'ready' ? editor.frame?.contentDocument?.documentElement : undefined;
    if (!root || scheme === undefined) return;
    root.dataset.scheme = scheme;
    return () => {
      delete root.dataset.scheme;
    };
  }, [editor, canvas, scheme]);
}
