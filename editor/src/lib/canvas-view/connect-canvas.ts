import type { Editor } from '../app/editor.ts';
import { pasteFrom } from '../commands/clipboard.ts';
import { handleClipboard } from '../commands/clipboard-events.ts';
import { handleKey, isTyping } from '../commands/shortcuts.ts';
import { canvasSource } from '../document/canvas-source.ts';
import { sharePointer } from '../presence/presence.ts';
import type { DragSession } from './drag.ts';
import { followPointer } from './follow-pointer.ts';
import { startTextEditing } from './text-editing.ts';

export interface CanvasConnection {
  readonly editor: Editor;
  readonly drag: DragSession;
  readonly frame: HTMLIFrameElement;
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

// While the editor of a text is on its way: Backspace would take the whole module away.
const isForWords = ({ key, target, ctrlKey, metaKey }: KeyboardEvent) =>
  key !== 'Escape' && !ctrlKey && !metaKey && !isTyping(target);

/** Shows the document on a canvas that has loaded, and listens to it. @returns ends it; `undefined` = what has loaded is no canvas. */
export function connectCanvas({ editor, drag, frame }: CanvasConnection): (() => void) | undefined {
  const window = frame.contentWindow;
  const door = doorOf(window);
  if (!window || !door) return undefined;
  editor.frame = frame;
  editor.canvas = door;
  door.show(canvasSource(editor.page, editor.reader));
  /** Presses on words of which it is not known yet which they are. */
  let finding = 0;
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drag.isActive) return drag.cancel();
    // Who types after pressing some words means those words, not commands of one letter.
    if (isLetter(event)) return;
    if ((finding > 0 || editor.view.get().text) && isForWords(event)) return;
    handleKey(editor, event);
  };
  window.addEventListener('keydown', key);
  const ends = [
    editor.page.onChange(({ nodes, structure }) => door.sync({ nodes, structure })),
    followPointer(window, {
      editor,
      drag,
      // Whoever is quicker than what finds texts waits for it, unless they have gone on to something else.
      editText(id, target, point) {
        finding += 1;
        const isFound = door.complete().finally(() => {
          finding -= 1;
        });
        void isFound.then(() => {
          if (editor.canvas === door && editor.selection.includes(id))
            startTextEditing(editor, { id, target, point });
        });
      },
    }),
    handleClipboard(window.document, editor, pasteFrom),
    sharePointer(editor, window),
    editor.pictures.connect(door),
    onReturn(() => void editor.pictures.look()),
    () => window.removeEventListener('keydown', key),
  ];
  editor.view.set({ canvas: 'ready' });
  return () => {
    for (const end of ends) end();
    if (editor.canvas === door) editor.canvas = undefined;
  };
}

/** Somebody who looks at the window again, after another one. */
function onReturn(listener: () => void): () => void {
  const hear = () => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', hear);
  return () => document.removeEventListener('visibilitychange', hear);
}

// The browser's own page for a shop that does not answer is of another origin: nobody may look into it.
export function doorOf(window: Window | null) {
  try {
    return window?.vitrineCanvas;
  } catch {
    return undefined;
  }
}
