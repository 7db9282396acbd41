import type { Editor } from '../app/editor.ts';
import { colourOf } from './person-colour.ts';

/** Pointers are sent this often at most, and only when somebody is there to see them. */
const INTERVAL = 80;

/** Tells the others what this person has selected, and follows what they tell. @returns ends it. */
export function sharePresence(editor: Editor): () => void {
  const { awareness } = editor.open;
  const { user } = editor.session;
  awareness.setLocalStateField('user', { id: user.id, name: user.name, colour: colourOf(user.id) });
  let shared: readonly string[] | undefined;
  // Whatever is set there is sent: only what is news.
  const share = () => {
    if (shared === editor.selection) return;
    shared = editor.selection;
    awareness.setLocalStateField('selection', shared);
  };
  share();
  const ends = [editor.view.subscribe(share), editor.peers.follow(awareness)];
  return () => {
    for (const end of ends) end();
  };
}

/** Sends where the pointer is over the canvas. @returns ends it. */
export function sharePointer(editor: Editor, window: Window): () => void {
  const { awareness } = editor.open;
  let last = 0;
  const move = (event: PointerEvent) => {
    const now = performance.now();
    if (now - last < INTERVAL || awareness.getStates().size < 2) return;
    last = now;
    const owner = event.target && editor.canvas?.ownerOf(event.target as Node);
    const id = owner && 'id' in owner ? owner.id : undefined;
    const rect = id === undefined ? undefined : editor.canvas?.rectOf(id);
    awareness.setLocalStateField(
      'pointer',
      rect && {
        id,
        x: (event.clientX - rect.x) / (rect.width || 1),
        y: (event.clientY - rect.y) / (rect.height || 1),
      },
    );
  };
  const leave = () => awareness.setLocalStateField('pointer', undefined);
  window.document.addEventListener('pointermove', move);
  window.document.documentElement.addEventListener('pointerleave', leave);
  return () => {
    window.document.removeEventListener('pointermove', move);
    window.document.documentElement.removeEventListener('pointerleave', leave);
  };
}
