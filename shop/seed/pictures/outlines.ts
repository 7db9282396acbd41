import { n } from './sheet.ts';

/** A box with rounded corners, as a path. */
export function roundBox(x: number, y: number, w: number, h: number, r: number): string {
  return `M${n(x + r)} ${n(y)}h${n(w - 2 * r)}q${n(r)} 0 ${n(r)} ${n(r)}v${n(h - 2 * r)}q0 ${n(r)} ${n(-r)} ${n(r)}h${n(2 * r - w)}q${n(-r)} 0 ${n(-r)} ${n(-r)}v${n(2 * r - h)}q0 ${n(-r)} ${n(r)} ${n(-r)}Z`;
}

export type Point = readonly [x: number, y: number];

/** A closed outline through points, written relative and short. */
export function polygon(points: readonly Point[], digits = 1): string {
  const unit = 10 ** digits;
  let [px, py] = [0, 0];
  const steps = points.map(([x, y], index) => {
    const [ax, ay] = [Math.round(x * unit), Math.round(y * unit)];
    const [dx, dy] = [ax - px, ay - py];
    [px, py] = [ax, ay];
    const second = n(dy / unit, digits);
    return `${index ? 'l' : 'M'}${n(dx / unit, digits)}${second.startsWith('-') ? '' : ' '}${second}`;
  });
  return `${steps.join('')}Z`;
}
