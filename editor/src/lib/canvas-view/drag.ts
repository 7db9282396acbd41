import type { PageNode } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import type { MeasuredList } from '../canvas/canvas-door.ts';
import { moveTo } from '../commands/arrange.ts';
import { scrollIntoView } from '../commands/edit.ts';
import { type Drop, dropTarget, type Point } from './drop-target.ts';

/** What is being dragged. */
export type Dragged =
  | { readonly kind: 'move'; readonly ids: readonly string[]; readonly title: string }
  | { readonly kind: 'new'; readonly nodes: readonly PageNode[]; readonly title: string };

/** What would happen where there are rows instead of rectangles. */
export type RowDrop =
  | {
      readonly kind: 'target';
      readonly parent: string | undefined;
      readonly slot: string | undefined;
      /** Among the items of the list, those that are dragged left out. */
      readonly index: number;
      /** The line is drawn above this row; the number of rows = below the last. */
      readonly gap: number;
      readonly depth: number;
      /** Why it does not go as deep as the pointer is. */
      readonly hint?: string;
    }
  | { readonly kind: 'refused'; readonly reason: string; readonly gap: number; readonly depth: number };

/** Rows something can be dropped between, beside the canvas. */
export interface DropRows {
  /** `undefined` = the pointer is elsewhere. `from` is where the drag began. */
  dropAt(pointer: Point, dragged: Dragged, from: Point): RowDrop | 'nowhere' | undefined;
  /** Scrolls when the pointer is near an edge. @returns whether it did. */
  scrollNear(pointer: Point): boolean;
}

export interface DragState {
  readonly dragged: Dragged | undefined;
  /** Pointer in the editor's window. */
  readonly pointer: Point;
  readonly drop: Drop | RowDrop | undefined;
}

/** Pixels a pointer moves before a press is a drag. */
export const SLACK = 4;
const EDGE = 56;
const SPEED = 14;

/**
 * One drag at a time: the page is measured once when it begins, and every move is geometry over those rectangles, shifted by how far
 * the page has scrolled since. The page itself does not change until something is dropped.
 */
export class DragSession {
  readonly state = new Store<DragState>({ dragged: undefined, pointer: { x: 0, y: 0 }, drop: undefined });
  readonly #editor: Editor;
  #lists: readonly MeasuredList[] = [];
  #scrolledAtStart = 0;
  #frameRequest = 0;
  #from: Point | undefined;
  readonly #rows = new Set<DropRows>();

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  get isActive(): boolean {
    return this.state.get().dragged !== undefined;
  }

  /** Lets things be dropped between rows as long as they are on the screen. @returns takes them away. */
  offer(rows: DropRows): () => void {
    this.#rows.add(rows);
    return () => this.#rows.delete(rows);
  }

  begin(dragged: Dragged): void {
    this.#from = undefined;
    this.#lists = this.#editor.canvas?.measure() ?? [];
    this.#scrolledAtStart = this.#window?.scrollY ?? 0;
    this.state.set({ dragged, drop: undefined });
    this.#editor.say(`Dragging ${dragged.title}. Escape calls it off.`);
    this.#frameRequest = requestAnimationFrame(this.#scroll);
  }

  /** The pointer moved, in pixels of the editor's window. */
  move(pointer: Point): void {
    if (!this.isActive) return;
    this.#from ??= pointer;
    this.state.set({ pointer, drop: this.#dropAt(pointer) });
  }

  /** Lets go. @returns whether something changed. */
  drop(): boolean {
    const { dragged, drop } = this.state.get();
    this.cancel();
    if (!dragged) return false;
    if (drop?.kind !== 'target') {
      if (drop) this.#editor.say(drop.reason);
      return false;
    }
    const place = { parent: drop.parent, slot: drop.slot, index: drop.index };
    if (dragged.kind === 'new') {
      const [made] = this.#editor.insert(dragged.nodes, place);
      if (made !== undefined) this.#show(made);
      return made !== undefined;
    }
    const isMoved = moveTo(this.#editor, dragged.ids, place);
    if (isMoved) {
      this.#editor.select(dragged.ids);
      this.#show(dragged.ids[0]!);
    }
    return isMoved;
  }

  /** When it stands where it was put: what was dropped at the edge, or pushed away by what came above, can be seen. */
  #show(id: string): void {
    requestAnimationFrame(() => scrollIntoView(this.#editor, id));
  }

  cancel(): void {
    cancelAnimationFrame(this.#frameRequest);
    this.#lists = [];
    this.state.set({ dragged: undefined, drop: undefined });
  }

  /** A point of the editor's window, in the canvas's own window. */
  toCanvas({ x, y }: Point): Point | undefined {
    const { frame } = this.#editor;
    if (!frame) return undefined;
    const rect = frame.getBoundingClientRect();
    const scale = rect.width / frame.offsetWidth || 1;
    const isInside = x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
    return isInside ? { x: (x - rect.left) / scale, y: (y - rect.top) / scale } : undefined;
  }

  get #window(): Window | null | undefined {
    return this.#editor.frame?.contentWindow;
  }

  #dropAt(pointer: Point): Drop | RowDrop | undefined {
    const { dragged } = this.state.get();
    for (const rows of dragged ? this.#rows : []) {
      const drop = rows.dropAt(pointer, dragged!, this.#from ?? pointer);
      if (drop) return drop === 'nowhere' ? undefined : drop;
    }
    const point = this.toCanvas(pointer);
    if (!dragged || !point) return undefined;
    const shift = (this.#window?.scrollY ?? 0) - this.#scrolledAtStart;
    const moving = dragged.kind === 'move' ? dragged.ids : [];
    const { page } = this.#editor;
    const types =
      dragged.kind === 'new'
        ? dragged.nodes.map(({ type }) => type)
        : moving.map((id) => page.node(id)?.type ?? '');
    const found = dropTarget(
      this.#lists,
      { x: point.x, y: point.y + shift },
      {
        fits: (parent, slot) => this.#editor.fits(types, { parent, slot, moving }),
        dragged: moving,
      },
    );
    return shifted(found, -shift);
  }

  // Near the upper or lower edge of the canvas the page scrolls by itself, and so do rows.
  readonly #scroll = (): void => {
    const { pointer } = this.state.get();
    for (const rows of this.#rows) if (rows.scrollNear(pointer)) this.move(pointer);
    const point = this.toCanvas(pointer);
    const window = this.#window;
    if (point && window) {
      const fromBottom = window.innerHeight - point.y;
      const by = point.y < EDGE ? -(1 - point.y / EDGE) : fromBottom < EDGE ? 1 - fromBottom / EDGE : 0;
      if (by !== 0) {
        window.scrollBy({ top: by * SPEED, behavior: 'instant' });
        this.move(pointer);
      }
    }
    this.#frameRequest = requestAnimationFrame(this.#scroll);
  };
}

function shifted(drop: Drop, by: number): Drop {
  if (by === 0) return drop;
  if (drop.kind === 'refused')
    return drop.list ? { ...drop, list: { ...drop.list, y: drop.list.y + by } } : drop;
  return {
    ...drop,
    line: { ...drop.line, y: drop.line.y + by },
    list: { ...drop.list, y: drop.list.y + by },
  };
}
