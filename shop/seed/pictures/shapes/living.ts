import { deepen, type Hex, lift, mix } from '../colour.ts';
import type { Draw, Look } from '../drawing.ts';
import { roundBox } from '../outlines.ts';
import { blur, box, inside, line, linear, n, oval, type Sheet, shape, tile } from '../sheet.ts';
import { type ProfilePoint, turned, turnedOutline } from '../turned.ts';

/** A tall bottle-necked vase. */
export const tallVase: Draw = (sheet, look) =>
  pot(
    sheet,
    look,
    [
      [900, 92],
      [885, 96],
      [820, 74],
      [700, 70],
      [600, 92],
      [480, 176],
      [340, 232],
      [200, 226],
      [80, 182],
      [16, 140],
      [0, 132],
    ],
    70,
  );

/** A round bud vase like a washed stone. */
export const pebbleVase: Draw = (sheet, look) =>
  pot(
    sheet,
    look,
    [
      [470, 62],
      [462, 66],
      [436, 58],
      [412, 74],
      [360, 200],
      [250, 274],
      [140, 262],
      [50, 190],
      [8, 130],
      [0, 124],
    ],
    0,
  );

/** A wide-shouldered jar vase. */
export const shoulderVase: Draw = (sheet, look) =>
  pot(
    sheet,
    look,
    [
      [640, 150],
      [628, 158],
      [590, 138],
      [556, 160],
      [470, 262],
      [360, 290],
      [200, 240],
      [80, 186],
      [12, 150],
      [0, 146],
    ],
    90,
  );

/** A stepped candle holder with a candle in it. */
export const candleHolder: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const profile: ProfilePoint[] = [
    [220 * s + 60, 62],
    [214 * s + 58, 66],
    [190 * s + 40, 44],
    [100 * s + 40, 36],
    [66, 52],
    [48, 132],
    [40, 164],
    [8, 170],
    [0, 166],
  ];
  const top = 220 * s + 60;
  const candle = turned(sheet, {
    profile: [
      [340, 25],
      [332, 29],
      [0, 31],
    ],
    tilt: look.tilt,
    plain: look.plain,
    colour: look.accent ?? '#efe6d2',
    gloss: 0.2,
  });
  const art =
    turned(sheet, {
      profile,
      tilt: look.tilt,
      plain: look.plain,
      colour: look.colour,
      gloss: look.gloss ?? 0.3,
      open: { wall: 16, colour: deepen(look.colour, 0.3) },
    }) +
    `<g transform="translate(0 ${n(-(top - 16) * squash)})">${candle}</g>` +
    line(`M0 ${n(-(top + 318) * squash)}q-3 -14 2 -26`, '#3a2a20', 5);
  return {
    art,
    width: 340,
    height: top + 360,
    foot: 332,
    rests: 'standing',
  };
};

/** A bundle of dipped candles tied with a paper band, lying. */
export const candles: Draw = (sheet, look) => {
  const one = (x: number) => {
    const body = linear(sheet, [
      [0, deepen(look.colour, 0.3)],
      [0.3, lift(look.colour, 0.5)],
      [0.6, look.colour],
      [1, deepen(look.colour, 0.4)],
    ]);
    return (
      line(`M${x} -430q-10 -40 6 -74`, '#8d7f6a', 6) +
      shape(
        `M${x - 38} 430V-400Q${x - 36} -432 ${x} -434Q${x + 36} -432 ${x + 38} -400V430Q${x} 444 ${x - 38} 430Z`,
        body,
      )
    );
  };
  const paper = linear(sheet, [
    [0, '#cdbfa5'],
    [0.3, '#f3ead8'],
    [1, '#c3b292'],
  ]);
  const art =
    [-195, -117, -39, 39, 117, 195].map(one).join('') +
    shape('M-240 -40Q0 -24 240 -40V150Q0 168 -240 150Z', paper) +
    line('M-30 55q30 -46 60 0t60 0t60 0', '#1f5356', 9, 'transform="translate(-60 0)"') +
    line('M-30 85q30 -46 60 0t60 0t60 0', '#1f5356', 9, 'transform="translate(-60 0)" opacity=".55"');
  return { art, width: 480, height: 940, rests: 'lying' };
};

/** A woven basket with two looped handles. */
export const basket: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const tilt = Math.max(look.tilt, 0.16);
  const squash = Math.sqrt(1 - tilt * tilt);
  const profile = (
    [
      [430, 330],
      [420, 336],
      [300, 336],
      [150, 316],
      [30, 268],
      [0, 258],
    ] as ProfilePoint[]
  ).map(([h, r]) => [h * s, r * s] as const);
  const outline = turnedOutline(profile, tilt);
  const dark = deepen(look.colour, 0.5);
  const weave = tile(
    sheet,
    56,
    34,
    `<path d="M0 9h26M28 26h28" stroke="${lift(look.colour, 0.35)}" stroke-width="11" stroke-linecap="round"/><path d="M28 9h26M0 26h26" stroke="${deepen(look.colour, 0.28)}" stroke-width="11" stroke-linecap="round"/>`,
  );
  const loop = (x: number) =>
    line(
      `M${x - 70} ${n(-420 * s * squash)}C${x - 70} ${n(-560 * s)} ${x + 70} ${n(-560 * s)} ${x + 70} ${n(-420 * s * squash)}`,
      dark,
      30,
    ) +
    line(
      `M${x - 72} ${n(-420 * s * squash)}C${x - 74} ${n(-566 * s)} ${x + 66} ${n(-566 * s)} ${x + 66} ${n(-424 * s * squash)}`,
      look.accent ?? '#8a5a34',
      20,
    );
  const art =
    loop(0).replace('<path', `<path transform="translate(0 ${n(-330 * s * tilt)})"`) +
    turned(sheet, {
      profile,
      tilt,
      colour: look.colour,
      gloss: 0.1,
      open: { wall: 24, colour: deepen(look.colour, 0.2) },
    }) +
    inside(sheet, frontOf(profile, tilt, squash), shape(outline, weave, 'opacity=".62"')) +
    line(
      `M${n(-336 * s)} ${n(-418 * s * squash)}A${n(336 * s)} ${n(336 * s * tilt)} 0 0 0 ${n(336 * s)} ${n(-418 * s * squash)}`,
      deepen(look.colour, 0.22),
      26,
    ) +
    line(
      `M${n(-336 * s)} ${n(-424 * s * squash)}A${n(336 * s)} ${n(336 * s * tilt)} 0 0 0 ${n(336 * s)} ${n(-424 * s * squash)}`,
      lift(look.colour, 0.35),
      12,
      'stroke-dasharray="26 14"',
    ) +
    `<g transform="translate(0 ${n(330 * s * tilt)})">${loop(0)}</g>`;
  return { art, width: 680 * s, height: 600 * s, foot: 520 * s, rests: 'standing' };
};

/** A three-legged stool. */
export const stool: Draw = (sheet, look) => {
  const wood = (d: string) =>
    shape(
      d,
      linear(sheet, [
        [0, deepen(look.colour, 0.3)],
        [0.35, lift(look.colour, 0.25)],
        [1, deepen(look.colour, 0.42)],
      ]),
    );
  const seat: ProfilePoint[] = [
    [62, 318],
    [50, 330],
    [16, 326],
    [0, 306],
  ];
  const tilt = Math.max(0.17, look.tilt * 0.8);
  const rings = [0.8, 0.58, 0.34]
    .map(
      (r) =>
        `M${n(-318 * r)} -60A${n(318 * r)} ${n(318 * r * tilt)} 0 1 0 ${n(318 * r)} -60A${n(318 * r)} ${n(318 * r * tilt)} 0 1 0 ${n(-318 * r)} -60`,
    )
    .join('');
  const art =
    wood('M-40 -640L40 -640L52 -70Q28 -60 4 -70Z') +
    wood('M-250 -640L-170 -640L-236 -6Q-262 4 -286 -8Z') +
    wood('M170 -640L250 -640L290 -8Q266 4 240 -6Z') +
    wood('M-232 -268L-40 -236L-38 -206L-236 -236Z') +
    wood('M236 -268L44 -236L42 -206L240 -236Z') +
    `<g transform="translate(0 -640)">${turned(sheet, { profile: seat, tilt, colour: look.colour, gloss: 0.2, plain: look.plain })}${oval(
      0,
      -60,
      318,
      318 * tilt,
      linear(
        sheet,
        [
          [0, lift(look.colour, 0.45)],
          [1, deepen(look.colour, 0.08)],
        ],
        [0, 0, 0.9, 1],
      ),
    )}${line(rings, deepen(look.colour, 0.4), 3, 'opacity=".35"')}</g>`;
  return { art, width: 640, height: 760, foot: 560, legs: true, rests: 'standing' };
};

/** A row of turned pegs on a board, on the wall. */
export const pegRail: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const half = 420 * s;
  const outline = `M${n(-half)} -70h${n(half * 2)}v140h${n(-half * 2)}Z`;
  const face = linear(
    sheet,
    [
      [0, lift(look.colour, 0.3)],
      [0.5, look.colour],
      [1, deepen(look.colour, 0.2)],
    ],
    [0, 0, 0, 1],
  );
  const pegs = Array.from(
    { length: s > 1 ? 5 : 4 },
    (_, i, all: unknown[] = Array(s > 1 ? 5 : 4).fill(0)) => {
      const x = -half + ((i + 0.5) * half * 2) / all.length;
      return (
        oval(x + 16, 30, 40, 40, deepen(look.colour, 0.7), `opacity=".5" filter="${blur(sheet, 9)}"`) +
        oval(
          x,
          0,
          38,
          38,
          linear(
            sheet,
            [
              [0, lift(look.accent ?? look.colour, 0.5)],
              [1, deepen(look.accent ?? look.colour, 0.35)],
            ],
            [0.1, 0, 0.8, 1],
          ),
        ) +
        oval(x - 6, -6, 24, 24, lift(look.accent ?? look.colour, 0.35), 'opacity=".6"')
      );
    },
  ).join('');
  const lines = `M${n(-half)} -30h${n(half * 2)}M${n(-half)} 12q${n(half)} -20 ${n(half * 2)} 6M${n(-half)} 44h${n(half * 2)}`;
  const art =
    shape(outline, face) +
    line(lines, deepen(look.colour, 0.35), 2.5, 'opacity=".3"') +
    box(-half, -70, half * 2, 6, lift(look.colour, 0.6), 'opacity=".6"') +
    pegs;
  return { art, width: half * 2, height: 140, rests: 'lying' };
};

/** A wall clock with twelve marks and no figures. */
export const clock: Draw = (sheet, look) => {
  const hour = (i: number, r1: number, r2: number) => {
    const a = (i * Math.PI) / 6;
    return `M${n(Math.sin(a) * r1)} ${n(-Math.cos(a) * r1)}L${n(Math.sin(a) * r2)} ${n(-Math.cos(a) * r2)}`;
  };
  const marks = Array.from({ length: 12 }, (_, i) => hour(i, i % 3 ? 292 : 270, 318)).join('');
  const mark = mix(look.colour, deepen(look.colour, 0.1).startsWith('#f') ? '#22302f' : '#fff6e6', 0.85);
  const ink = luminous(look.colour) ? '#2b3533' : mark;
  const art =
    oval(
      0,
      0,
      380,
      380,
      linear(
        sheet,
        [
          [0, lift(look.colour, 0.35)],
          [1, deepen(look.colour, 0.4)],
        ],
        [0.1, 0, 0.9, 1],
      ),
    ) +
    oval(
      0,
      0,
      352,
      352,
      linear(
        sheet,
        [
          [0, deepen(look.colour, 0.22)],
          [0.6, look.colour],
          [1, lift(look.colour, 0.2)],
        ],
        [0.1, 0, 0.9, 1],
      ),
    ) +
    line(marks, ink, 10) +
    line('M14 18L-128 -164', '#22302f', 15, `opacity=".3" filter="${blur(sheet, 6)}"`) +
    line('M0 0L-138 -178', ink, 16) +
    line('M-4 10L164 -190', ink, 10) +
    oval(0, 0, 22, 22, '#bf9440');
  return { art, width: 760, height: 760, rests: 'lying' };
};

/** A rectangular tray with a raised rim, seen from above. */
export const tray: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const w = 380 * s;
  const h = 270 * s;
  const r = (inset: number) =>
    roundBox(-w + inset, -h + inset, (w - inset) * 2, (h - inset) * 2, 70 - inset * 0.6);
  const art =
    shape(
      r(0),
      linear(
        sheet,
        [
          [0, lift(look.colour, 0.5)],
          [1, deepen(look.colour, 0.3)],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    shape(r(16), deepen(look.colour, 0.32)) +
    inside(
      sheet,
      r(24),
      shape(
        r(24),
        linear(
          sheet,
          [
            [0, deepen(look.colour, 0.16)],
            [0.5, look.colour],
            [1, lift(look.colour, 0.22)],
          ],
          [0, 0, 1, 1],
        ),
      ) +
        shape(
          r(20),
          'none',
          `stroke="${deepen(look.colour, 0.7)}" stroke-width="34" opacity=".4" filter="${blur(sheet, 16)}"`,
        ),
    ) +
    [-1, 1]
      .map((side) => {
        const grip = roundBox(side * (w - 52) - 13, -84 * s, 26, 168 * s, 13);
        return inside(
          sheet,
          grip,
          shape(grip, '#cdbfa8') +
            line(
              grip,
              deepen(look.colour, 0.85),
              20,
              `opacity=".75" filter="${blur(sheet, 6)}" transform="translate(3 4)"`,
            ),
        );
      })
      .join('');
  return { art, width: w * 2, height: h * 2, rests: 'lying' };
};

function luminous(colour: Hex): boolean {
  return [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0) > 400;
}

function pot(sheet: Sheet, look: Look, profile: readonly ProfilePoint[], dip: number) {
  const s = look.size ?? 1;
  const scaled = profile.map(([h, r]) => [h * s, r * s] as const);
  const art = turned(sheet, {
    profile: scaled,
    tilt: look.tilt,
    plain: look.plain,
    colour: look.colour,
    gloss: look.gloss ?? 0.3,
    speckle: true,
    ...(dip ? { dip: { height: dip * s, colour: look.accent ?? '#b99a78' } } : {}),
    open: { wall: 12, colour: deepen(look.colour, 0.45) },
  });
  const widest = Math.max(...scaled.map(([, r]) => r));
  return {
    art,
    width: widest * 2,
    height: scaled[0]![0],
    foot: scaled.at(-1)![1] * 2,
    rests: 'standing' as const,
  };
}

function frontOf(profile: readonly ProfilePoint[], tilt: number, squash: number): string {
  const [top, bottom] = [profile[0]!, profile.at(-1)!];
  const sides = profile.map(([h, r]) => [n(r), n(-h * squash)] as const);
  return `M${n(-top[1])} ${n(-top[0] * squash)}A${n(top[1])} ${n(top[1] * tilt)} 0 0 0 ${n(top[1])} ${n(-top[0] * squash)}${sides.map(([x, y]) => `L${x} ${y}`).join('')}A${n(bottom[1])} ${n(bottom[1] * tilt)} 0 0 1 ${n(-bottom[1])} 0${sides
    .toReversed()
    .map(([x, y]) => `L-${x} ${y}`)
    .join('')}Z`;
}
