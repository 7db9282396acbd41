import { hangFolds, twill } from '../cloth.ts';
import { deepen, lift, mix } from '../colour.ts';
import type { Draw } from '../drawing.ts';
import { makersMark } from '../makers-mark.ts';
import { roundBox } from '../outlines.ts';
import { blur, box, inside, line, linear, n, type Sheet, shape } from '../sheet.ts';
import { type ProfilePoint, turned } from '../turned.ts';

const leather = '#8a5a34';
const brass = '#bf9440';
/** A market tote with long handles. */
export const tote: Draw = (sheet, look) => {
  const outline =
    'M-300 -220Q0 -204 300 -220Q312 120 330 400Q336 440 300 446Q0 468 -300 446Q-336 440 -330 400Q-312 120 -300 -220Z';
  const strap = (d: string, colour: string) =>
    line(d, deepen(colour, 0.35), 36) +
    line(d, colour, 27) +
    line(d, lift(colour, 0.5), 2.5, 'stroke-dasharray="12 9" opacity=".7"');
  const strapColour = look.accent ?? leather;
  const art =
    strap('M-140 -190C-150 -560 150 -560 140 -190', deepen(strapColour, 0.3)) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(outline, twill(sheet, look.colour), 'opacity=".45"') +
        `<g transform="translate(0 -420)">${hangFolds(sheet, look, 880, 1.2)}</g>` +
        line(
          'M330 -220V450M-330 450H330',
          deepen(look.colour, 0.85),
          70,
          `opacity=".4" filter="${blur(sheet, 30)}"`,
        ) +
        line('M-320 -176Q0 -160 320 -176', lift(look.colour, 0.5), 3, 'stroke-dasharray="14 9" opacity=".7"'),
    ) +
    strap('M-150 -90C-170 -520 130 -560 150 -90', strapColour) +
    [-150, 150]
      .map(
        (x) =>
          box(x - 24, -110, 48, 66, strapColour, 'rx="6"') +
          line(`M${x - 15} -100l30 46m0 -46l-30 46`, lift(strapColour, 0.5), 2.5),
      )
      .join('') +
    makersMark(0, 300, lift(look.colour, 0.6));
  return { art, width: 660, height: 1000, base: 450, rests: 'lying' };
};

/** A roll-top backpack with leather straps. */
export const rollTop: Draw = (sheet, look) => {
  const outline =
    'M-268 -330Q-290 -420 -240 -440H240Q290 -420 268 -330Q330 -120 326 330Q322 440 240 446Q0 464 -240 446Q-322 440 -326 330Q-330 -120 -268 -330Z';
  const strap = look.accent ?? leather;
  const soft = blur(sheet, 28);
  const art =
    line('M-70 -440C-70 -520 70 -520 70 -440', deepen(strap, 0.25), 22) +
    shape(
      'M-300 -200Q-380 60 -350 330L-310 330V-180ZM300 -200Q380 60 350 330L310 330V-180Z',
      deepen(look.colour, 0.4),
    ) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(outline, twill(sheet, look.colour), 'opacity=".3"') +
        shape('M-300 -450H300V-368Q0 -350 -300 -368Z', deepen(look.colour, 0.12)) +
        line(
          'M-300 -366Q0 -346 300 -366',
          deepen(look.colour, 0.7),
          16,
          `opacity=".5" filter="${blur(sheet, 7)}"`,
        ) +
        line(
          'M-290 -404Q0 -392 290 -404',
          lift(look.colour, 0.6),
          8,
          `opacity=".5" filter="${blur(sheet, 4)}"`,
        ) +
        line(
          'M330 -330Q350 100 320 450H-320',
          deepen(look.colour, 0.85),
          80,
          `opacity=".45" filter="${soft}"`,
        ) +
        line('M-180 -330Q-220 0 -200 420', lift(look.colour, 0.75), 60, `opacity=".3" filter="${soft}"`) +
        line(
          'M-150 -360Q-110 -260 -130 -130M130 -360Q100 -250 120 -130',
          deepen(look.colour, 0.8),
          22,
          `opacity=".3" filter="${blur(sheet, 12)}"`,
        ),
    ) +
    shape(roundBox(-220, 60, 440, 320, 44), mix(look.colour, lift(look.colour, 0.4), 0.35)) +
    inside(
      sheet,
      roundBox(-220, 60, 440, 320, 44),
      shape('M-220 60H220V150H-220Z', deepen(look.colour, 0.05)) +
        line('M-220 152H220', deepen(look.colour, 0.7), 10, `opacity=".5" filter="${blur(sheet, 5)}"`) +
        line('M230 60V390H-230', deepen(look.colour, 0.8), 40, `opacity=".4" filter="${blur(sheet, 18)}"`),
    ) +
    line(
      'M-206 74H206M-206 74V366M206 74V366',
      lift(look.colour, 0.55),
      2.5,
      'stroke-dasharray="12 9" opacity=".7"',
    ) +
    [-130, 130].map((x) => buckleStrap(sheet, x, -430, 210, strap)).join('') +
    buckleStrap(sheet, 0, 70, 150, strap);
  return { art, width: 700, height: 960, base: 446, rests: 'lying' };
};

/** A zipped day pack with a front pocket. */
export const dayPack: Draw = (sheet, look) => {
  const outline =
    'M-250 -250C-240 -420 -120 -470 0 -470C120 -470 240 -420 250 -250Q300 60 286 360Q280 446 200 450Q0 464 -200 450Q-280 446 -286 360Q-300 60 -250 -250Z';
  const strap = look.accent ?? leather;
  const soft = blur(sheet, 26);
  const pocket =
    'M-206 40Q0 10 206 40Q226 180 220 350Q214 394 170 398Q0 410 -170 398Q-214 394 -220 350Q-226 180 -206 40Z';
  const art =
    line('M-64 -462C-70 -560 70 -560 64 -462', deepen(strap, 0.3), 26) +
    line('M-64 -462C-70 -556 70 -556 64 -462', strap, 17) +
    shape(
      'M-270 -180Q-360 60 -330 340L-280 330ZM270 -180Q360 60 330 340L280 330Z',
      deepen(look.colour, 0.42),
    ) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(outline, twill(sheet, look.colour), 'opacity=".3"') +
        line(
          'M280 -300Q330 60 290 460H-290',
          deepen(look.colour, 0.85),
          80,
          `opacity=".45" filter="${soft}"`,
        ) +
        line('M-150 -420Q-230 -100 -200 420', lift(look.colour, 0.75), 56, `opacity=".32" filter="${soft}"`),
    ) +
    line('M-226 -130C-206 -330 -120 -396 0 -396C120 -396 206 -330 226 -130', deepen(look.colour, 0.5), 16) +
    line(
      'M-226 -130C-206 -330 -120 -396 0 -396C120 -396 206 -330 226 -130',
      brass,
      5,
      'stroke-dasharray="6 5"',
    ) +
    box(212, -136, 20, 54, strap, 'rx="8"') +
    line(
      'M-206 50Q0 20 206 50',
      deepen(look.colour, 0.8),
      14,
      `opacity=".4" filter="${blur(sheet, 6)}" transform="translate(0 -10)"`,
    ) +
    inside(
      sheet,
      pocket,
      shape(pocket, lift(look.colour, 0.08)) +
        line('M230 40V400H-230', deepen(look.colour, 0.8), 44, `opacity=".42" filter="${blur(sheet, 18)}"`) +
        line('M-190 90Q0 62 190 90', deepen(look.colour, 0.5), 14) +
        line('M-190 90Q0 62 190 90', brass, 4, 'stroke-dasharray="6 5"'),
    ) +
    box(-190, 84, 18, 46, strap, 'rx="7"') +
    shape(roundBox(-46, -240, 92, 112, 14), strap) +
    line('M-30 -196h60M-30 -172h60', deepen(strap, 0.6), 12);
  return { art, width: 640, height: 1000, base: 450, rests: 'lying' };
};

/** A weekender with two handles. */
export const weekender: Draw = (sheet, look) => {
  const outline =
    'M-380 -130Q-370 -190 -300 -194H300Q370 -190 380 -130Q440 40 430 200Q424 260 350 264H-350Q-424 260 -430 200Q-440 40 -380 -130Z';
  const strap = look.accent ?? leather;
  const handle = 'M-190 230V-120C-190 -420 190 -420 190 -120V230';
  const soft = blur(sheet, 28);
  const art =
    line('M-180 -160C-170 -390 170 -390 180 -160', deepen(strap, 0.45), 26) +
    inside(
      sheet,
      outline,
      shape(outline, look.colour) +
        shape(outline, twill(sheet, look.colour), 'opacity=".35"') +
        shape('M-450 150Q0 170 450 150V280H-450Z', deepen(strap, 0.05)) +
        line('M-450 156Q0 176 450 156', lift(strap, 0.5), 3, 'stroke-dasharray="12 9" opacity=".7"') +
        line(
          'M430 -200Q450 60 420 280H-420',
          deepen(look.colour, 0.85),
          80,
          `opacity=".42" filter="${soft}"`,
        ) +
        line(
          'M-320 -150Q-380 0 -360 120M-60 -160Q-80 0 -70 130',
          lift(look.colour, 0.75),
          50,
          `opacity=".3" filter="${soft}"`,
        ) +
        line(
          'M60 -190Q90 -90 70 60M-250 -190Q-230 -100 -250 20',
          deepen(look.colour, 0.8),
          24,
          `opacity=".28" filter="${blur(sheet, 13)}"`,
        ),
    ) +
    line('M-330 -176H330', deepen(look.colour, 0.5), 18) +
    line('M-330 -176H330', brass, 5, 'stroke-dasharray="6 5"') +
    line(handle, deepen(strap, 0.4), 34) +
    line(handle, strap, 25) +
    line(handle, lift(strap, 0.5), 2.5, 'stroke-dasharray="12 9" opacity=".7"') +
    [-396, 396]
      .map((x) => `<circle cx="${x}" cy="-60" r="26" fill="none" stroke="${brass}" stroke-width="9"/>`)
      .join('');
  return { art, width: 870, height: 660, base: 262, rests: 'lying' };
};

/** A welded dry bag, rolled and clipped. */
export const dryBag: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const profile = (
    [
      [760, 170],
      [740, 182],
      [700, 196],
      [600, 226],
      [300, 234],
      [60, 230],
      [12, 214],
      [0, 206],
    ] as ProfilePoint[]
  ).map(([h, r]) => [h * s, r * s] as const);
  const roll = -770 * s;
  const art =
    turned(sheet, { profile, tilt: 0.12, colour: look.colour, gloss: 0.95 }) +
    line(
      `M-150 ${n(-690 * s)}Q-120 ${n(-560 * s)} -140 ${n(-400 * s)}M90 ${n(-700 * s)}Q60 ${n(-560 * s)} 100 ${n(-440 * s)}`,
      deepen(look.colour, 0.8),
      20,
      `opacity=".3" filter="${blur(sheet, 10)}"`,
    ) +
    shape(
      roundBox(-206 * s, roll, 412 * s, 74, 34),
      linear(
        sheet,
        [
          [0, lift(look.colour, 0.4)],
          [0.4, look.colour],
          [1, deepen(look.colour, 0.5)],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    line(
      `M${n(-206 * s)} ${n(roll + 36)}C${n(-300 * s)} ${n(roll - 120)} ${n(300 * s)} ${n(roll - 120)} ${n(206 * s)} ${n(roll + 36)}`,
      '#33302d',
      20,
    ) +
    box(-40, roll - 96, 80, 44, '#33302d', 'rx="10"') +
    box(-30, roll - 88, 60, 10, '#6a655f', 'rx="5"') +
    makersMark(0, -300 * s, lift(look.colour, 0.75));
  return {
    art,
    width: 470 * s,
    height: 860 * s,
    foot: 420 * s,
    rests: 'standing',
  };
};

function buckleStrap(sheet: Sheet, x: number, y: number, length: number, colour: string): string {
  return (
    box(
      x - 24,
      y,
      48,
      length,
      deepen(colour, 0.75),
      `rx="8" opacity=".4" filter="${blur(sheet, 7)}" transform="translate(5 8)"`,
    ) +
    box(
      x - 22,
      y,
      44,
      length,
      linear(sheet, [
        [0, deepen(colour, 0.15)],
        [0.3, lift(colour, 0.2)],
        [1, deepen(colour, 0.25)],
      ]),
      'rx="8"',
    ) +
    `<rect x="${x - 30}" y="${y + length - 76}" width="60" height="46" rx="7" fill="none" stroke="${brass}" stroke-width="9"/>` +
    line(`M${x} ${y + length - 54}h28`, lift(brass, 0.3), 7)
  );
}
