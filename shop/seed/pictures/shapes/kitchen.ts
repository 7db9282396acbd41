import { deepen, lift, mix } from '../colour.ts';
import type { Draw } from '../drawing.ts';
import { blur, inside, line, linear, n, oval, type Sheet, shape } from '../sheet.ts';
import { type ProfilePoint, turned, turnedOutline } from '../turned.ts';

/** A board with a handle and a hanging loop. */
export const board: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const d =
    'M-250 -200Q-250 -260 -190 -264Q-90 -272 -70 -330Q-66 -480 0 -482Q66 -480 70 -330Q90 -272 190 -264Q250 -260 250 -200V400Q250 460 190 460H-190Q-250 460 -250 400Z';
  const grains = Array.from(
    { length: 12 },
    (_, i) =>
      `M${-236 + i * 43} -500C${-250 + i * 43 + (i % 3) * 16} -200 ${-216 + i * 43 - (i % 2) * 20} 160 ${-236 + i * 43 + (i % 4) * 6} 480`,
  ).join('');
  const art =
    inside(
      sheet,
      d,
      shape(
        d,
        linear(
          sheet,
          [
            [0, lift(look.colour, 0.35)],
            [0.6, look.colour],
            [1, deepen(look.colour, 0.2)],
          ],
          [0, 0, 0.8, 1],
        ),
      ) +
        line(grains, deepen(look.colour, 0.38), 5, 'opacity=".34"') +
        line(grains, deepen(look.colour, 0.25), 14, 'opacity=".16" transform="translate(17 0)"') +
        line('M30 120C10 60 70 20 84 90C96 150 50 190 30 120Z', deepen(look.colour, 0.5), 5, 'opacity=".4"') +
        line(
          d,
          lift(look.colour, 0.8),
          12,
          `opacity=".7" filter="${blur(sheet, 4)}" transform="translate(5 6)"`,
        ) +
        line(
          d,
          deepen(look.colour, 0.8),
          16,
          `opacity=".5" filter="${blur(sheet, 7)}" transform="translate(-6 -8)"`,
        ),
    ) +
    oval(0, -410, 24, 24, '#d8cab2') +
    line('M-22 -418a24 24 0 0 1 40 -8', deepen(look.colour, 0.7), 8, 'opacity=".7"') +
    line('M0 -414C-30 -520 -20 -590 6 -590C30 -590 30 -520 4 -414', '#8a5a34', 10);
  return {
    art: s === 1 ? art : `<g transform="scale(${n(s, 2)})">${art}</g>`,
    width: 500 * s,
    height: 1060 * s,
    rests: 'lying',
  };
};

/** Three cooking tools: spoon, slotted turner, fork. */
export const spoons: Draw = (sheet, look) => {
  const wood = (tone: string) =>
    linear(sheet, [
      [0, lift(tone, 0.35)],
      [0.45, tone],
      [1, deepen(tone, 0.4)],
    ]);
  const stick = 'M-17 -120L17 -120L24 470Q0 494 -24 470Z';
  const tones = [look.colour, lift(look.colour, 0.2), deepen(look.colour, 0.12)] as const;
  const spoon =
    shape(stick, wood(tones[0])) +
    oval(0, -270, 104, 168, wood(tones[0])) +
    oval(
      6,
      -262,
      78,
      138,
      linear(
        sheet,
        [
          [0, deepen(tones[0], 0.45)],
          [1, lift(tones[0], 0.25)],
        ],
        [0.1, 0, 0.9, 1],
      ),
    );
  const turner =
    shape(stick, wood(tones[1])) +
    shape('M-34 -110C-90 -170 -108 -330 -96 -430Q0 -452 96 -430C108 -330 90 -170 34 -110Z', wood(tones[1])) +
    line('M-40 -390V-230M0 -396V-220M40 -390V-230', deepen(tones[1], 0.55), 20);
  const fork =
    shape(stick, wood(tones[2])) +
    shape(
      'M-30 -110C-84 -160 -96 -250 -92 -430Q-80 -446 -66 -430L-58 -280Q-46 -268 -36 -280L-26 -436Q-12 -450 2 -436L8 -280Q20 -268 30 -280L40 -432Q54 -446 68 -430L86 -424C96 -250 84 -160 30 -110Z',
      wood(tones[2]),
    );
  const art = `<g transform="translate(-230 20) rotate(-9)">${spoon}</g><g transform="translate(0 -10)">${turner}</g><g transform="translate(230 20) rotate(9)">${fork}</g>`;
  return {
    art,
    width: 720,
    height: 960,
    rests: 'lying',
  };
};

/** A larder jar with a turned oak lid. */
export const jar: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const k = (points: ProfilePoint[]) => points.map(([h, r]) => [h * s, r * (0.6 + 0.4 * s)] as const);
  const body = k([
    [440, 196],
    [430, 204],
    [380, 214],
    [200, 220],
    [40, 216],
    [10, 206],
    [0, 196],
  ]);
  const art =
    turned(sheet, {
      profile: body,
      tilt: look.tilt,
      colour: look.colour,
      gloss: 0.35,
      speckle: true,
      dip: { height: 56 * s, colour: '#b99a78' },
    }) +
    `<g transform="translate(0 ${n(-438 * s * squash)})">${turned(sheet, {
      profile: k([
        [60, 196],
        [52, 206],
        [10, 208],
        [0, 204],
      ]),
      tilt: look.tilt,
      colour: look.accent ?? '#bd8c55',
      gloss: 0.3,
      rings: [{ height: 32 * s, colour: '#7a5230', width: 3, opacity: 0.4 }],
    })}</g>` +
    `<g transform="translate(0 ${n(-496 * s * squash)})">${turned(sheet, {
      profile: [
        [56, 26],
        [48, 44],
        [26, 48],
        [8, 26],
        [0, 30],
      ],
      tilt: look.tilt,
      colour: look.accent ?? '#bd8c55',
      gloss: 0.3,
    })}</g>`;
  return {
    art,
    width: 440 * (0.6 + 0.4 * s),
    height: 560 * s,
    foot: 400 * (0.6 + 0.4 * s),
    rests: 'standing',
  };
};

/** A cook's knife with a wooden handle. */
export const cookKnife: Draw = (sheet, look) => {
  const blade = 'M-60 -470C10 -330 60 -120 62 110H-62C-66 -120 -66 -300 -60 -470Z';
  const grip = 'M-56 118H50Q60 250 44 380Q52 450 20 478Q-30 490 -50 470Q-62 300 -56 118Z';
  const art =
    inside(
      sheet,
      blade,
      shape(
        blade,
        linear(sheet, [
          [0, '#b6bcbb'],
          [0.25, '#eceeea'],
          [0.5, '#a4abab'],
          [0.52, '#7f8787'],
          [1, '#d5d8d4'],
        ]),
      ) + line('M-50 -450V110', '#5d6464', 6, 'opacity=".5"'),
    ) +
    shape(
      'M-66 104H64V136H-60Z',
      linear(sheet, [
        [0, '#8a6526'],
        [0.4, '#e3c176'],
        [1, '#8a6526'],
      ]),
    ) +
    inside(
      sheet,
      grip,
      shape(
        grip,
        linear(sheet, [
          [0, deepen(look.colour, 0.2)],
          [0.35, lift(look.colour, 0.3)],
          [1, deepen(look.colour, 0.5)],
        ]),
      ) +
        line(
          'M-30 130Q-40 300 -20 480M0 130Q-8 300 6 480M30 130Q24 300 26 460',
          deepen(look.colour, 0.5),
          4,
          'opacity=".4"',
        ),
    ) +
    [180, 290, 400]
      .map(
        (y) =>
          `<circle cx="-4" cy="${y}" r="11" fill="#d9b25f"/><circle cx="-6" cy="${y - 2}" r="5" fill="#f6e2ab"/>`,
      )
      .join('');
  return {
    art: `<g transform="rotate(16)">${art}</g>`,
    width: 320,
    height: 980,
    rests: 'lying',
  };
};

/** A pepper mill turned like a skittle. */
export const mill: Draw = (sheet, look) => {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const body: ProfilePoint[] = [
    [420, 74],
    [400, 84],
    [330, 92],
    [240, 76],
    [140, 84],
    [60, 122],
    [14, 130],
    [0, 126],
  ];
  const head: ProfilePoint[] = [
    [230, 20],
    [222, 56],
    [180, 100],
    [120, 112],
    [60, 96],
    [16, 74],
    [0, 72],
  ];
  const art =
    turned(sheet, {
      profile: body,
      tilt: look.tilt,
      colour: look.colour,
      gloss: 0.6,
      rings: [{ height: 90, colour: lift(look.colour, 0.4), width: 4 }],
    }) +
    `<g transform="translate(0 ${n(-424 * squash)})">${turned(sheet, {
      profile: [
        [10, 76],
        [0, 78],
      ],
      tilt: look.tilt,
      colour: '#d9b25f',
      gloss: 1.4,
    })}</g>` +
    `<g transform="translate(0 ${n(-432 * squash)})">${turned(sheet, { profile: head, tilt: look.tilt, colour: look.colour, gloss: 0.6 })}</g>` +
    `<g transform="translate(0 ${n(-656 * squash)})">${turned(sheet, {
      profile: [
        [40, 10],
        [30, 24],
        [10, 22],
        [0, 14],
      ],
      tilt: look.tilt,
      colour: '#d9b25f',
      gloss: 1.4,
    })}</g>`;
  return {
    art,
    width: 260,
    height: 700,
    foot: 252,
    rests: 'standing',
  };
};

/** A blown carafe with water in it. */
export const carafe: Draw = (sheet, look) => {
  const profile: ProfilePoint[] = [
    [800, 122],
    [790, 120],
    [700, 86],
    [600, 82],
    [500, 120],
    [340, 216],
    [180, 236],
    [60, 208],
    [14, 160],
    [0, 150],
  ];
  const water: ProfilePoint[] = [
    [420, 160],
    [340, 204],
    [180, 224],
    [70, 198],
    [24, 160],
    [18, 150],
  ];
  return {
    ...glassware(sheet, look.colour, profile, water, look.tilt),
    width: 470,
    height: 830,
    foot: 300,
    rests: 'standing',
  };
};

/** A small tumbler of the same glass; two of them. */
export const glasses: Draw = (sheet, look) => {
  const profile: ProfilePoint[] = [
    [330, 158],
    [322, 158],
    [200, 150],
    [80, 138],
    [16, 122],
    [0, 116],
  ];
  const water: ProfilePoint[] = [
    [190, 144],
    [100, 134],
    [40, 124],
    [26, 118],
  ];
  const one = glassware(sheet, look.colour, profile, water, look.tilt);
  const art = `<g transform="translate(-110 -40)">${one.art}</g><g transform="translate(130 20)">${one.art}</g>`;
  return { art, width: 560, height: 390, foot: 300, rests: 'standing' };
};

function glassware(
  sheet: Sheet,
  colour: string,
  profile: ProfilePoint[],
  water: ProfilePoint[],
  tilt: number,
) {
  const squash = Math.sqrt(1 - tilt * tilt);
  const outline = turnedOutline(profile, tilt);
  const [topHeight, topRadius] = profile[0]!;
  const [waterHeight, waterRadius] = water[0]!;
  const pale = mix(colour, '#ffffff', 0.35);
  const art =
    shape(
      outline,
      linear(sheet, [
        [0, deepen(colour, 0.35), 0.75],
        [0.14, pale, 0.35],
        [0.5, colour, 0.3],
        [0.86, pale, 0.3],
        [1, deepen(colour, 0.45), 0.8],
      ]),
    ) +
    shape(
      turnedOutline(water, tilt),
      linear(sheet, [
        [0, deepen(colour, 0.3), 0.55],
        [0.4, colour, 0.4],
        [1, deepen(colour, 0.4), 0.6],
      ]),
    ) +
    oval(0, -waterHeight * squash, waterRadius, waterRadius * tilt, lift(colour, 0.6), 'opacity=".7"') +
    inside(
      sheet,
      outline,
      line(leftEdge(profile, squash, 0.78), '#ffffff', 20, `opacity=".75" filter="${blur(sheet, 6)}"`) +
        line(leftEdge(profile, squash, -0.86), '#ffffff', 9, `opacity=".6" filter="${blur(sheet, 3)}"`) +
        line(outline, deepen(colour, 0.5), 7, `opacity=".55" filter="${blur(sheet, 2)}"`),
    ) +
    `<ellipse cx="0" cy="${n(-topHeight * squash)}" rx="${topRadius - 3}" ry="${n((topRadius - 3) * tilt)}" fill="#ffffff" fill-opacity=".18" stroke="${lift(colour, 0.7)}" stroke-width="6"/>` +
    oval(
      0,
      -8,
      profile.at(-1)![1] * 0.9,
      profile.at(-1)![1] * tilt * 0.7 + 4,
      '#ffffff',
      `opacity=".4" filter="${blur(sheet, 5)}"`,
    );
  return { art };
}

function leftEdge(profile: readonly ProfilePoint[], squash: number, part: number): string {
  return `M${profile
    .slice(1, -1)
    .map(([h, r]) => `${n(-r * part)} ${n(-h * squash)}`)
    .join('L')}`;
}
