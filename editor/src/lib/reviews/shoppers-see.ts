import type { ChangeGroup, ChangeLine } from '../panels/history/change-groups.ts';

/** Without what only those who edit see. */
export function shoppersSee(all: readonly ChangeGroup[]): readonly ChangeGroup[] {
  return all
    .map((group) => ({ ...group, lines: group.lines.filter(({ difference }) => !isName(difference)) }))
    .filter(({ lines }, index) => lines.length > 0 || all[index]!.lines.length === 0);
}

function isName(difference: ChangeLine['difference']): boolean {
  return difference.kind === 'meta' && difference.key === 'name';
}
