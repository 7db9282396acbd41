import type { Editor } from '../../app/editor.ts';

/** Pixels of a line. */
export const ROW = 30;
/** Pixels a line stands further in than the one it belongs to. */
export const INDENT = 14;

/** A line of the outline. */
export type OutlineRow =
  | { readonly kind: 'instance'; readonly id: string; readonly depth: number; readonly hasChildren: boolean }
  /** Said where a module has several slots, or one that is empty, and for the open parts of a fragment. */
  | {
      readonly kind: 'slot';
      readonly parent: string;
      readonly slot: string;
      readonly label: string;
      readonly depth: number;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'lost'; readonly depth: 0 };

/** The lines that can be seen: everything but what is in folded modules. With words, only what matches and what is around it. */
export function outlineRows(
  editor: Editor,
  folded: ReadonlySet<string>,
  words: string,
): readonly OutlineRow[] {
  const { page } = editor;
  const wanted = words.trim().toLocaleLowerCase();
  const rows = page.children(undefined).flatMap((id) => rowsOf(id, 0));
  const lost = page.lost();
  if (lost.length === 0) return rows;
  return [...rows, { kind: 'lost', depth: 0 }, ...lost.flatMap((id) => rowsOf(id, 1))];

  function rowsOf(id: string, depth: number): OutlineRow[] {
    const names = editor.slotsOf(id);
    const slots = Object.keys(names);
    // Whose parts are open is to be seen: all else of a fragment is not on this page.
    const isFragment = editor.page.node(id)?.type === 'fragment';
    const inner = slots.flatMap((slot): OutlineRow[] => {
      const children = page.children(id, slot);
      const isSaid = isFragment || slots.length > 1 || children.length === 0;
      const label = names[slot]?.label ?? slot;
      const below = children.flatMap((child) => rowsOf(child, depth + (isSaid ? 2 : 1)));
      if (wanted !== '' && below.length === 0) return [];
      const head: OutlineRow[] = isSaid
        ? [{ kind: 'slot', parent: id, slot, label, depth: depth + 1, isEmpty: children.length === 0 }]
        : [];
      return [...head, ...below];
    });
    const isMatch = wanted === '' || editor.nameOf(id).toLocaleLowerCase().includes(wanted);
    if (!isMatch && inner.length === 0) return [];
    const row: OutlineRow = { kind: 'instance', id, depth, hasChildren: slots.length > 0 };
    return folded.has(id) && wanted === '' ? [row] : [row, ...inner];
  }
}
