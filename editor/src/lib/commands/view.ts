import { type Editor, type LeftPanel, type Width, widths } from '../app/editor.ts';
import type { Command } from './command.ts';

function showWidth(width: Width, title: string, key: string): Command {
  return {
    id: `view.${width}`,
    title,
    group: 'View',
    keys: [key],
    run(editor) {
      editor.view.set({ width });
      editor.say(width === 'full' ? 'As wide as there is room.' : `${widths[width]} pixels wide.`);
    },
  };
}

function showPanel(left: LeftPanel, title: string, key?: string): Command {
  return {
    id: `panel.${left}`,
    title,
    group: 'View',
    ...(key && { keys: [key] }),
    run: (editor) => editor.view.set({ left: editor.view.get().left === left ? undefined : left }),
  };
}

function zoomBy(editor: Editor, factor: number): void {
  const { zoom } = editor.view.get();
  const now = zoom === 'fit' ? 1 : zoom;
  editor.view.set({ zoom: Math.min(2, Math.max(0.25, Math.round(now * factor * 20) / 20)) });
}

export const viewCommands: readonly Command[] = [
  showWidth('phone', 'Show on a phone', 'Mod+Alt+1'),
  showWidth('tablet', 'Show on a tablet', 'Mod+Alt+2'),
  showWidth('desktop', 'Show on a desktop', 'Mod+Alt+3'),
  showWidth('full', 'Show as wide as there is room', 'Mod+Alt+0'),
  {
    id: 'zoom.in',
    title: 'Zoom in',
    group: 'View',
    keys: ['Mod+Alt+='],
    run: (editor) => zoomBy(editor, 1.25),
  },
  {
    id: 'zoom.out',
    title: 'Zoom out',
    group: 'View',
    keys: ['Mod+Alt+-'],
    run: (editor) => zoomBy(editor, 0.8),
  },
  { id: 'zoom.fit', title: 'Zoom to fit', group: 'View', run: (editor) => editor.view.set({ zoom: 'fit' }) },
  showPanel('add', 'Modules to add', 'A'),
  showPanel('outline', 'Outline', 'O'),
  showPanel('pages', 'Pages', 'P'),
  showPanel('history', 'History', 'H'),
  showPanel('styles', 'Styles'),
  showPanel('checks', 'Checks', 'C'),
  {
    id: 'media',
    title: 'Media library',
    group: 'View',
    keys: ['M'],
    run: (editor) => editor.view.set({ dialog: 'media' }),
  },
  {
    id: 'commands',
    title: 'All commands',
    group: 'View',
    keys: ['Mod+K'],
    run: (editor) => editor.view.set({ dialog: 'commands' }),
  },
  {
    id: 'shortcuts',
    title: 'Keyboard shortcuts',
    group: 'View',
    keys: ['?'],
    run: (editor) => editor.view.set({ dialog: 'shortcuts' }),
  },
  {
    id: 'next-locale',
    title: 'Next language',
    group: 'View',
    keys: ['L'],
    run(editor) {
      const { locales } = editor;
      const at = locales.indexOf(editor.view.get().locale);
      editor.view.set({ locale: locales[(at + 1) % locales.length] ?? editor.baseLocale });
    },
  },
];
