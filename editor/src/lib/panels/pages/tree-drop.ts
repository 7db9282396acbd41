import type { TreePlace } from '../../app/document-order.ts';
import type { PageRow } from './page-rows.ts';

export interface TreeDrop {
  readonly place: TreePlace;
  /** The line is drawn above this row; the number of rows = below the last. */
  readonly gap: number;
  readonly depth: number;
}

/**
 * Where a line that is dragged would stand: between the rows next to the pointer, as deep as the pointer is far to the right, as far
 * as these rows let it. `undefined` = where it is.
 */
export function treeDrop(
  rows: readonly PageRow[],
  { moving, gap, depth }: { readonly moving: string; readonly gap: number; readonly depth: number },
): TreeDrop | undefined {
  const own = ownRows(rows, moving);
  if (!own) return undefined;
  const { from, to } = own;
  // Inside of what is dragged is where it is.
  const at = gap > from && gap < to ? from : Math.max(0, Math.min(gap, rows.length));
  const before = rows.slice(0, at).findLast((_, index) => index < from || index >= to);
  const after = rows.slice(at).find((_, index) => index + at < from || index + at >= to);
  const deepest = before ? before.depth + 1 : 0;
  const wanted = Math.max(after?.depth ?? 0, Math.min(depth, deepest));
  const place = placeAfter(rows, before, wanted, rows[from]!);
  const row = rows[from]!;
  if (place.parent === row.parent && place.index === row.index) return undefined;
  return { place, gap: at, depth: wanted };
}

function placeAfter(
  rows: readonly PageRow[],
  before: PageRow | undefined,
  depth: number,
  moving: PageRow,
): TreePlace {
  if (!before) return { index: 0 };
  if (depth > before.depth) {
    const own = moving.parent === before.document.id ? 1 : 0;
    return { parent: before.document.id, index: before.isFolded ? before.children - own : 0 };
  }
  const sibling = aroundAt(rows, before, depth);
  const { parent, index } = sibling;
  const isPast = moving.parent === parent && moving.index < index;
  return { ...(parent !== undefined && { parent }), index: index + 1 - (isPast ? 1 : 0) };
}

/** The row itself, or the one around it, that stands at a depth. */
function aroundAt(rows: readonly PageRow[], row: PageRow, depth: number): PageRow {
  let at = row;
  while (at.depth > depth) {
    const around = rows.find(({ document }) => document.id === at.parent);
    if (!around) return at;
    at = around;
  }
  return at;
}

/** The rows of a document and of all that is shown below it, from and up to. */
function ownRows(rows: readonly PageRow[], id: string): { from: number; to: number } | undefined {
  const from = rows.findIndex(({ document }) => document.id === id);
  if (from === -1) return undefined;
  const end = rows.findIndex((row, index) => index > from && row.depth <= rows[from]!.depth);
  return { from, to: end === -1 ? rows.length : end };
}
