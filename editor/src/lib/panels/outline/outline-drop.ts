import type { RowDrop } from '../../canvas-view/drag.ts';
import type { Fit } from '../../document/slot-rules.ts';
import type { OutlineRow } from './outline-rows.ts';

/** What must be known of a page besides its rows. */
export interface OutlinePage {
  readonly node: (id: string) => { readonly parent?: string; readonly slot?: string } | undefined;
  readonly children: (parent: string | undefined, slot?: string) => readonly string[];
  readonly slots: (id: string) => readonly string[];
  readonly fits: (parent: string | undefined, slot: string | undefined) => Fit;
}

type KnownPage = OutlinePage & { readonly depths: ReadonlyMap<string, number> };

interface Candidate {
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  /** Stands after this one; `undefined` = first. */
  readonly after: string | undefined;
  readonly depth: number;
}

/**
 * Where something goes that is dropped between two rows: as deep as the pointer is far to the right, as far as these rows let it; where
 * that does not take it, further out. `undefined` = these rows are no places.
 */
export function outlineDrop(
  rows: readonly OutlineRow[],
  wanted: { readonly gap: number; readonly depth: number; readonly moving: readonly string[] },
  page: OutlinePage,
): RowDrop | undefined {
  const { moving, depth } = wanted;
  const isMoving = movingRows(rows, moving);
  const gap = placeable(rows, wanted.gap);
  const before = rows.slice(0, gap).findLast((_, index) => !isMoving[index]);
  const after = rows.slice(gap).find((_, index) => !isMoving[gap + index]);
  const depths = new Map(rows.flatMap((row) => (row.kind === 'instance' ? [[row.id, row.depth]] : [])));
  const candidates = candidatesBetween(before, after, { ...page, depths });
  const away = (each: Candidate) => Math.abs(each.depth - depth);
  const nearest = candidates.toSorted((one, other) => away(one) - away(other))[0];
  if (!nearest) return undefined;
  let refusal: string | undefined;
  // From the wanted one outwards, as on the canvas.
  const outwards = candidates.filter((each) => each.depth <= nearest.depth);
  for (const candidate of outwards.toSorted((one, other) => other.depth - one.depth)) {
    const fit = page.fits(candidate.parent, candidate.slot);
    if (fit.kind === 'refused') {
      refusal ??= fit.reason;
      continue;
    }
    const { parent, slot, after: sibling } = candidate;
    const others = page.children(parent, slot).filter((id) => !moving.includes(id));
    const index = sibling === undefined ? 0 : others.indexOf(sibling) + 1;
    const target = { kind: 'target', parent, slot, index, gap, depth: candidate.depth } as const;
    return refusal === undefined ? target : { ...target, hint: refusal };
  }
  return { kind: 'refused', reason: refusal ?? 'Nothing can be put here.', gap, depth: nearest.depth };
}

function candidatesBetween(
  before: OutlineRow | undefined,
  after: OutlineRow | undefined,
  page: KnownPage,
): readonly Candidate[] {
  if (!before) return [{ parent: undefined, slot: undefined, after: undefined, depth: 0 }];
  if (before.kind === 'lost') return [];
  const inside: readonly Candidate[] =
    before.kind === 'slot'
      ? [{ parent: before.parent, slot: before.slot, after: undefined, depth: before.depth + 1 }]
      : firstIn(before, after, page);
  const start = before.kind === 'slot' ? before.parent : before.id;
  return [...inside, ...afterEach(start, page)].filter(({ depth }) => depth >= shallowest(after));
}

/** What stands in a module begins below its row; where it is folded, or nothing is in it that is shown, it goes behind what is there. */
function firstIn(
  { id, depth, hasChildren }: Extract<OutlineRow, { kind: 'instance' }>,
  after: OutlineRow | undefined,
  page: OutlinePage,
): readonly Candidate[] {
  if (!hasChildren) return [];
  const slots = page.slots(id);
  const slot = slots.find((each) => page.fits(id, each).kind === 'fits') ?? slots[0];
  if (slot === undefined) return [];
  const isShown = after !== undefined && after.kind !== 'lost' && after.depth > depth;
  const last = isShown ? undefined : page.children(id, slot).at(-1);
  return [{ parent: id, slot, after: last, depth: depth + 1 }];
}

/** Behind an instance, and behind each it stands in. */
function afterEach(id: string, page: KnownPage): readonly Candidate[] {
  const { parent, slot } = page.node(id) ?? {};
  const own: Candidate = { parent, slot, after: id, depth: page.depths.get(id) ?? 0 };
  return parent === undefined ? [own] : [own, ...afterEach(parent, page)];
}

/** What goes before a row stands at its side or deeper. Before the name of a slot stands what is in the slot before it. */
function shallowest(after: OutlineRow | undefined): number {
  if (!after || after.kind === 'lost') return 0;
  return after.kind === 'slot' ? after.depth + 1 : after.depth;
}

/** Not between a module and the name of its first slot, and not among what was lost. */
function placeable(rows: readonly OutlineRow[], gap: number): number {
  const lost = rows.findIndex(({ kind }) => kind === 'lost');
  const within = Math.max(0, Math.min(gap, lost === -1 ? rows.length : lost));
  const [before, after] = [rows[within - 1], rows[within]];
  const isHead = before?.kind === 'instance' && after?.kind === 'slot' && after.parent === before.id;
  return isHead ? within + 1 : within;
}

/** Rows of what is dragged, and of all that is shown in it. */
function movingRows(rows: readonly OutlineRow[], moving: readonly string[]): readonly boolean[] {
  let within: number | undefined;
  return rows.map((row) => {
    if (within !== undefined && row.kind !== 'lost' && row.depth > within) return true;
    within = row.kind === 'instance' && moving.includes(row.id) ? row.depth : undefined;
    return within !== undefined;
  });
}
