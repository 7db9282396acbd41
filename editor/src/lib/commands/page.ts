import type { Command } from './command.ts';

export const pageCommands: readonly Command[] = [
  {
    id: 'publish',
    title: 'Publish …',
    group: 'Page',
    keys: ['Mod+Enter'],
    capability: 'content.publish',
    run: (editor) => editor.view.set({ dialog: 'publish' }),
  },
  {
    id: 'preview',
    title: 'Preview in a new tab',
    group: 'Page',
    keys: ['Mod+Shift+P'],
    run: (editor) =>
      void window.open(editor.canvasAddress().replace('_preview=canvas', '_preview=1'), '_blank', 'noopener'),
  },
  {
    id: 'preview-link',
    title: 'Share a preview link …',
    group: 'Page',
    run: (editor) => editor.view.set({ dialog: 'preview-link' }),
  },
  {
    id: 'new-page',
    title: 'New page …',
    group: 'Page',
    keys: ['N'],
    capability: 'content.write',
    run: (editor) => editor.documents.show({ kind: 'new-page' }),
  },
  { id: 'page-settings', title: 'Settings of the page', group: 'Page', run: (editor) => editor.select([]) },
];
