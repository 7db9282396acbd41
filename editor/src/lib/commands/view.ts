import { type Editor, type LeftPanel, type Width, widths } from '../app/editor.ts';
import { previewedAs, showNormal } from '../app/preview-as.ts';
import { nextZoom, zoomSteps, zoomWords } from '../app/zoom.ts';
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

function zoomTo(editor: Editor, zoom: number | 'fit'): void {
  editor.view.set({ zoom });
  editor.say(zoom === 'fit' ? 'The page fits into the window.' : `Zoom ${zoomWords(zoom)}.`);
}

/** One step from how large the page is now, also where that is whatever fits. */
function zoomBy(editor: Editor, by: 1 | -1): void {
  const { zoom } = editor.view.get();
  const { frame } = editor;
  const shown = frame ? frame.getBoundingClientRect().width / frame.offsetWidth || 1 : 1;
  zoomTo(editor, nextZoom(zoom === 'fit' ? shown : zoom, by));
}

const zoomKeys: Readonly<Record<number, string>> = { 1: 'Mod+Alt+8' };

export const viewCommands: readonly Command[] = [
  showWidth('phone', 'Show on a phone', 'Mod+Alt+1'),
  showWidth('tablet', 'Show on a tablet', 'Mod+Alt+2'),
  showWidth('desktop', 'Show on a desktop', 'Mod+Alt+3'),
  showWidth('full', 'Show as wide as there is room', 'Mod+Alt+0'),
  {
    id: 'zoom.in',
    title: 'Zoom in',
    group: 'View',
    keys: ['Mod+Alt+=', 'Mod+Alt++'],
    run: (editor) => zoomBy(editor, 1),
  },
  {
    id: 'zoom.out',
    title: 'Zoom out',
    group: 'View',
    keys: ['Mod+Alt+-'],
    run: (editor) => zoomBy(editor, -1),
  },
  {
    id: 'zoom.fit',
    title: 'Zoom to fit',
    group: 'View',
    keys: ['Mod+Alt+9'],
    run: (editor) => zoomTo(editor, 'fit'),
  },
  ...zoomSteps.map(
    (step): Command => ({
      id: `zoom.${step * 100}`,
      title: `Zoom to ${zoomWords(step)}`,
      group: 'View',
      ...(zoomKeys[step] && { keys: [zoomKeys[step]] }),
      run: (editor) => zoomTo(editor, step),
    }),
  ),
  {
    id: 'preview-as',
    title: 'Preview as …',
    group: 'View',
    keys: ['V'],
    run: (editor) => editor.view.set({ isChoosingPreview: !editor.view.get().isChoosingPreview }),
  },
  {
    id: 'preview-as.normal',
    title: 'Preview as everybody now',
    group: 'View',
    isEnabled: (editor) => previewedAs(editor).length > 0,
    run: showNormal,
  },
  showPanel('add', 'Modules to add', 'A'),
  showPanel('outline', 'Outline', 'O'),
  showPanel('pages', 'Pages', 'P'),
  showPanel('history', 'History', 'H'),
  showPanel('styles', 'Styles'),
  showPanel('checks', 'Checks', 'C'),
  showPanel('comments', 'Comments', 'T'),
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
