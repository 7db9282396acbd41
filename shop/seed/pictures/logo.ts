import { ground } from './palette.ts';
import { createSheet, line, oval, shape } from './sheet.ts';

// Letters as single strokes on a grid: x-height 100, base line at 0.
const letters = [
  { d: 'M92 -50A42 42 0 1 1 8 -50A42 42 0 1 1 92 -50', width: 116 },
  { d: 'M66 -78C56 -98 12 -98 12 -72C12 -44 68 -56 68 -27C68 0 18 2 6 -22', width: 94 },
  { d: 'M22 -128V-32Q22 -4 54 -8M0 -92H54', width: 76 },
  { d: 'M8 -4V-92M8 -58Q16 -94 54 -92', width: 74 },
  { d: 'M92 -50A42 42 0 1 1 8 -50A42 42 0 1 1 92 -50M92 -92V-4', width: 122 },
  { d: 'M8 -4V-92M8 -52Q8 -92 44 -92Q80 -92 80 -52V-4', width: 108 },
  { d: 'M92 -50A42 42 0 1 1 8 -50A42 42 0 1 1 92 -50M92 -142V-4', width: 110 },
] as const;

/** The name, drawn; on a clear ground. */
export function wordmark(): string {
  const sheet = createSheet(720, 200);
  let x = 8;
  const art = letters.map(({ d, width }) => {
    const placed = `<g transform="translate(${x} 162)">${line(d, ground.sea, 15)}</g>`;
    x += width;
    return placed;
  });
  return sheet.finish(art.join(''));
}

/** Sun over two waves in a ring. */
export function mark(): string {
  const sheet = createSheet(512, 512);
  return sheet.finish(emblem(256, 256, 232));
}

/** The mark for small sizes: no ring, thicker waves. */
export function icon(): string {
  const sheet = createSheet(64, 64);
  return sheet.finish(
    `<rect width="64" height="64" rx="15" fill="${ground.sea}"/>` +
      shape('M20 31a12 12 0 0 1 24 0Z', '#f1c77a') +
      line(
        'M9 40q7.700 -8 15.300 0t15.300 0t15.300 0M9 51q7.700 -8 15.300 0t15.300 0t15.300 0',
        '#f1eadd',
        5,
      ),
  );
}

/** Sun over two waves in a ring, around a point. */
export function emblem(cx: number, cy: number, r: number): string {
  const x = (value: number) => cx + value * r;
  const y = (value: number) => cy + value * r;
  const wave = (at: number) =>
    `M${x(-0.62)} ${y(at)}q${r * 0.155} ${-r * 0.2} ${r * 0.31} 0t${r * 0.31} 0t${r * 0.31} 0t${r * 0.31} 0`;
  return (
    oval(cx, cy, r, r, ground.sea) +
    oval(cx, cy, r * 0.93, r * 0.93, 'none', `stroke="#f1eadd" stroke-width="${r * 0.022}"`) +
    shape(`M${x(-0.34)} ${y(0.02)}a${r * 0.34} ${r * 0.34} 0 0 1 ${r * 0.68} 0Z`, '#f1c77a') +
    line(`${wave(0.24)}${wave(0.5)}`, '#f1eadd', r * 0.075)
  );
}
