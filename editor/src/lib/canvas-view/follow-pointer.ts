import type { Editor } from '../app/editor.ts';
import { outermost } from '../commands/arrange.ts';
import { keepStill, LongPress } from '../phone/long-press.ts';
import { type DragSession, SLACK } from './drag.ts';

/** What a person does with the pointer on the canvas. */
export interface CanvasPointerOptions {
  readonly editor: Editor;
  readonly drag: DragSession;
  /** A text under the pointer is to be edited. */
  readonly editText: (id: string, target: Element, point: { x: number; y: number }) => void;
}

interface Press {
  readonly id: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly wasSelected: boolean;
}

/** One set of listeners for the whole canvas: hover, click, double click and drag. @returns takes them off. */
export function followPointer(window: Window, { editor, drag, editText }: CanvasPointerOptions): () => void {
  const { document } = window;
  let press: Press | undefined;
  /** The pointer that is down; others beside it do nothing. */
  let held: number | undefined;
  const finger = new LongPress();

  const ownerAt = (event: Event): string | undefined => {
    const owner = event.target && editor.canvas?.ownerOf(event.target as Node);
    return owner && 'id' in owner ? owner.id : undefined;
  };
  const isEditing = (event: Event) => (event.target as Element | null)?.closest?.('[data-vt-held]');

  const isOther = ({ pointerId }: PointerEvent) => held !== undefined && pointerId !== held;

  const down = (event: PointerEvent) => {
    if (isOther(event) && !event.isPrimary) {
      // Two fingers mean the page, and nothing on it.
      finger.end();
      press = undefined;
      return;
    }
    if (event.button !== 0 || isEditing(event)) return;
    held = event.pointerId;
    const id = ownerAt(event);
    if (event.pointerType !== 'mouse') {
      press = {
        id,
        x: event.clientX,
        y: event.clientY,
        wasSelected: id !== undefined && editor.selection.includes(id),
      };
      finger.begin(event, () => id !== undefined && hold(id, event));
      return;
    }
    if (editor.view.get().text) editor.view.set({ text: undefined });
    if (id === undefined) {
      editor.select([]);
      return;
    }
    const isSelected = editor.selection.includes(id);
    press = { id, x: event.clientX, y: event.clientY, wasSelected: isSelected };
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      editor.select(isSelected ? editor.selection.filter((each) => each !== id) : [...editor.selection, id]);
      press = undefined;
    } else if (!isSelected) editor.select([id]);
    // The keyboard goes on where the pointer was.
    window.focus();
  };
  const move = (event: PointerEvent) => {
    if (isOther(event)) return;
    if (drag.isActive) return drag.move(toShell(event));
    if (event.pointerType !== 'mouse' && held !== undefined) {
      if (!finger.isResting(event)) press = undefined;
      return;
    }
    if (!press) {
      editor.view.set({ hovered: ownerAt(event) });
      return;
    }
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) >= SLACK) grab(event);
  };
  const grab = (event: PointerEvent) => {
    if (!editor.canWrite) return;
    const ids = outermost(editor).filter((id) => !editor.page.node(id)?.lock);
    if (ids.length === 0) return;
    document.documentElement.setPointerCapture(event.pointerId);
    drag.begin({
      kind: 'move',
      ids,
      title: ids.length === 1 ? editor.nameOf(ids[0]!) : `${ids.length} modules`,
    });
    drag.move(toShell(event));
  };
  // A finger that rests on a module takes hold of it.
  const hold = (id: string, event: PointerEvent) => {
    press = undefined;
    if (!editor.selection.includes(id)) editor.select([id]);
    grab(event);
  };
  const up = (event: PointerEvent) => {
    if (isOther(event)) return;
    const pressed = press;
    press = undefined;
    held = undefined;
    finger.end();
    if (drag.isActive) {
      drag.drop();
      return;
    }
    if (event.pointerType !== 'mouse') {
      // Only now is it no scrolling.
      if (pressed && !pressed.wasSelected) {
        editor.select(pressed.id === undefined ? [] : [pressed.id]);
        return;
      }
    }
    if (!pressed?.id || !pressed.wasSelected || !event.target) return;
    // Several stay selected for as long as they could be about to be dragged.
    if (editor.selection.length > 1) editor.select([pressed.id]);
    // A second click on what is selected already goes into its text, as in a word processor.
    else editText(pressed.id, event.target as Element, { x: event.clientX, y: event.clientY });
  };
  const doubleClick = (event: MouseEvent) => {
    const id = ownerAt(event);
    if (id !== undefined && !isEditing(event))
      editText(id, event.target as Element, { x: event.clientX, y: event.clientY });
  };
  const leave = () => editor.view.set({ hovered: undefined });
  const callOff = (event: PointerEvent) => {
    if (isOther(event)) return;
    press = undefined;
    held = undefined;
    finger.end();
    drag.cancel();
  };
  // While a text is not edited, nothing on the page takes the focus or is selected like text.
  const still = (event: MouseEvent) => {
    if (!isEditing(event)) event.preventDefault();
  };

  function toShell({ clientX, clientY }: PointerEvent) {
    const frame = editor.frame!;
    const rect = frame.getBoundingClientRect();
    const scale = rect.width / frame.offsetWidth || 1;
    return { x: rect.left + clientX * scale, y: rect.top + clientY * scale };
  }

  document.addEventListener('pointerdown', down, true);
  document.addEventListener('pointermove', move, true);
  document.addEventListener('pointerup', up, true);
  document.addEventListener('pointercancel', callOff, true);
  document.addEventListener('dblclick', doubleClick, true);
  document.addEventListener('mousedown', still, true);
  document.documentElement.addEventListener('pointerleave', leave);
  const letScroll = keepStill(document, () => drag.isActive);
  return () => {
    document.removeEventListener('pointerdown', down, true);
    document.removeEventListener('pointermove', move, true);
    document.removeEventListener('pointerup', up, true);
    document.removeEventListener('pointercancel', callOff, true);
    document.removeEventListener('dblclick', doubleClick, true);
    document.removeEventListener('mousedown', still, true);
    document.documentElement.removeEventListener('pointerleave', leave);
    letScroll();
  };
}
