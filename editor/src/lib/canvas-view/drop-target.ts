import type { CanvasRect, MeasuredList } from '../canvas/canvas-door.ts';
import type { Fit } from '../document/slot-rules.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DropTarget {
  readonly kind: 'target';
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  /** Among the items of the list, those that are dragged left out. */
  readonly index: number;
  readonly line: CanvasRect;
  /** The list it goes into. */
  readonly list: CanvasRect;
  /** Why it does not go into the innermost list under the pointer. */
  readonly hint?: string;
}

export type Drop =
  | DropTarget
  | { readonly kind: 'refused'; readonly reason: string; readonly list?: CanvasRect };

const LINE = 3;
/** How near the edge of a container something is put beside it instead of into it. */
const EDGE = 10;

/**
 * Where something dropped at a point goes: into the innermost list there that takes it. Pure geometry over rectangles that were
 * measured when the drag began, moved by how far the page has scrolled since.
 */
export function dropTarget(
  lists: readonly MeasuredList[],
  point: Point,
  {
    fits,
    dragged = [],
  }: {
    readonly fits: (parent: string | undefined, slot: string | undefined) => Fit;
    /** Instances that are moved: nothing goes into them, and they do not count as neighbours. */
    readonly dragged?: readonly string[];
  },
): Drop {
  const around = lists
    .filter((list) => list.parent === undefined || contains(shrunk(list), point))
    .sort((one, other) => areaOf(one) - areaOf(other));
  let refusal: Extract<Drop, { kind: 'refused' }> | undefined;
  for (const list of around) {
    const fit = fits(list.parent, list.slot);
    if (fit.kind === 'refused') {
      refusal ??= { kind: 'refused', reason: fit.reason, list: list.rect };
      continue;
    }
    const target = placeIn(list, point, dragged);
    return refusal ? { ...target, hint: refusal.reason } : target;
  }
  return refusal ?? { kind: 'refused', reason: 'Nothing can be put here.' };
}

// The outermost list is everywhere, but it is the last choice.
function areaOf({ parent, rect }: MeasuredList): number {
  return parent === undefined ? Number.POSITIVE_INFINITY : rect.width * rect.height;
}

function placeIn(
  { parent, slot, rect, items }: MeasuredList,
  point: Point,
  dragged: readonly string[],
): DropTarget {
  const others = items.filter(({ id }) => !dragged.includes(id));
  const common = { kind: 'target', parent, slot, list: rect } as const;
  if (others.length === 0) return { ...common, index: 0, line: across(rect, rect.y + rect.height / 2) };
  const rects = others.map((item) => item.rect);
  const rows = rowsOf(rects);
  const row = nearestRow(rows, point);
  const isRow = rows.length < rects.length;
  if (!isRow) {
    const index = rects.findIndex((each) => point.y < each.y + each.height / 2);
    const at = index === -1 ? rects.length : index;
    return { ...common, index: at, line: across(rect, betweenY(rects[at - 1], rects[at])) };
  }
  const inRow = row.findIndex((each) => point.x < each.x + each.width / 2);
  const at = inRow === -1 ? row.length : inRow;
  const before = row[at - 1];
  const after = row[at];
  const index = after ? rects.indexOf(after) : rects.indexOf(before!) + 1;
  const top = Math.min(...row.map(({ y }) => y));
  const bottom = Math.max(...row.map(({ y, height }) => y + height));
  return {
    ...common,
    index,
    line: { x: betweenX(before, after) - LINE / 2, y: top, width: LINE, height: bottom - top },
  };
}

/** Items that stand beside each other, in the order of the page. */
function rowsOf(rects: readonly CanvasRect[]): CanvasRect[][] {
  const rows: CanvasRect[][] = [];
  for (const rect of rects) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const overlap = last && Math.min(last.y + last.height, rect.y + rect.height) - Math.max(last.y, rect.y);
    const isBeside =
      last && overlap !== undefined && overlap > Math.min(last.height, rect.height) / 2 && rect.x >= last.x;
    if (row && isBeside) row.push(rect);
    else rows.push([rect]);
  }
  return rows;
}

function nearestRow(rows: readonly CanvasRect[][], { y }: Point): CanvasRect[] {
  const distance = (row: readonly CanvasRect[]) => {
    const top = Math.min(...row.map((rect) => rect.y));
    const bottom = Math.max(...row.map((rect) => rect.y + rect.height));
    return y < top ? top - y : y > bottom ? y - bottom : 0;
  };
  return rows.reduce((best, row) => (distance(row) < distance(best) ? row : best));
}

function betweenY(before: CanvasRect | undefined, after: CanvasRect | undefined): number {
  if (before && after) return (before.y + before.height + after.y) / 2;
  return before ? before.y + before.height : after!.y;
}

function betweenX(before: CanvasRect | undefined, after: CanvasRect | undefined): number {
  if (before && after) return (before.x + before.width + after.x) / 2;
  return before ? before.x + before.width : after!.x;
}

function across({ x, width }: CanvasRect, y: number): CanvasRect {
  return { x, y: y - LINE / 2, width, height: LINE };
}

// An empty list is easily hit; one with something in it leaves its edges to what is around it.
function shrunk({ rect, items }: MeasuredList): CanvasRect {
  if (items.length === 0) return rect;
  const edge = Math.min(EDGE, rect.height / 4);
  return { x: rect.x, y: rect.y + edge, width: rect.width, height: rect.height - 2 * edge };
}

function contains(rect: CanvasRect, { x, y }: Point): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}
