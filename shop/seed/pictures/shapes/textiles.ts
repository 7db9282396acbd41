import { hangFolds, twill, weave, wool } from '../cloth.ts';
import { deepen, lift, mix } from '../colour.ts';
import type { Draw, Look } from '../drawing.ts';
import { roundBox } from '../outlines.ts';
import { blur, box, inside, line, linear, n, type Sheet, shape, tile } from '../sheet.ts';

/** A wool blanket folded in four, fringe to the front. */
export const blanket: Draw = (sheet, look) => {
  const layers = [0, 1, 2, 3]
    .map((i) => fold(sheet, look, -345 + (i % 2) * 8, -100 - i * 92, 690 - (i % 2) * 16, 100))
    .join('');
  const fringe = Array.from({ length: 46 }, (_, i) => {
    const x = -330 + i * 14.6;
    return `M${n(x)} -8q${i % 3 ? 3 : -3} 22 ${i % 2 ? 2 : -4} ${40 + ((i * 7) % 11)}`;
  }).join('');
  const art =
    line(fringe, deepen(look.colour, 0.3), 6) +
    line(fringe, lift(look.accent ?? look.colour, 0.2), 3.4, 'transform="translate(-2 -2)"') +
    layers +
    band(sheet, look);
  return { art, width: 690, height: 470, foot: 690, rests: 'standing' };
};

/** The same blanket thrown over: long drape with stripes and fringe, seen from the front. */
export const throwBlanket: Draw = (sheet, look) => {
  const outline =
    'M-320 -560Q0 -590 320 -560Q332 -200 344 60Q352 300 336 540Q160 566 0 548Q-170 566 -338 540Q-350 240 -340 0Q-330 -300 -320 -560Z';
  const stripe = look.accent ?? lift(look.colour, 0.55);
  const bands = [330, 380, 462]
    .map(
      (y, i) =>
        `M-360 ${y}Q0 ${y + 16} 360 ${y}v${i === 2 ? 16 : 30}Q0 ${y + 46} -360 ${y + (i === 2 ? 16 : 30)}Z`,
    )
    .join('');
  const tops = [-470, -430]
    .map((y) => `M-360 ${y}Q0 ${y - 12} 360 ${y}v14Q0 ${y + 2} -360 ${y + 14}Z`)
    .join('');
  const fringe = Array.from(
    { length: 40 },
    (_, i) => `M${n(-328 + i * 16.8)} 540q${i % 2 ? 5 : -4} 34 ${i % 3 ? -2 : 4} ${62 + ((i * 5) % 13)}`,
  ).join('');
  const art =
    line(fringe, deepen(look.colour, 0.2), 6) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(bands + tops, stripe, 'opacity=".9"') +
        shape(outline, wool(sheet, look.colour), 'opacity=".55"') +
        drape(sheet, look, 600),
    );
  return { art, width: 690, height: 1200, rests: 'lying' };
};

/** A plump cushion with a flat seam. */
export const cushion: Draw = (sheet, look) => {
  const wide = look.size && look.size !== 1 ? 1.24 : 1;
  const outline = scaleX(
    'M-350 -330Q-200 -306 0 -318Q200 -306 350 -330Q326 -180 334 0Q326 180 350 334Q180 308 0 318Q-190 308 -350 334Q-326 170 -334 0Q-326 -180 -350 -330Z',
    wide,
  );
  const stripes = look.accent
    ? Array.from(
        { length: 9 },
        (_, i) =>
          `M${n((-300 + i * 75) * wide)} -350Q${n((-316 + i * 79) * wide)} 0 ${n((-300 + i * 75) * wide)} 350h${i % 3 === 1 ? 34 : 14}Q${n((-296 + i * 79) * wide)} 0 ${n((-286 + i * 75) * wide)} -350Z`,
      ).join('')
    : '';
  const art = inside(
    sheet,
    outline,
    shape(outline, look.colour) +
      (stripes ? shape(stripes, look.accent!, 'opacity=".85"') : '') +
      shape(outline, weave(sheet, look.colour), 'opacity=".5"') +
      shape(
        'M-360 -340L360 -340L340 -250Q0 -150 -340 -250Z',
        lift(look.colour, 0.7),
        `opacity=".4" filter="${blur(sheet, 50)}"`,
      ) +
      shape(
        'M-360 360L360 360L360 -340L270 -220Q220 160 -340 230Z',
        deepen(look.colour, 0.75),
        `opacity=".42" filter="${blur(sheet, 60)}"`,
      ) +
      shape(
        'M-250 -200Q-60 -270 60 -170Q-40 40 -220 60Z',
        lift(look.colour, 0.8),
        `opacity=".38" filter="${blur(sheet, 70)}"`,
      ) +
      line(
        'M-330 -310Q-270 -250 -240 -180M330 -310Q280 -250 262 -190M-330 310Q-280 250 -262 190M330 310Q270 256 244 196',
        deepen(look.colour, 0.6),
        14,
        `opacity=".4" filter="${blur(sheet, 12)}"`,
      ),
  );
  return {
    art: art + line(outline, deepen(look.colour, 0.3), 5, 'opacity=".5"'),
    width: 700 * wide,
    height: 668,
    rests: 'lying',
  };
};

/** Waffle towels in a folded stack. */
export const towels: Draw = (sheet, look) => {
  const art = [0, 1, 2]
    .map((i) =>
      fold(
        sheet,
        { ...look, colour: [look.colour, mix(look.colour, '#efe8da', 0.45), deepen(look.colour, 0.12)][i]! },
        -320 + i * 14,
        -150 - i * 140,
        640 - i * 28,
        150,
        true,
      ),
    )
    .join('');
  return { art, width: 640, height: 440, foot: 640, rests: 'standing' };
};

/** A striped linen tea towel hanging from its loop. */
export const teaTowel: Draw = (sheet, look) => {
  const outline =
    'M-30 0Q-60 40 -230 92Q-236 420 -252 800Q-120 826 0 808Q130 826 252 800Q240 420 232 92Q60 40 30 0Z';
  const stripe = look.accent ?? '#efe8da';
  const bands = [640, 676, 730]
    .map(
      (y, i) =>
        `M-270 ${y}Q0 ${y + 18} 270 ${y}v${[20, 36, 12][i]}Q0 ${y + 18 + [20, 36, 12][i]!} -270 ${y + [20, 36, 12][i]!}Z`,
    )
    .join('');
  const sides = 'M-214 80L-230 820M-196 80L-208 820M214 80L230 820M196 80L208 820';
  const art =
    line('M0 8Q-26 -44 0 -52Q26 -44 0 8', '#b99a78', 9) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(bands, stripe) +
        line(sides, stripe, 6) +
        shape(outline, weave(sheet, look.colour), 'opacity=".45"') +
        hangFolds(sheet, look, 830),
    );
  return { art, width: 504, height: 860, rests: 'hanging' };
};

/** A bib apron with leather straps. */
export const apron: Draw = (sheet, look) => {
  const outline =
    'M-132 100Q0 124 132 100Q150 260 300 340Q316 640 308 930Q150 954 0 940Q-150 954 -308 930Q-316 640 -300 340Q-150 260 -132 100Z';
  const leather = '#8a5a34';
  const art =
    line('M-120 106C-110 -40 -60 -70 0 -72C60 -70 110 -40 120 106', deepen(leather, 0.3), 20) +
    line('M-122 104C-112 -42 -62 -74 -2 -76C58 -74 108 -42 118 104', leather, 13) +
    line('M-300 350Q-400 420 -390 600M300 350Q396 430 372 560', leather, 13) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(outline, twill(sheet, look.colour), 'opacity=".6"') +
        hangFolds(sheet, look, 960, 1.25),
    ) +
    line('M-122 116Q0 138 122 116', lift(look.colour, 0.5), 3, 'stroke-dasharray="12 9" opacity=".8"') +
    shape(
      roundBox(-170, 520, 340, 230, 18),
      linear(sheet, [
        [0, lift(look.colour, 0.1)],
        [1, deepen(look.colour, 0.1)],
      ]),
    ) +
    line(
      'M-170 526h340M-160 536v206q4 6 10 6h300q6 0 10 -6v-206M0 530v214',
      lift(look.colour, 0.5),
      3,
      'stroke-dasharray="12 9" opacity=".7"',
    ) +
    line('M-170 754h340', deepen(look.colour, 0.7), 10, `opacity=".4" filter="${blur(sheet, 8)}"`) +
    [-120, 120]
      .map(
        (x) =>
          `${box(x - 16, 96, 32, 44, leather, 'rx="5"')}<circle cx="${x}" cy="118" r="7" fill="#d9b25f"/>`,
      )
      .join('');
  return { art, width: 640, height: 1020, rests: 'hanging' };
};

/** A long table cloth folded to a soft rectangle with a hem stitch. */
export const tableCloth: Draw = (sheet, look) => {
  const art = [0, 1, 2, 3, 4]
    .map((i) => fold(sheet, look, -350 + (i % 2) * 6, -62 - i * 58, 700 - (i % 2) * 12, 64))
    .join('');
  const ribbon =
    box(
      -60,
      -298,
      54,
      296,
      linear(sheet, [
        [0, '#d8c6a2'],
        [0.5, '#f0e4c9'],
        [1, '#cdb88f'],
      ]),
    ) + line('M-58 -2v-296M-8 -2v-296', '#a8916a', 2, 'opacity=".5"');
  return { art: art + ribbon, width: 700, height: 310, foot: 700, rests: 'standing' };
};

function fold(sheet: Sheet, look: Look, x: number, y: number, w: number, h: number, waffle = false): string {
  const d = `M${n(x + h * 0.5)} ${n(y)}H${n(x + w - 12)}Q${n(x + w + 4)} ${n(y + h * 0.06)} ${n(x + w)} ${n(y + h * 0.3)}L${n(x + w)} ${n(y + h * 0.92)}Q${n(x + w)} ${n(y + h)} ${n(x + w - 10)} ${n(y + h)}H${n(x + h * 0.5)}A${n(h * 0.5)} ${n(h * 0.5)} 0 0 1 ${n(x + h * 0.5)} ${n(y)}Z`;
  const texture = waffle
    ? tile(
        sheet,
        20,
        20,
        `<path d="M0 0h20v20h-20Z" fill="${deepen(look.colour, 0.1)}"/><path d="M3 3h14v14h-14Z" fill="${look.colour}"/><path d="M3 3h14v4h-14Z" fill="${lift(look.colour, 0.3)}"/>`,
      )
    : wool(sheet, look.colour);
  return inside(
    sheet,
    d,
    shape(d, look.colour) +
      shape(d, texture, `opacity="${waffle ? 0.8 : 0.5}"`) +
      shape(
        d,
        linear(
          sheet,
          [
            [0, lift(look.colour, 0.6), 0.55],
            [0.35, look.colour, 0],
            [0.7, deepen(look.colour, 0.5), 0.25],
            [1, deepen(look.colour, 0.85), 0.75],
          ],
          [0, 0, 0, 1],
        ),
      ) +
      shape(
        d,
        linear(sheet, [
          [0, deepen(look.colour, 0.6), 0.4],
          [0.12, lift(look.colour, 0.5), 0.25],
          [0.5, look.colour, 0],
          [1, deepen(look.colour, 0.7), 0.45],
        ]),
      ),
  );
}

function band(sheet: Sheet, look: Look): string {
  const stripe = look.accent ?? lift(look.colour, 0.5);
  return (
    [0, 1, 2, 3]
      .map((i) =>
        [420, 470, 500]
          .map((x, k) => box(x - 345, -98 - i * 92, k === 0 ? 30 : 10, 94, stripe, 'opacity=".55"'))
          .join(''),
      )
      .join('') +
    box(
      75,
      -376,
      130,
      376,
      linear(sheet, [
        [0, deepen(look.colour, 0.3), 0],
        [1, deepen(look.colour, 0.3), 0.12],
      ]),
    )
  );
}

function drape(sheet: Sheet, look: Look, half: number): string {
  const soft = blur(sheet, 30);
  return (
    line(
      `M-230 -${half}Q-250 0 -240 ${half}M-40 -${half}Q-20 0 -60 ${half}M170 -${half}Q150 0 190 ${half}M330 -${half}V${half}`,
      deepen(look.colour, 0.75),
      52,
      `opacity=".26" filter="${soft}"`,
    ) +
    line(
      `M-300 -${half}Q-310 0 -300 ${half}M-130 -${half}Q-150 0 -150 ${half}M60 -${half}Q60 0 50 ${half}`,
      lift(look.colour, 0.75),
      46,
      `opacity=".3" filter="${soft}"`,
    )
  );
}

function scaleX(d: string, by: number): string {
  if (by === 1) return d;
  let index = 0;
  return d.replace(/-?\d+(\.\d+)?/g, (value) => (index++ % 2 ? value : n(Number(value) * by)));
}
