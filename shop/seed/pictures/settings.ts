import { glow, ledge, studio, windowLight } from './backdrop.ts';
import { chance } from './chance.ts';
import { deepen, type Hex, lift } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { place, stand } from './place.ts';
import { candleHolder, pebbleVase, pegRail, stool } from './shapes/living.ts';
import { bowl, mug, plate } from './shapes/tableware.ts';
import { blur, box, line, linear, n, oval, put, radial, type Sheet, shape } from './sheet.ts';

/** Puts a drawing into a small scene: 1200 × 1500. */
export type Setting = (sheet: Sheet, drawing: Drawing) => string;

const oak = '#c2935c';
const chalk = '#ece4d4';

/** On an oak table in morning light, with a branch in a vase. */
export const onTable: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 560, 620);
  return (
    ledge(sheet, { wall: '#d3d3c2', top: oak, edge: 1330, depth: 330, wood: true }) +
    windowLight(sheet, 150, 90, 620, 0.5) +
    put(branch(7, '#5d6a3f'), { x: 932, y: 784, scale: 1.05 }) +
    place(sheet, pebbleVase(sheet, { plain: true, colour: chalk, tilt: 0.16 }), {
      x: 930,
      y: 1090,
      scale: 0.68,
    }) +
    place(sheet, bowl(sheet, { plain: true, colour: '#b98d6e', tilt: 0.2 }), {
      x: 210,
      y: 1120,
      scale: 0.42,
    }) +
    stand(sheet, drawing, { x: 500, y: 1245, scale })
  );
};

/** On a linen cloth, laid for two, candle burning. */
export const onLinen: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 620, 560);
  const cloth = 'M-20 1020Q600 996 1220 1020V1520H-20Z';
  return (
    ledge(sheet, { wall: '#4a6463', top: '#e6dac4', edge: 1520, depth: 500 }) +
    glow(sheet, 905, 470, 620, 0.42) +
    shape(
      cloth,
      linear(
        sheet,
        [
          [0, '#d6c8ad'],
          [0.3, '#efe6d4'],
          [1, '#dccfb6'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    line(
      'M-20 1180Q400 1150 700 1260T1220 1230M200 1500Q300 1320 520 1260M820 1500Q900 1380 1220 1360',
      '#a8916a',
      16,
      `opacity=".22" filter="${blur(sheet, 12)}"`,
    ) +
    place(sheet, candleHolder(sheet, { plain: true, colour: '#33302d', tilt: 0.14 }), {
      x: 905,
      y: 1120,
      scale: 0.9,
    }) +
    flame(905, 500) +
    place(sheet, mug(sheet, { plain: true, colour: '#c9a97c', tilt: 0.2 }), {
      x: 225,
      y: 1130,
      scale: 0.46,
      flip: true,
    }) +
    stand(sheet, drawing, { x: 530, y: 1330, scale })
  );
};

/** On a workshop shelf. */
export const onShelf: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 520, 760);
  return (
    ledge(sheet, { wall: '#dcc7ae', top: '#b5854f', edge: 1190, depth: 120, wood: true }) +
    box(
      0,
      1196,
      1200,
      74,
      linear(
        sheet,
        [
          [0, '#a8763f'],
          [1, '#8c6031'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    box(
      0,
      1270,
      1200,
      230,
      linear(
        sheet,
        [
          [0, deepen('#dcc7ae', 0.42)],
          [0.6, deepen('#dcc7ae', 0.12)],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    windowLight(sheet, -60, 40, 560, 0.45) +
    put(branch(3, '#7a6a45'), { x: 960, y: 692, scale: 0.9 }) +
    place(sheet, pebbleVase(sheet, { plain: true, colour: '#56626a', tilt: 0.1 }), {
      x: 960,
      y: 1120,
      scale: 0.95,
    }) +
    place(sheet, plate(sheet, { plain: true, colour: chalk, tilt: 0.34, size: 0.42 }), { x: 240, y: 1124 }) +
    place(sheet, bowl(sheet, { plain: true, colour: chalk, tilt: 0.2 }), { x: 240, y: 1096, scale: 0.36 }) +
    stand(sheet, drawing, { x: 590, y: 1168, scale })
  );
};

/** On floorboards against a wall. */
export const onFloor: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 660, 1020);
  return (
    room(sheet, '#c8d0cb', '#b98b58') +
    windowLight(sheet, 120, 120, 640, 0.42) +
    place(sheet, stool(sheet, { plain: true, colour: '#bd8c55', tilt: 0.2 }), {
      x: 950,
      y: 1230,
      scale: 0.72,
    }) +
    place(sheet, mug(sheet, { plain: true, colour: chalk, tilt: 0.18 }), { x: 950, y: 738, scale: 0.26 }) +
    stand(sheet, drawing, { x: 470, y: 1330, scale })
  );
};

/** On a stool in a bedroom. */
export const onStool: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 600, 470);
  return (
    room(sheet, '#d6bda7', '#a97c4d') +
    windowLight(sheet, 240, 60, 600, 0.42) +
    put(branch(9, '#6b7150'), { x: 140, y: 840, scale: 1.15 }) +
    place(sheet, pebbleVase(sheet, { plain: true, colour: '#6f959c', tilt: 0.14 }), {
      x: 140,
      y: 1270,
      scale: 0.95,
    }) +
    place(sheet, stool(sheet, { plain: true, colour: '#cfa66f', tilt: 0.2 }), {
      x: 640,
      y: 1330,
      scale: 1.02,
    }) +
    stand(sheet, drawing, { x: 640, y: 655, scale, shade: 0.7 })
  );
};

/** On a peg rail by the door. Hangs from its top, whatever it is. */
export const onPegs: Setting = (sheet, drawing) => {
  const scale = Math.min(0.84, scaleFor(drawing, 780, 1000));
  const pegs = pegRail(sheet, { colour: '#bd8c55', tilt: 0, size: 1.6 });
  const top = drawing.rests === 'hanging' ? 330 : 325 + (drawing.height * scale) / 2 + 15;
  return (
    room(sheet, '#bccac6', '#9c7348', 1390) +
    windowLight(sheet, -40, 60, 660, 0.4) +
    place(sheet, pegs, { x: 600, y: 300 }) +
    place(sheet, drawing, { x: 590, y: top, scale, shade: 1.1 })
  );
};

/** On the wall above a sideboard. */
export const onWall: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 640, 640);
  return (
    ledge(sheet, { wall: '#c9d0c6', top: oak, edge: 1330, depth: 150, wood: true }) +
    windowLight(sheet, 60, 40, 700, 0.45) +
    place(sheet, drawing, { x: 600, y: drawing.rests === 'hanging' ? 120 : 520, scale }) +
    put(branch(5, '#5d6a3f'), { x: 930, y: 888, scale: 0.85 }) +
    place(sheet, pebbleVase(sheet, { plain: true, colour: '#a9452f', tilt: 0.1 }), {
      x: 930,
      y: 1262,
      scale: 0.82,
    }) +
    place(sheet, bowl(sheet, { plain: true, colour: chalk, tilt: 0.2 }), { x: 330, y: 1262, scale: 0.5 })
  );
};

/** Lamplight in the evening, standing on a ledge or hanging above it. */
export const atDusk: Setting = (sheet, drawing) => {
  const hangs = drawing.rests === 'hanging';
  const tall = drawing.height > 1000;
  const scale = hangs
    ? scaleFor(drawing, 640, 760)
    : tall
      ? scaleFor(drawing, 640, 1080)
      : scaleFor(drawing, 600, 780);
  const light = hangs
    ? { x: 600, y: drawing.height * scale }
    : { x: 560, y: 1180 - drawing.height * scale * 0.72 };
  const back = tall
    ? room(sheet, '#3b5555', '#6b4c30')
    : ledge(sheet, { wall: '#3b5555', top: '#8a5f38', edge: 1340, depth: 240, wood: true });
  return (
    back +
    glow(sheet, light.x, light.y, 760, 0.75) +
    (tall
      ? ''
      : place(sheet, bowl(sheet, { plain: true, colour: '#b98d6e', tilt: 0.2 }), {
          x: 950,
          y: 1220,
          scale: 0.46,
        })) +
    (hangs
      ? place(sheet, mug(sheet, { plain: true, colour: chalk, tilt: 0.2 }), { x: 330, y: 1250, scale: 0.42 })
      : '') +
    place(sheet, drawing, { x: hangs ? 600 : 540, y: hangs ? 0 : tall ? 1350 : 1270, scale, shade: 1.2 }) +
    oval(light.x, light.y, 260, 200, '#ffe2a3', `opacity=".22" filter="${blur(sheet, 70)}"`)
  );
};

/** On a rock by the sea, in haze. */
export const byTheSea: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 620, 780);
  const sky = linear(
    sheet,
    [
      [0, '#cfdad9'],
      [0.5, '#ecdfcb'],
      [0.62, '#f0d9bd'],
    ],
    [0, 0, 0, 1],
  );
  const sea = linear(
    sheet,
    [
      [0, '#8fa9ab'],
      [1, '#4d7175'],
    ],
    [0, 0, 0, 1],
  );
  return (
    box(0, 0, 1200, 900, sky) +
    oval(840, 690, 90, 90, '#fff3d8', `filter="${blur(sheet, 14)}"`) +
    oval(840, 700, 520, 200, '#ffe9c4', `opacity=".7" filter="${blur(sheet, 90)}"`) +
    shape('M0 760Q120 700 260 742Q380 700 520 760H0Z', '#8ea5a6', 'opacity=".7"') +
    shape('M760 760Q900 716 1010 744Q1110 716 1200 740V770H760Z', '#9db0ae', 'opacity=".6"') +
    box(0, 756, 1200, 420, sea) +
    line(
      'M640 800h360M700 840h240M560 880h420M720 930h300M60 850h220M120 930h300M20 1000h240',
      '#f4e6cf',
      5,
      'opacity=".5"',
    ) +
    shape(
      'M-40 1500V1190Q120 1060 360 1080Q620 1050 820 1100Q1060 1096 1240 1210V1500Z',
      linear(
        sheet,
        [
          [0, '#8b8478'],
          [0.4, '#6d675d'],
          [1, '#4b463f'],
        ],
        [0.2, 0, 0.6, 1],
      ),
    ) +
    shape(
      'M-40 1190Q120 1060 360 1080Q620 1050 820 1100Q1060 1096 1240 1210Q900 1150 600 1160Q240 1150 -40 1260Z',
      '#a59c8b',
      'opacity=".55"',
    ) +
    line(
      'M180 1500Q260 1300 420 1220M760 1500Q700 1330 820 1210M1010 1500Q980 1360 1100 1250',
      '#39352f',
      10,
      `opacity=".4" filter="${blur(sheet, 6)}"`,
    ) +
    stand(sheet, drawing, { x: 540, y: 1185, scale, shade: 1.1 })
  );
};

/** On warm paper beside smaller things, seen from above. */
export const laidOut: Setting = (sheet, drawing) => {
  const scale = scaleFor(drawing, 760, 900);
  return (
    studio(sheet, '#d9c4a8', 1.5) +
    windowLight(sheet, -120, -60, 760, 0.35) +
    put(branch(4, '#5d6a3f'), { x: 1040, y: 1420, scale: 1.3, turn: -24 }) +
    place(sheet, drawing, { x: 560, y: 730, scale, turn: -7 })
  );
};

function scaleFor(drawing: Drawing, width: number, height: number): number {
  return Math.min(width / drawing.width, height / drawing.height, 1.25);
}

function room(sheet: Sheet, wall: Hex, floor: Hex, edge = 1190): string {
  return (
    box(
      0,
      0,
      1200,
      edge,
      linear(
        sheet,
        [
          [0, lift(wall, 0.25)],
          [1, deepen(wall, 0.12)],
        ],
        [0.1, 0, 0.7, 1],
      ),
    ) +
    box(
      0,
      edge - 62,
      1200,
      62,
      linear(
        sheet,
        [
          [0, lift(wall, 0.55)],
          [0.12, lift(wall, 0.3)],
          [1, wall],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    box(
      0,
      edge,
      1200,
      1500 - edge,
      linear(
        sheet,
        [
          [0, deepen(floor, 0.3)],
          [0.2, floor],
          [1, lift(floor, 0.12)],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    line(
      `M0 ${edge + 70}h1200M0 ${edge + 170}h1200M400 ${edge}l-60 70M900 ${edge}l30 70M120 ${edge + 70}l-70 100M700 ${edge + 70}l10 100`,
      deepen(floor, 0.5),
      3,
      'opacity=".45"',
    ) +
    box(
      0,
      0,
      1200,
      1500,
      radial(
        sheet,
        [
          [0.5, '#2c2015', 0],
          [1, '#2c2015', 0.22],
        ],
        0.4,
        0.4,
        0.85,
      ),
    )
  );
}

/** A twig with leaves, growing up from (0, 0). */
export function branch(seed: number, green: Hex): string {
  const next = chance(seed);
  const twigs = [-18, 2, 20].map((turn, i) => {
    const height = 330 + i * 40 + next() * 60;
    const leaves = Array.from({ length: 9 }, (_, k) => {
      const y = -height * (0.28 + k * 0.085);
      const side = k % 2 ? 1 : -1;
      const long = 46 + next() * 22;
      const x = Math.sin(k) * 4;
      return `M${n(x)} ${n(y)}q${n(side * long * 0.5)} ${n(-long * 0.7)} ${n(side * long)} ${n(-long * 0.5)}q${n(-side * long * 0.3)} ${n(long * 0.55)} ${n(-side * long)} ${n(long * 0.5)}Z`;
    }).join('');
    const tone = [deepen(green, 0.18), green, lift(green, 0.18)][i]!;
    return `<g transform="rotate(${turn})">${line(`M0 0Q${n(6 + next() * 10)} ${n(-height * 0.5)} 0 ${n(-height)}`, deepen(green, 0.4), 5)}${shape(leaves, tone)}</g>`;
  });
  return twigs.join('');
}

function flame(x: number, y: number): string {
  return (
    shape(`M${x} ${y}c20 34 16 60 0 62c-16 -2 -20 -28 0 -62Z`, '#ffd27a') +
    shape(`M${x} ${y + 24}c9 16 8 34 0 36c-8 -2 -9 -20 0 -36Z`, '#fff6dd')
  );
}
