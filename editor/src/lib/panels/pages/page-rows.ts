import type { DocumentFacts } from '../../app/backend.ts';
import { type TreePlace, treeOf } from '../../app/document-order.ts';

/** A line of the tree of documents. */
export interface PageRow {
  readonly document: DocumentFacts;
  readonly depth: number;
  /** The document it is shown below. */
  readonly parent: string | undefined;
  /** Among its siblings, and how many these are. */
  readonly index: number;
  readonly siblings: number;
  readonly children: number;
  readonly isFolded: boolean;
}

/** The lines of a kind that can be seen. With words, only what matches and what is around it, nothing folded. */
export function pageRows(
  list: readonly DocumentFacts[],
  kind: DocumentFacts['kind'],
  { folded, words }: { readonly folded: ReadonlySet<string>; readonly words: string },
): readonly PageRow[] {
  const tree = treeOf(list, kind);
  const wanted = words.trim().toLocaleLowerCase();

  function rowsBelow(parent: string, depth: number): readonly PageRow[] {
    const all = tree.get(parent) ?? [];
    return all.flatMap((document, index): readonly PageRow[] => {
      const children = tree.get(document.id)?.length ?? 0;
      const isFolded = wanted === '' && folded.has(document.id);
      const below = isFolded ? [] : rowsBelow(document.id, depth + 1);
      if (wanted !== '' && below.length === 0 && !isFound(document, wanted)) return [];
      const row = {
        document,
        depth,
        parent: parent === '' ? undefined : parent,
        index,
        siblings: all.length,
        children,
        isFolded,
      };
      return [row, ...below];
    });
  }
  return rowsBelow('', 0);
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a step with the keys would bring a line; why nowhere, in words. */
export function stepFrom(
  rows: readonly PageRow[],
  row: PageRow,
  step: Step,
): { readonly place: TreePlace } | { readonly refused: string } {
  const { parent, index, siblings } = row;
  const at = (to: TreePlace) => ({ place: to });
  const below = parent === undefined ? {} : { parent };
  if (step === 'up')
    return index > 0 ? at({ ...below, index: index - 1 }) : refuse('It is the first already.');
  if (step === 'down')
    return index < siblings - 1 ? at({ ...below, index: index + 1 }) : refuse('It is the last already.');
  if (step === 'in') {
    const before = rows.find((each) => each.parent === parent && each.index === index - 1);
    return before
      ? at({ parent: before.document.id, index: before.children })
      : refuse('There is no page above it that it could stand below.');
  }
  const around = rows.find(({ document }) => document.id === parent);
  if (!around) return refuse('It stands below no other page.');
  return at({ ...(around.parent !== undefined && { parent: around.parent }), index: around.index + 1 });
}

function refuse(refused: string) {
  return { refused };
}

function isFound({ name, id, paths }: DocumentFacts, words: string): boolean {
  return `${name} ${id} ${Object.values(paths).join(' ')}`.toLocaleLowerCase().includes(words);
}
