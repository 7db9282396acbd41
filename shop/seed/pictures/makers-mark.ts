import { line, n } from './sheet.ts';

/** The maker's mark: two waves. */
export function makersMark(x: number, y: number, colour: string): string {
  return line(
    `M${n(x - 60)} ${n(y)}q20 -30 40 0t40 0t40 0M${n(x - 60)} ${n(y + 22)}q20 -30 40 0t40 0t40 0`,
    colour,
    7,
    'opacity=".85"',
  );
}
