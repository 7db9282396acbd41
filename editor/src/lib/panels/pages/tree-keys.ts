import type { PageRow, Step } from './page-rows.ts';

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The step a line makes with Alt and an arrow. */
export function stepOfKey({ key, altKey, ctrlKey, metaKey }: Key): Step | undefined {
  return altKey && !ctrlKey && !metaKey ? steps[key] : undefined;
}

/** The line the focus goes to; `undefined` when the key means something else there. */
export function rowToFocus(rows: readonly PageRow[], row: PageRow, { key }: Key): string | undefined {
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return (rows[at + 1] ?? row).document.id;
    case 'ArrowUp':
      return (rows[at - 1] ?? row).document.id;
    case 'Home':
      return rows[0]?.document.id;
    case 'End':
      return rows.at(-1)?.document.id;
    case 'ArrowRight':
      return row.children > 0 && !row.isFolded ? rows[at + 1]?.document.id : undefined;
    case 'ArrowLeft':
      return row.children === 0 || row.isFolded ? row.parent : undefined;
    default:
      return undefined;
  }
}
