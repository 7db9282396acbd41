import { goTo } from '../app/location.ts';
import { savePageFile } from '../page-files/save-page-file.ts';
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
    id: 'ask-for-review',
    title: 'Ask for review …',
    group: 'Page',
    capability: 'content.write',
    run: (editor) => editor.view.set({ dialog: 'review' }),
  },
  {
    id: 'releases',
    title: 'What is planned …',
    group: 'Page',
    run: (editor) => editor.documents.show({ kind: 'releases' }),
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
    capability: 'content.write',
    run: (editor) => editor.view.set({ dialog: 'preview-link' }),
  },
  {
    id: 'translate',
    title: 'Translate the page …',
    group: 'Page',
    run: (editor) => editor.view.set({ dialog: 'translations' }),
  },
  {
    id: 'audiences',
    title: 'Audiences …',
    group: 'Page',
    run: (editor) => editor.documents.show({ kind: 'audiences' }),
  },
  {
    id: 'tests',
    title: 'Tests …',
    group: 'Page',
    run: (editor) => editor.documents.show({ kind: 'tests' }),
  },
  {
    id: 'new-page',
    title: 'New page …',
    group: 'Page',
    keys: ['N'],
    capability: 'content.write',
    run: (editor) => editor.documents.show({ kind: 'new-page' }),
  },
  {
    id: 'new-fragment',
    title: 'New fragment …',
    group: 'Page',
    capability: 'content.write',
    run: (editor) => editor.documents.show({ kind: 'new-fragment' }),
  },
  {
    id: 'duplicate-page',
    title: 'Duplicate this page …',
    group: 'Page',
    capability: 'content.write',
    run: (editor) =>
      editor.documents.show({
        kind: editor.page.meta().kind === 'page' ? 'new-page' : 'copy',
        from: editor.open.id,
      }),
  },
  {
    id: 'save-page-file',
    title: 'Save this page as a file',
    group: 'Page',
    run: (editor) => savePageFile(editor.open.id),
  },
  {
    id: 'new-page-below',
    title: 'New page below this one …',
    group: 'Page',
    capability: 'content.write',
    isEnabled: (editor) => editor.page.meta().kind === 'page',
    run: (editor) => editor.documents.show({ kind: 'new-page', parent: editor.open.id }),
  },
  {
    id: 'keep-version',
    title: 'Keep this version …',
    group: 'Page',
    capability: 'content.write',
    run: (editor) => editor.view.set({ left: 'history', isKeeping: true }),
  },
  {
    id: 'unpublish',
    title: 'Take this page offline …',
    group: 'Page',
    capability: 'content.publish',
    isEnabled: (editor) =>
      ['page', 'fragment'].includes(editor.page.meta().kind) &&
      editor.documents.find(editor.open.id)?.publishedVersion !== undefined,
    run: (editor) => editor.documents.show({ kind: 'unpublish', id: editor.open.id }),
  },
  {
    id: 'trash',
    title: 'Move this page to the trash …',
    group: 'Page',
    capability: 'content.write',
    run: (editor) => editor.documents.show({ kind: 'trash', id: editor.open.id }),
  },
  { id: 'all-pages', title: 'All pages', group: 'Page', run: () => goTo(undefined) },
  { id: 'page-settings', title: 'Settings of the page', group: 'Page', run: (editor) => editor.select([]) },
];
