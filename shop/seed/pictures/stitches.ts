import { deepen, type Hex, lift } from './colour.ts';
import { type Sheet, tile } from './sheet.ts';

/** Plain knitting: columns of small Vs. `gauge` is the width of one. */
export function stocking(sheet: Sheet, colour: Hex, gauge = 17): string {
  const g = gauge;
  return tile(
    sheet,
    g,
    g * 0.8,
    `<path d="M${g * 0.08} ${g * 0.1}L${g * 0.5} ${g * 0.66}L${g * 0.92} ${g * 0.1}" fill="none" stroke="${lift(colour, 0.35)}" stroke-width="${g * 0.26}" stroke-linecap="round"/><path d="M0 0v${g * 0.8}M${g * 0.5} ${g * 0.72}v${g * 0.1}" stroke="${deepen(colour, 0.45)}" stroke-width="${g * 0.12}"/>`,
  );
}

/** Ribbing: soft ridges. */
export function rib(sheet: Sheet, colour: Hex, gauge = 20, turn = 0): string {
  return tile(
    sheet,
    gauge,
    gauge,
    `<rect width="${gauge}" height="${gauge}" fill="${colour}"/><rect width="${gauge * 0.34}" height="${gauge}" fill="${deepen(colour, 0.34)}"/><rect x="${gauge * 0.55}" width="${gauge * 0.22}" height="${gauge}" fill="${lift(colour, 0.32)}"/>`,
    turn,
  );
}

/** A fisherman's pattern: cables between columns of moss stitch. */
export function cables(sheet: Sheet, colour: Hex): string {
  const dark = deepen(colour, 0.42);
  const light = lift(colour, 0.38);
  return tile(
    sheet,
    110,
    92,
    `<path d="M22 0C22 26 58 22 58 46C58 70 22 66 22 92M58 0C58 20 50 24 44 28M36 38C28 42 22 46 22 50M22 46C22 70 58 66 58 92" fill="none" stroke="${dark}" stroke-width="21" stroke-linecap="round"/>` +
      `<path d="M22 0C22 26 58 22 58 46C58 70 22 66 22 92M22 46C22 70 58 66 58 92M58 0C58 20 50 24 46 27" fill="none" stroke="${light}" stroke-width="13" stroke-linecap="round"/>` +
      `<path d="M82 8h.1M98 8h.1M82 54h.1M98 54h.1M90 31h.1M74 31h.1M106 31h.1M90 77h.1M74 77h.1M106 77h.1" stroke="${light}" stroke-width="11" stroke-linecap="round"/><path d="M4 0v92M74 0v92" stroke="${dark}" stroke-width="5" opacity=".6"/>`,
  );
}
