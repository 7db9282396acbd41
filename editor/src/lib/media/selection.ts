/** What is selected; the last of `ids` is the one that has the focus. */
export interface Selection {
  readonly ids: readonly string[];
  /** Where a range begins. */
  readonly anchor: string | undefined;
}

export const nothing: Selection = { ids: [], anchor: undefined };

/** How something is selected: alone, besides the others, or with all between it and the anchor. */
export type SelectManner = 'only' | 'toggle' | 'range';

export function selectedAfter(
  before: Selection,
  id: string,
  manner: SelectManner,
  all: readonly string[],
): Selection {
  if (manner === 'toggle') {
    const isTaken = before.ids.includes(id);
    const rest = before.ids.filter((each) => each !== id);
    return { ids: isTaken ? rest : [...rest, id], anchor: id };
  }
  const from = before.anchor === undefined ? -1 : all.indexOf(before.anchor);
  const to = all.indexOf(id);
  if (manner === 'only' || from < 0 || to < 0) return { ids: [id], anchor: id };
  const between = all.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: [...between.filter((each) => each !== id), id], anchor: before.anchor };
}

export function mannerOf(event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): SelectManner {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}
