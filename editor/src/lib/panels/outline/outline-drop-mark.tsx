import { useStore } from '../../app/store.ts';
import { useDrag } from '../../canvas-view/drag-context.tsx';
import css from './outline.module.css';
import { INDENT, type OutlineRow, ROW } from './outline-rows.ts';

/** Where what is dragged would go: a line between two rows, and the module it would stand in. */
export function OutlineDropMark({ rows }: { rows: readonly OutlineRow[] }) {
  const drop = useStore(useDrag().state, (state) => state.drop);
  if (!drop || !('gap' in drop)) return null;
  const around = drop.kind === 'target' ? rows.findLastIndex((row) => isRowOf(row, drop)) : -1;
  return (
    <>
      {around !== -1 && <div className={css.into} style={{ top: around * ROW }} />}
      <div
        className={css.dropLine}
        data-refused={drop.kind === 'refused' || undefined}
        style={{ top: drop.gap * ROW - 1, left: 8 + drop.depth * INDENT + 6 }}
      />
    </>
  );
}

function isRowOf(
  row: OutlineRow,
  { parent, slot }: { readonly parent: string | undefined; readonly slot: string | undefined },
): boolean {
  if (row.kind === 'slot') return row.parent === parent && row.slot === slot;
  return row.kind === 'instance' && row.id === parent;
}
