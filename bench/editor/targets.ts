/** What an author should feel, on the largest page. A figure is compared by its median; milliseconds hold on a quiet machine. */
export interface Target {
  readonly id: string;
  readonly figure: string;
  readonly words: string;
  /** At most this. */
  readonly most?: number;
  /** At most this part of the same figure of Puck. */
  readonly besidePuck?: number;
  /** The browser alone takes much of it: the report tells how much. */
  readonly hasFloor?: boolean;
}

export const targets: readonly Target[] = [
  { id: 'T1', figure: 'interactive', words: 'usable, ms', most: 1200, besidePuck: 0.4 },
  { id: 'T2', figure: 'keyP50', words: 'key → paint, p50 ms', most: 20, hasFloor: true },
  { id: 'T2', figure: 'keyP95', words: 'key → paint, p95 ms', most: 33, besidePuck: 0.2, hasFloor: true },
  { id: 'T2', figure: 'rendersPerKey', words: 'modules rendered for a key', most: 1 },
  { id: 'T3', figure: 'dragLongest', words: 'longest frame of a drag, ms', most: 60 },
  { id: 'T3', figure: 'dragLongTasks', words: 'long tasks of a drag, ms', most: 0 },
  { id: 'T3', figure: 'rendersDragging', words: 'modules rendered while dragging', most: 0 },
  { id: 'T3', figure: 'drop', words: 'drop → painted, ms', most: 60, besidePuck: 0.15 },
  { id: 'T4', figure: 'heapMB', words: 'heap after load, MB', most: 12, besidePuck: 0.35 },
  { id: 'T4', figure: 'heapGrowth', words: 'heap after 200 edits and undos, ×', most: 1.2 },
  { id: 'T5', figure: 'firstEditKB', words: 'scripts until the first edit, kB', most: 220, besidePuck: 0.6 },
  { id: 'T6', figure: 'othersP50', words: 'somebody else’s edit → my paint, ms', most: 50 },
  { id: 'T6', figure: 'togetherKeyP95', words: 'key → paint meanwhile, p95 ms', most: 33 },
  {
    id: 'T7',
    figure: 'undo',
    words: 'undo of a move → painted, ms',
    most: 50,
    besidePuck: 0.25,
    hasFloor: true,
  },
];

/** Of a key, from the smallest to the largest page. */
export const mostGrowth = 1.25;
