import { glow, grain, windowLight } from './backdrop.ts';
import { deepen, type Hex, lift, mix } from './colour.ts';
import type { Draw } from './drawing.ts';
import { place } from './place.ts';
import { branch } from './settings.ts';
import { candleHolder, pebbleVase, shoulderVase, tallVase } from './shapes/living.ts';
import { bowl, jug, mug, plate, teapot, tumbler } from './shapes/tableware.ts';
import { blur, box, createSheet, line, linear, n, oval, put, radial, type Sheet, shape } from './sheet.ts';

const width = 2000;
const height = 1125;

/** The coast at dawn over a laid table. */
export function dawnTable(): string {
  const sheet = createSheet(width, height);
  const thing = things(sheet);
  return sheet.finish(
    dawn(sheet) +
      table(sheet, 830, '#b98552') +
      put(branch(7, '#4f5b38'), { x: 1560, y: 578, scale: 1 }) +
      thing(pebbleVase, '#ece4d4', 1560, 900, 0.72) +
      thing(jug, '#1f5356', 1290, 950, 0.58) +
      thing(plate, '#dccbaa', 860, 985, 0.6) +
      thing(bowl, '#6f959c', 860, 962, 0.42) +
      thing(mug, '#c98a2b', 1090, 1040, 0.42) +
      thing(candleHolder, '#33302d', 560, 960, 0.62) +
      thing(tumbler, '#efe8da', 1760, 1010, 0.44) +
      haze(sheet),
  );
}

/** The long winter table in the evening, candles lit. */
export function winterTable(): string {
  const sheet = createSheet(width, height);
  const thing = things(sheet);
  const wall = linear(
    sheet,
    [
      [0, '#203c3e'],
      [1, '#2f5052'],
    ],
    [0, 0, 0.6, 1],
  );
  const candleAt = [520, 900, 1420];
  return sheet.finish(
    box(0, 0, width, height, wall) +
      window_(sheet, 1180, 60) +
      candleAt.map((x, i) => glow(sheet, x, 430 + (i % 2) * 40, 560, 0.5)).join('') +
      table(sheet, 770, '#e2d4ba', false) +
      line(
        'M0 900Q500 870 1000 930T2000 900M300 1125Q420 1000 700 960M1500 1125Q1600 1010 1900 980',
        '#a8916a',
        18,
        `opacity=".25" filter="${blur(sheet, 14)}"`,
      ) +
      thing(candleHolder, '#33302d', 520, 860, 0.74) +
      thing(candleHolder, '#bf9440', 900, 850, 0.86) +
      thing(candleHolder, '#33302d', 1420, 870, 0.7) +
      flames(sheet, [
        [520, 420],
        [900, 340],
        [1420, 460],
      ]) +
      thing(jug, '#efe8da', 1160, 900, 0.5) +
      thing(plate, '#6f959c', 320, 1010, 0.56) +
      thing(bowl, '#efe8da', 320, 992, 0.4) +
      thing(plate, '#dccbaa', 1000, 1050, 0.6) +
      thing(bowl, '#27364a', 1000, 1030, 0.42) +
      thing(plate, '#6f959c', 1700, 1010, 0.56) +
      thing(bowl, '#a9452f', 1700, 992, 0.4) +
      thing(tumbler, '#c98a2b', 640, 985, 0.36) +
      thing(tumbler, '#9a7184', 1390, 1000, 0.36) +
      box(
        0,
        0,
        width,
        height,
        radial(
          sheet,
          [
            [0, '#ffdf9d', 0.2],
            [0.45, '#ffdf9d', 0.04],
            [0.6, '#0d1c1e', 0],
            [1, '#0d1c1e', 0.62],
          ],
          0.46,
          0.5,
          0.72,
        ),
      ),
  );
}

/** A shelf in the workshop, glazed and raw pots side by side. */
export function workshop(): string {
  const sheet = createSheet(width, height);
  const thing = things(sheet);
  const wall = linear(
    sheet,
    [
      [0, '#e6d3b8'],
      [1, '#c9ad8b'],
    ],
    [0, 0, 0.7, 1],
  );
  const shelf = (y: number) =>
    box(0, y + 38, width, 70, '#5a3f28', `opacity=".35" filter="${blur(sheet, 26)}"`) +
    box(
      0,
      y,
      width,
      44,
      linear(
        sheet,
        [
          [0, '#c99a64'],
          [1, '#94673a'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    box(0, y, width, 5, '#ecd2a6', 'opacity=".8"') +
    grain(sheet, 0, y, width, 44, '#b5854f', 3);
  return sheet.finish(
    box(0, 0, width, height, wall) +
      windowLight(sheet, 500, -120, 900, 0.5) +
      shelf(478) +
      shelf(905) +
      thing(shoulderVase, '#1f5356', 190, 478, 0.53) +
      thing(tallVase, '#b98d6e', 460, 478, 0.4) +
      thing(bowl, '#efe8da', 760, 478, 0.4) +
      thing(jug, '#c98a2b', 1090, 478, 0.46) +
      thing(tumbler, '#b98d6e', 1330, 478, 0.4) +
      thing(tumbler, '#6f959c', 1530, 478, 0.4) +
      thing(pebbleVase, '#efe8da', 1810, 478, 0.57) +
      thing(mug, '#b98d6e', 170, 905, 0.45) +
      thing(mug, '#a9452f', 470, 905, 0.45) +
      thing(teapot, '#efe8da', 850, 905, 0.48) +
      thing(bowl, '#757a4b', 1240, 905, 0.43) +
      thing(tallVase, '#27364a', 1540, 905, 0.41) +
      thing(mug, '#dccbaa', 1800, 905, 0.45),
  );
}

/** A walk along the harbour in the rain. */
export function rainWalk(): string {
  const sheet = createSheet(width, height);
  const sky = linear(
    sheet,
    [
      [0, '#8ea3a5'],
      [0.6, '#c3ccc8'],
      [1, '#d3d4ca'],
    ],
    [0, 0, 0, 1],
  );
  const quay = linear(
    sheet,
    [
      [0, '#7d8787'],
      [0.5, '#66716f'],
      [1, '#48524f'],
    ],
    [0, 0, 0, 1],
  );
  return sheet.finish(
    box(0, 0, width, height, sky) +
      shape('M0 520Q260 420 520 470Q800 380 1130 470Q1500 400 2000 480V700H0Z', '#9fb0b0', 'opacity=".75"') +
      houses(sheet, 640) +
      box(
        0,
        640,
        width,
        160,
        linear(
          sheet,
          [
            [0, '#7f9798'],
            [1, '#567375'],
          ],
          [0, 0, 0, 1],
        ),
      ) +
      line(
        'M120 690h240M520 720h300M1250 700h260M1600 740h300M200 770h180M900 760h240',
        '#c9d6d3',
        5,
        'opacity=".5"',
      ) +
      boat(760, 742) +
      shape('M0 800L2000 780V1125H0Z', quay) +
      box(0, 790, width, 16, '#c0c6bf', 'opacity=".6"') +
      line(
        'M0 900L2000 870M0 1010L2000 970M300 796L180 1125M760 794L700 1125M1240 790L1270 1125M1680 788L1800 1125',
        '#3c4644',
        4,
        'opacity=".4"',
      ) +
      oval(1350, 1060, 330, 34, '#cfd8d4', `opacity=".35" filter="${blur(sheet, 18)}"`) +
      put(walker(sheet, '#c98a2b', '#1f5356'), { x: 1230, y: 1050, scale: 1 }) +
      put(walker(sheet, '#27364a', '#a9452f'), { x: 1490, y: 1030, scale: 0.9 }) +
      bollards(sheet, [420, 1820]) +
      rain(),
  );
}

/** The headland with the path and the lighthouse. */
export function headland(): string {
  const sheet = createSheet(width, height);
  const art =
    dawn(sheet) +
    shape(
      'M0 760Q300 640 620 690Q900 610 1210 720Q1560 760 2000 700V1125H0Z',
      linear(
        sheet,
        [
          [0, '#7f8560'],
          [1, '#4f5838'],
        ],
        [0, 0, 0.2, 1],
      ),
    ) +
    shape(
      'M0 900Q400 780 860 860Q1300 900 2000 820V1125H0Z',
      linear(
        sheet,
        [
          [0, '#6b7150'],
          [1, '#3e4630'],
        ],
        [0, 0, 0.2, 1],
      ),
    ) +
    line('M980 1125C900 980 1180 930 1010 850S760 760 640 700', '#d8c39a', 46, 'opacity=".75"') +
    line('M980 1125C900 980 1180 930 1010 850S760 760 640 700', '#efe0bd', 20, 'opacity=".6"') +
    line(grass(), '#b9ba86', 4, 'opacity=".5"') +
    lighthouse(sheet, 420, 690) +
    haze(sheet);
  // Mirrored: words stand on the left of a panel, the lighthouse beside them.
  return sheet.finish(put(art, { x: width, y: 0, flip: true }));
}

function things(sheet: Sheet) {
  return (draw: Draw, colour: Hex, x: number, y: number, scale: number) =>
    place(sheet, draw(sheet, { colour, tilt: 0.19, plain: true }), { x, y, scale });
}

function dawn(sheet: Sheet): string {
  const sky = linear(
    sheet,
    [
      [0, '#a9bfc4'],
      [0.34, '#e3d6c4'],
      [0.55, '#f3d3ac'],
      [0.62, '#f6dfbd'],
    ],
    [0, 0, 0, 1],
  );
  const sea = linear(
    sheet,
    [
      [0, '#b3b9ad'],
      [0.3, '#7e9c9e'],
      [1, '#3f686c'],
    ],
    [0, 0, 0, 1],
  );
  return (
    box(0, 0, width, 720, sky) +
    oval(640, 560, 760, 300, '#ffe7bd', `opacity=".75" filter="${blur(sheet, 110)}"`) +
    oval(640, 560, 66, 66, '#fff6e0', `filter="${blur(sheet, 8)}"`) +
    line(
      'M180 230Q520 190 900 236M1180 160Q1460 130 1760 176M320 330Q560 306 760 334',
      '#fbeedb',
      22,
      `opacity=".55" filter="${blur(sheet, 12)}"`,
    ) +
    shape('M1180 640Q1340 540 1520 572Q1700 500 2000 560V660H1180Z', '#8da3a3', 'opacity=".75"') +
    shape('M1480 650Q1640 570 1780 596Q1900 556 2000 580V660H1480Z', '#6f8b8c', 'opacity=".8"') +
    shape('M0 640Q120 588 260 612Q360 600 430 640Z', '#9fb0ac', 'opacity=".7"') +
    box(0, 636, width, 500, sea) +
    line(
      'M560 664h170M520 690h250M590 716h120M480 744h340M560 776h180M600 812h90',
      '#fff0cf',
      6,
      'opacity=".75"',
    ) +
    line(
      'M60 700h200M1020 690h260M1500 720h320M900 760h160M1240 790h300M120 800h240',
      '#dfe3d6',
      4,
      'opacity=".4"',
    ) +
    line(
      'M1010 420q16 -18 32 0q16 -18 32 0M1100 380q12 -14 24 0q12 -14 24 0M930 470q10 -12 20 0q10 -12 20 0',
      '#5d6f70',
      5,
      'opacity=".7"',
    )
  );
}

function table(sheet: Sheet, y: number, wood: Hex, grained = true): string {
  return (
    box(0, y - 30, width, 50, '#2b221a', `opacity=".28" filter="${blur(sheet, 20)}"`) +
    box(
      0,
      y,
      width,
      height - y,
      linear(
        sheet,
        [
          [0, lift(wood, 0.3)],
          [0.3, wood],
          [1, deepen(wood, 0.24)],
        ],
        [0.3, 0, 0.5, 1],
      ),
    ) +
    (grained ? grain(sheet, 0, y, width, height - y, wood, 7) : '') +
    box(0, y, width, 4, lift(wood, 0.7), 'opacity=".8"')
  );
}

function haze(sheet: Sheet): string {
  return box(
    0,
    0,
    width,
    height,
    radial(
      sheet,
      [
        [0, '#fff0d2', 0.3],
        [0.6, '#fff0d2', 0],
        [1, '#3a2a1a', 0.2],
      ],
      0.32,
      0.45,
      0.8,
    ),
  );
}

function flames(sheet: Sheet, at: readonly (readonly [number, number])[]): string {
  return at
    .map(
      ([x, y]) =>
        oval(x, y + 30, 60, 80, '#ffdf9d', `opacity=".6" filter="${blur(sheet, 26)}"`) +
        shape(`M${x} ${y}c18 30 15 56 0 58c-15 -2 -18 -26 0 -58Z`, '#ffd27a') +
        shape(`M${x} ${y + 22}c8 16 7 32 0 34c-7 -2 -8 -18 0 -34Z`, '#fff8e4'),
    )
    .join('');
}

function window_(sheet: Sheet, x: number, y: number): string {
  const night = linear(
    sheet,
    [
      [0, '#1c2f44'],
      [1, '#55707c'],
    ],
    [0, 0, 0, 1],
  );
  const snow = Array.from(
    { length: 60 },
    (_, i) => `M${n(x + 20 + ((i * 137) % 560))} ${n(y + 20 + ((i * 89) % 440))}h0`,
  ).join('');
  return (
    box(x - 26, y - 26, 652, 532, '#c9b596') +
    box(x, y, 600, 480, night) +
    shape(`M${x} ${y + 400}q140 -60 300 -20t300 -20v120h-600Z`, '#8ba0a5') +
    line(snow, '#eef0ea', 7, 'opacity=".8"') +
    box(x + 288, y, 24, 480, '#c9b596') +
    box(x, y + 226, 600, 22, '#c9b596') +
    box(x - 46, y + 500, 692, 30, '#d9c7a8')
  );
}

function houses(sheet: Sheet, ground: number): string {
  const list = [
    [40, 190, 200, '#8d4a38'],
    [240, 150, 250, '#c7b48d'],
    [400, 200, 190, '#5d7376'],
    [610, 150, 230, '#a8603f'],
    [1180, 170, 210, '#cfc3a6'],
    [1360, 210, 240, '#56626a'],
    [1580, 160, 190, '#9c4f3a'],
    [1750, 210, 225, '#c2a878'],
  ] as const;
  return list
    .map(([x, w, h, raw]) => {
      const colour = mix(raw, '#b9c4c2', 0.3);
      const top = ground - h;
      const panes = [0, 1]
        .flatMap((row) =>
          [0, 1].map((col) =>
            box(
              x + w * (0.18 + col * 0.4),
              top + 34 + row * 70,
              w * 0.2,
              42,
              row + col === 1 ? '#ffdd9c' : '#4c5c60',
            ),
          ),
        )
        .join('');
      return (
        shape(
          `M${x} ${ground}V${top}L${x + w / 2} ${top - w * 0.52}L${x + w} ${top}V${ground}Z`,
          linear(sheet, [
            [0, lift(colour, 0.12)],
            [1, deepen(colour, 0.2)],
          ]),
        ) +
        line(
          `M${x - 8} ${top + 4}L${x + w / 2} ${top - w * 0.54}L${x + w + 8} ${top + 4}`,
          deepen(colour, 0.5),
          12,
        ) +
        panes
      );
    })
    .join('');
}

function boat(x: number, y: number): string {
  return (
    line(`M${x} ${y - 8}V${y - 190}M${x} ${y - 180}L${x + 110} ${y - 30}`, '#3c3630', 7) +
    shape(
      `M${x - 150} ${y - 30}Q${x} ${y - 6} ${x + 170} ${y - 40}Q${x + 130} ${y + 30} ${x + 80} ${y + 34}H${x - 90}Q${x - 130} ${y + 24} ${x - 150} ${y - 30}Z`,
      '#a9452f',
    ) +
    shape(
      `M${x - 150} ${y - 30}Q${x} ${y - 6} ${x + 170} ${y - 40}L${x + 164} ${y - 20}Q${x} ${y + 12} ${x - 146} ${y - 12}Z`,
      '#efe8da',
    ) +
    shape(`M${x - 60} ${y - 20}V${y - 74}H${x + 30}L${x + 44} ${y - 20}Z`, '#e6dac4')
  );
}

/** Someone from behind, in a rain jacket, under an umbrella; feet at (0, 0). */
function walker(sheet: Sheet, coat: Hex, canopy: Hex): string {
  const dome =
    'M-190 -470C-180 -600 -90 -660 0 -664C90 -660 180 -600 190 -470Q150 -500 110 -470Q60 -504 0 -472Q-60 -504 -110 -470Q-150 -500 -190 -470Z';
  const body =
    'M-52 -430Q0 -450 52 -430Q96 -400 102 -320L118 -160Q60 -140 0 -142Q-60 -140 -118 -160L-102 -320Q-96 -400 -52 -430Z';
  return (
    oval(10, 4, 120, 16, '#2c3634', `opacity=".5" filter="${blur(sheet, 10)}"`) +
    shape('M-56 -160H-8L-14 -60H-50Z', '#33302d') +
    shape('M8 -160H56L50 -50H14Z', '#2b2826') +
    shape('M-56 -70H-10V-6Q-34 6 -60 -4Z', '#1f4a4b') +
    shape('M10 -62H54L60 4Q30 14 8 4Z', '#194041') +
    shape(
      body,
      linear(sheet, [
        [0, lift(coat, 0.25)],
        [0.45, coat],
        [1, deepen(coat, 0.42)],
      ]),
    ) +
    line('M0 -436Q6 -300 0 -146M-84 -360Q-110 -280 -96 -210', deepen(coat, 0.5), 5, 'opacity=".6"') +
    shape('M-50 -420Q-56 -520 0 -524Q56 -520 50 -420Q0 -392 -50 -420Z', deepen(coat, 0.12)) +
    line('M60 -370Q96 -350 40 -480', deepen(coat, 0.2), 34) +
    line('M26 -660V-470', '#5b4632', 9) +
    shape(
      dome,
      linear(sheet, [
        [0, lift(canopy, 0.3)],
        [0.5, canopy],
        [1, deepen(canopy, 0.45)],
      ]),
    ) +
    line(
      'M0 -664Q-80 -580 -110 -470M0 -664Q-6 -560 0 -472M0 -664Q80 -580 110 -470',
      deepen(canopy, 0.5),
      4,
      'opacity=".7"',
    ) +
    line('M0 -664V-690', '#33302d', 8)
  );
}

function bollards(sheet: Sheet, at: readonly number[]): string {
  const iron = linear(sheet, [
    [0, '#3b403f'],
    [0.3, '#7c8583'],
    [1, '#23282a'],
  ]);
  return at
    .map(
      (x) =>
        oval(x + 20, 1020, 90, 16, '#232b29', `opacity=".45" filter="${blur(sheet, 10)}"`) +
        shape(`M${x - 46} 1016L${x - 34} 900H${x + 34}L${x + 46} 1016Q${x} 1034 ${x - 46} 1016Z`, iron) +
        shape(
          `M${x - 58} 900Q${x - 62} 866 ${x} 862Q${x + 62} 866 ${x + 58} 900Q${x} 918 ${x - 58} 900Z`,
          iron,
        ),
    )
    .join('');
}

function rain(): string {
  const drops = Array.from(
    { length: 150 },
    (_, i) => `M${(i * 379) % 2000} ${(i * 211) % 1080}l-7 ${26 + ((i * 7) % 20)}`,
  ).join('');
  const rings = Array.from({ length: 16 }, (_, i) => {
    const x = (i * 467 + 120) % 1960;
    return `M${x} ${880 + ((i * 97) % 220)}a18 5 0 1 0 36 0a18 5 0 1 0 -36 0`;
  }).join('');
  return line(drops, '#eef2ee', 3, 'opacity=".45"') + line(rings, '#dfe6e2', 3, 'opacity=".5"');
}

function lighthouse(sheet: Sheet, x: number, y: number): string {
  const tower = linear(sheet, [
    [0, '#d8cdb9'],
    [0.3, '#fbf4e4'],
    [1, '#b3a48b'],
  ]);
  return (
    glow(sheet, x, y - 330, 260, 0.8) +
    shape(`M${x - 46} ${y}L${x - 30} ${y - 280}H${x + 30}L${x + 46} ${y}Z`, tower) +
    shape(
      `M${x - 41} ${y - 90}L${x - 36} ${y - 160}H${x + 36}L${x + 41} ${y - 90}Z`,
      '#a9452f',
      'opacity=".9"',
    ) +
    box(x - 42, y - 296, 84, 18, '#4a4f4c') +
    box(x - 24, y - 350, 48, 56, '#ffe3a4') +
    line(`M${x - 24} ${y - 350}v56M${x} ${y - 350}v56M${x + 24} ${y - 350}v56`, '#4a4f4c', 5) +
    shape(`M${x - 34} ${y - 350}Q${x} ${y - 404} ${x + 34} ${y - 350}Z`, '#8d3f2c') +
    shape(`M${x + 60} ${y + 6}V${y - 70}L${x + 130} ${y - 116}L${x + 200} ${y - 70}V${y + 6}Z`, '#e9dfca') +
    line(`M${x + 52} ${y - 66}L${x + 130} ${y - 120}L${x + 208} ${y - 66}`, '#5b4a3c', 12)
  );
}

function grass(): string {
  return Array.from({ length: 110 }, (_, i) => {
    const y = 880 + ((i * 53) % 240);
    const long = 14 + (y - 880) * 0.12;
    return `M${(i * 617 + (i % 7) * 31) % 2000} ${y}q${i % 2 ? 3 : -3} ${n(-long * 0.6)} ${n(i % 2 ? long * 0.5 : -long * 0.4)} ${n(-long)}`;
  }).join('');
}
