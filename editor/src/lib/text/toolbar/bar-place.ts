/** A rectangle in the pixels of the editor's window. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface BarPlace {
  readonly bar: { readonly width: number; readonly height: number };
  /** What the bar belongs to: the selected words, or the whole text. */
  readonly anchor: Area;
  /** What must be seen beside it: the selected words, or the caret. */
  readonly words: Area;
  /** What of the canvas is on the screen. */
  readonly room: Area;
}

const GAP = 8;

/** Widest a bar may be in a room. */
export const widestIn = (room: Area): number => room.right - room.left - 2 * GAP;

/**
 * The upper left corner of a bar: above what it belongs to, else below, else at an edge of the room where it covers nobody's words.
 * It never leaves the room.
 */
export function placeBar({ bar, anchor, words, room }: BarPlace): { readonly x: number; readonly y: number } {
  const first = room.top + GAP;
  const last = Math.max(room.bottom - GAP - bar.height, first);
  const tops = [anchor.top - GAP - bar.height, anchor.bottom + GAP, first, last];
  const isFree = (top: number) =>
    top >= first && top <= last && (top + bar.height <= words.top || top >= words.bottom);
  const middle = (anchor.left + anchor.right) / 2;
  return {
    x: within(middle - bar.width / 2, room.left + GAP, room.right - GAP - bar.width),
    y: tops.find(isFree) ?? first,
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
