import { twill } from '../cloth.ts';
import { deepen, lift } from '../colour.ts';
import type { Draw } from '../drawing.ts';
import { makersMark } from '../makers-mark.ts';
import { blur, inside, line, linear, n, oval, shape } from '../sheet.ts';
import { type ProfilePoint, turned } from '../turned.ts';

const leather = '#8a5a34';
const brass = '#bf9440';
/** A vacuum flask with a cup lid. */
export const flask: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const k = (points: ProfilePoint[]) => points.map(([h, r]) => [h * s, r * (0.85 + s * 0.15)] as const);
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const steel = '#c9cbc7';
  const body = k([
    [640, 128],
    [610, 146],
    [560, 158],
    [300, 160],
    [40, 160],
    [10, 154],
    [0, 148],
  ]);
  const art =
    turned(sheet, {
      profile: body,
      tilt: look.tilt,
      colour: look.colour,
      gloss: 0.7,
      rings: [{ height: 66 * s, colour: steel, width: 10, opacity: 0.9 }],
    }) +
    `<g transform="translate(0 ${n(-640 * s * squash)})">${turned(sheet, {
      profile: k([
        [34, 122],
        [0, 126],
      ]),
      tilt: look.tilt,
      colour: steel,
      gloss: 1.6,
    })}</g>` +
    `<g transform="translate(0 ${n(-670 * s * squash)})">${turned(sheet, {
      profile: k([
        [190, 104],
        [180, 118],
        [150, 124],
        [12, 130],
        [0, 128],
      ]),
      tilt: look.tilt,
      colour: look.accent ?? deepen(look.colour, 0.12),
      gloss: 0.7,
    })}</g>` +
    makersMark(-20, -330 * s * squash, lift(look.colour, 0.75));
  return {
    art,
    width: 330,
    height: 880 * s,
    foot: 300,
    rests: 'standing',
  };
};

/** A wide-mouthed drinking bottle with a loop cap. */
export const bottle: Draw = (sheet, look) => {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const body: ProfilePoint[] = [
    [640, 84],
    [610, 92],
    [560, 146],
    [500, 158],
    [300, 158],
    [30, 158],
    [8, 150],
    [0, 146],
  ];
  const art =
    turned(sheet, { profile: body, tilt: look.tilt, colour: look.colour, gloss: 0.9 }) +
    `<g transform="translate(0 ${n(-640 * squash)})">${turned(sheet, {
      profile: [
        [90, 88],
        [84, 96],
        [8, 100],
        [0, 98],
      ],
      tilt: look.tilt,
      colour: '#bd8c55',
      gloss: 0.3,
      rings: [{ height: 44, colour: '#7a5230', width: 3, opacity: 0.5 }],
    })}${line('M-60 -92C-60 -180 60 -180 60 -92', '#4a403a', 20)}</g>` +
    makersMark(-20, -300 * squash, lift(look.colour, 0.75));
  return {
    art,
    width: 316,
    height: 800,
    foot: 292,
    rests: 'standing',
  };
};

/** A storm lantern: tank, glass, cage and bail. */
export const lantern: Draw = (sheet, look) => {
  const metal = look.colour;
  const t = look.tilt;
  const squash = Math.sqrt(1 - t * t);
  const at = (h: number, art: string) => `<g transform="translate(0 ${n(-h * squash)})">${art}</g>`;
  const glass: ProfilePoint[] = [
    [260, 92],
    [200, 118],
    [130, 138],
    [60, 120],
    [0, 92],
  ];
  const pipe = (side: number) =>
    line(
      `M${side * 190} ${n(-110 * squash)}C${side * 262} ${n(-200 * squash)} ${side * 250} ${n(-470 * squash)} ${side * 110} ${n(-560 * squash)}`,
      deepen(metal, 0.4),
      32,
    ) +
    line(
      `M${side * 188} ${n(-112 * squash)}C${side * 256} ${n(-200 * squash)} ${side * 244} ${n(-466 * squash)} ${side * 108} ${n(-558 * squash)}`,
      lift(metal, 0.18),
      12,
      'opacity=".8"',
    );
  const art =
    line(
      `M-200 ${n(-430 * squash)}C-330 -900 330 -900 200 ${n(-430 * squash)}`,
      deepen('#a9afb0', 0.35),
      11,
    ) +
    pipe(-1) +
    pipe(1) +
    turned(sheet, {
      profile: [
        [120, 120],
        [108, 150],
        [80, 196],
        [30, 210],
        [8, 206],
        [0, 200],
      ],
      tilt: t,
      colour: metal,
      gloss: 0.8,
    }) +
    at(
      116,
      turned(sheet, {
        profile: [
          [70, 90],
          [50, 112],
          [0, 118],
        ],
        tilt: t,
        colour: deepen(metal, 0.15),
        gloss: 0.8,
      }),
    ) +
    at(330, oval(0, 0, 210, 210, '#ffdf9a', `opacity=".55" filter="${blur(sheet, 60)}"`)) +
    at(
      196,
      shape('M0 -120C44 -60 40 -4 0 0C-40 -4 -44 -60 0 -120Z', '#ffc861') +
        shape('M0 -76C20 -40 18 -4 0 0C-18 -4 -20 -40 0 -76Z', '#fff6dc'),
    ) +
    at(186, turned(sheet, { profile: glass, tilt: t, colour: '#dbe6df', gloss: 1.4, opacity: 0.42 })) +
    at(
      190,
      line(
        'M-132 -30C-150 -120 -140 -200 -96 -250M132 -30C150 -120 140 -200 96 -250',
        deepen('#a9afb0', 0.3),
        6,
      ),
    ) +
    at(
      446,
      turned(sheet, {
        profile: [
          [150, 40],
          [140, 66],
          [120, 70],
          [100, 96],
          [40, 104],
          [20, 124],
          [0, 128],
        ],
        tilt: t,
        colour: metal,
        gloss: 0.8,
      }),
    );
  return {
    art,
    width: 500,
    height: 820,
    foot: 400,
    rests: 'standing',
  };
};

/** A folding knife, open, seen from above. */
export const pocketKnife: Draw = (sheet, look) => {
  const blade = 'M-40 -46C-180 -76 -340 -60 -452 26C-330 36 -160 44 -40 44Z';
  const grip =
    'M-60 -58C60 -92 250 -84 372 -40C440 -14 440 60 386 82C250 96 80 64 -50 60C-84 56 -90 -48 -60 -58Z';
  const edge = linear(
    sheet,
    [
      [0, '#f3f3ee'],
      [0.45, '#a8aeae'],
      [0.55, '#8b9292'],
      [1, '#e8eae6'],
    ],
    [0, 0, 0.1, 1],
  );
  const grainLines = 'M-40 -20C80 -50 260 -44 400 -4M-50 10C90 -8 250 0 410 30M-46 40C80 34 250 50 380 64';
  const art =
    shape(blade, edge) +
    line('M-60 -6C-180 -22 -320 -6 -430 22', '#7d8484', 3, 'opacity=".7"') +
    line('M-90 -50q-20 14 -66 6', '#5d6464', 5) +
    inside(
      sheet,
      grip,
      shape(
        grip,
        linear(
          sheet,
          [
            [0, lift(look.colour, 0.4)],
            [0.5, look.colour],
            [1, deepen(look.colour, 0.5)],
          ],
          [0, 0, 0, 1],
        ),
      ) +
        line(grainLines, deepen(look.colour, 0.45), 4, 'opacity=".4"') +
        line(
          'M-50 -44C80 -78 250 -70 380 -26',
          lift(look.colour, 0.8),
          12,
          `opacity=".6" filter="${blur(sheet, 5)}"`,
        ),
    ) +
    shape(
      'M-86 -62H-24V64H-84Z',
      linear(
        sheet,
        [
          [0, '#d9b25f'],
          [1, '#8a6526'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    [-54, 130, 330]
      .map(
        (x) =>
          `<circle cx="${x}" cy="${x > 300 ? 20 : 2}" r="13" fill="#d9b25f"/><circle cx="${x - 2}" cy="${x > 300 ? 18 : 0}" r="6" fill="#f4dda0"/>`,
      )
      .join('') +
    line('M392 30C470 60 470 160 400 190C350 210 330 270 380 300', leather, 11);
  return {
    art: `<g transform="rotate(-24) scale(.92)">${art}</g>`,
    width: 860,
    height: 560,
    rests: 'lying',
  };
};

/** An enamelled mug with a dark rim. */
export const enamelMug: Draw = (sheet, look) => {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const rim = look.accent ?? '#27364a';
  const profile: ProfilePoint[] = [
    [430, 236],
    [422, 240],
    [410, 226],
    [230, 222],
    [30, 218],
    [10, 212],
    [0, 202],
  ];
  const handle = `M216 ${n(-340 * squash)}C340 ${n(-360 * squash)} 360 ${n(-110 * squash)} 216 ${n(-90 * squash)}`;
  const art =
    line(handle, deepen(look.colour, 0.4), 34) +
    line(handle, look.colour, 24, 'transform="translate(-3 -3)"') +
    line(handle, rim, 6) +
    turned(sheet, {
      profile,
      tilt: look.tilt,
      colour: look.colour,
      gloss: 1.1,
      open: { wall: 14, colour: '#e9e4d8', ...(look.tilt > 0.2 ? { fill: '#4a2c1a', level: 80 } : {}) },
    }) +
    `<ellipse cx="0" cy="${n(-426 * squash)}" rx="236" ry="${n(236 * look.tilt)}" fill="none" stroke="${rim}" stroke-width="13"/>`;
  return {
    art,
    width: 600,
    height: 440,
    foot: 400,
    rests: 'standing',
  };
};

/** A folding stool: crossed legs, sling of canvas. */
export const campStool: Draw = (sheet, look) => {
  const wood = (x1: number, x2: number) =>
    shape(
      `M${x1 - 24} -560L${x1 + 24} -560L${x2 + 24} 0L${x2 - 24} 0Z`,
      linear(sheet, [
        [0, deepen('#bd8c55', 0.3)],
        [0.4, lift('#bd8c55', 0.35)],
        [1, deepen('#bd8c55', 0.4)],
      ]),
    );
  const seat = 'M-300 -600Q0 -500 300 -600L318 -560Q0 -420 -318 -560Z';
  const art =
    wood(230, -250) +
    wood(-230, 250) +
    oval(0, -290, 18, 18, brass) +
    line('M-210 -80H210', deepen('#bd8c55', 0.35), 26) +
    line('M-210 -84H210', lift('#bd8c55', 0.25), 12) +
    inside(
      sheet,
      seat,
      shape(seat, look.colour) +
        shape(seat, twill(sheet, look.colour), 'opacity=".4"') +
        line(
          'M-300 -604Q0 -504 300 -604',
          lift(look.colour, 0.7),
          20,
          `opacity=".5" filter="${blur(sheet, 9)}"`,
        ) +
        line(
          'M-318 -556Q0 -416 318 -556',
          deepen(look.colour, 0.85),
          40,
          `opacity=".55" filter="${blur(sheet, 14)}"`,
        ),
    ) +
    line('M-300 -600H-330M300 -600H330', deepen('#bd8c55', 0.2), 40) +
    line('M-300 -604H-326M300 -604H326', lift('#bd8c55', 0.3), 16);
  return { art, width: 640, height: 640, foot: 540, legs: true, rests: 'standing' };
};

/** A hand trowel with a turned handle. */
export const trowel: Draw = (sheet, look) => {
  const blade = 'M-92 -10C-110 -160 -90 -330 0 -440C90 -330 110 -160 92 -10C60 14 -60 14 -92 -10Z';
  const grip: ProfilePoint[] = [
    [380, 30],
    [372, 40],
    [340, 46],
    [250, 40],
    [140, 50],
    [40, 44],
    [10, 34],
    [0, 30],
  ];
  const art =
    line('M0 0C-4 40 2 70 0 110', '#6f7676', 30) +
    line('M-5 0C-9 40 -3 70 -5 110', '#c9cdca', 9) +
    inside(
      sheet,
      blade,
      shape(
        blade,
        linear(sheet, [
          [0, '#dfe2dd'],
          [0.45, '#9aa1a1'],
          [0.55, '#777e7e'],
          [1, '#b9bfbd'],
        ]),
      ) + line('M-60 -20C-80 -160 -60 -300 0 -410', '#ffffff', 18, `opacity=".6" filter="${blur(sheet, 7)}"`),
    ) +
    `<g transform="translate(0 470)">${turned(sheet, {
      profile: grip,
      tilt: 0.04,
      colour: look.colour,
      gloss: 0.4,
      rings: [
        { height: 330, colour: deepen(look.colour, 0.5), width: 4 },
        { height: 60, colour: deepen(look.colour, 0.5), width: 4 },
      ],
    })}</g>` +
    line('M0 466C-60 520 60 560 0 610', leather, 10);
  return {
    art: `<g transform="rotate(18)">${art}</g>`,
    width: 420,
    height: 1020,
    rests: 'lying',
  };
};

/** A stick umbrella, open, seen a little from the side. */
export const umbrella: Draw = (sheet, look) => {
  const canopy =
    'M-430 0C-420 -250 -220 -390 0 -390C220 -390 420 -250 430 0Q360 -52 288 0Q216 -56 144 0Q72 -58 0 0Q-72 -58 -144 0Q-216 -56 -288 0Q-360 -52 -430 0Z';
  const ribs =
    'M0 -390Q-250 -240 -288 0M0 -390Q-110 -220 -144 0M0 -390V0M0 -390Q110 -220 144 0M0 -390Q250 -240 288 0';
  const wood = look.accent ?? '#754a30';
  const hook = 'M0 -20V520C0 620 -110 620 -110 530';
  const panel =
    'M0 -390Q110 -220 144 0Q216 -56 288 0Q250 -240 0 -390ZM0 -390C220 -390 420 -250 430 0Q360 -52 288 0Q250 -240 0 -390Z';
  const art =
    line(hook, deepen(wood, 0.35), 24) +
    line(hook, lift(wood, 0.12), 13, 'transform="translate(-3 0)"') +
    line('M0 -390V-436', deepen(wood, 0.2), 16) +
    inside(
      sheet,
      canopy,
      shape(canopy, look.colour) +
        shape(panel, deepen(look.colour, 0.5), 'opacity=".35"') +
        shape(
          'M0 -390Q-110 -220 -144 0Q-216 -56 -288 0Q-250 -240 0 -390Z',
          lift(look.colour, 0.5),
          'opacity=".22"',
        ) +
        line(ribs, deepen(look.colour, 0.6), 5, 'opacity=".6"') +
        line(
          'M-380 -60C-360 -220 -240 -330 -80 -360',
          lift(look.colour, 0.8),
          34,
          `opacity=".4" filter="${blur(sheet, 18)}"`,
        ) +
        line(
          'M-440 10Q0 -70 440 10',
          deepen(look.colour, 0.85),
          44,
          `opacity=".4" filter="${blur(sheet, 18)}"`,
        ),
    );
  return { art, width: 860, height: 1040, rests: 'lying' };
};
