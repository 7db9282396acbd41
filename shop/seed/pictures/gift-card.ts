import { studio } from './backdrop.ts';
import { emblem } from './logo.ts';
import { ground } from './palette.ts';
import { createSheet, line } from './sheet.ts';

/** A card with the shop's mark, tied with a cord, lying on paper; 1200 × 1500. */
export function giftCardPicture(): string {
  const sheet = createSheet(1200, 1500);
  const shadow = '<rect x="-396" y="-236" width="800" height="504" rx="34" fill="#1d2526" opacity="0.16"/>';
  const paper = `<rect x="-400" y="-252" width="800" height="504" rx="34" fill="${ground.sea}"/>`;
  const cord =
    line('M-400 -120H400M-212 -252V252', '#f1c77a', 13) +
    line('M-212 -120C-330 -250 -370 -160 -212 -120C-70 -260 -40 -160 -212 -120', '#f1c77a', 13) +
    line('M-212 -120C-262 -30 -300 -10 -318 36M-212 -120C-170 -40 -140 -20 -112 32', '#f1c77a', 13);
  const card = shadow + paper + cord + emblem(196, 62, 118);
  return sheet.finish(
    studio(sheet, ground.paper, 1.5) + `<g transform="translate(600 750) rotate(-8)">${card}</g>`,
  );
}
