import { deepen, type Hex, lift, mix } from '../colour.ts';
import type { Draw, Look } from '../drawing.ts';
import { ground } from '../palette.ts';
import { blur, line, linear, n, oval, type Sheet } from '../sheet.ts';
import { type ProfilePoint, turned } from '../turned.ts';

const clay = '#b99a78';

/** A mug with a thrown belly, a bare clay foot and a wide handle. */
export const mug: Draw = (sheet, look) => {
  const profile: ProfilePoint[] = [
    [520, 222],
    [508, 226],
    [400, 224],
    [250, 226],
    [120, 222],
    [52, 200],
    [14, 168],
    [0, 160],
  ];
  return vessel(sheet, look, profile, {
    dip: 62,
    wall: 15,
    drink: '#4a2c1a',
    behind: (squash) =>
      handle(
        sheet,
        look.colour,
        `M205 ${n(-415 * squash)}C330 ${n(-455 * squash)} 392 ${n(-380 * squash)} 384 ${n(-285 * squash)}C376 ${n(-185 * squash)} 300 ${n(-120 * squash)} 208 ${n(-135 * squash)}`,
        44,
      ),
    extra: 150,
  });
};

/** A straight cup without a handle, with throwing lines under the glaze. */
export const tumbler: Draw = (sheet, look) =>
  vessel(
    sheet,
    look,
    [
      [460, 196],
      [448, 200],
      [300, 192],
      [150, 180],
      [50, 166],
      [12, 150],
      [0, 142],
    ],
    {
      dip: 120,
      wall: 12,
      rings: [400, 340, 285, 235],
    },
  );

/** A small espresso cup with a flared lip. */
export const espressoCup: Draw = (sheet, look) =>
  vessel(
    sheet,
    look,
    [
      [330, 190],
      [318, 190],
      [240, 166],
      [140, 158],
      [60, 148],
      [18, 118],
      [0, 108],
    ],
    {
      dip: 44,
      wall: 12,
      drink: '#3a2114',
      behind: (squash) =>
        handle(
          sheet,
          look.colour,
          `M165 ${n(-255 * squash)}C262 ${n(-285 * squash)} 286 ${n(-110 * squash)} 152 ${n(-105 * squash)}`,
          30,
        ),
      extra: 90,
    },
  );

/** A deep bowl on a narrow foot. */
export const bowl: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const profile: ProfilePoint[] = [
    [310, 390],
    [298, 394],
    [230, 376],
    [130, 312],
    [60, 222],
    [34, 164],
    [30, 150],
    [0, 146],
  ];
  return vessel(
    sheet,
    { ...look, tilt: Math.max(look.tilt, 0.2) },
    profile.map(([h, r]) => [h * s, r * s]),
    { dip: 40 * s, wall: 14 },
  );
};

/** A serving bowl with a pouring lip. */
export const pouringBowl: Draw = (sheet, look) => {
  const tilt = Math.max(look.tilt, 0.24);
  const squash = Math.sqrt(1 - tilt * tilt);
  const drawn = vessel(
    sheet,
    { ...look, tilt },
    [
      [340, 350],
      [328, 354],
      [240, 350],
      [120, 300],
      [50, 210],
      [28, 160],
      [0, 154],
    ],
    { dip: 36, wall: 15 },
  );
  const y = -340 * squash;
  const spout = `M-318 ${n(y - 40)}C-380 ${n(y - 36)} -425 ${n(y - 26)} -446 ${n(y - 4)}C-420 ${n(y + 40)} -370 ${n(y + 66)} -322 ${n(y + 76)}Z`;
  const art =
    `<path d="${spout}" fill="${lift(look.colour, 0.12)}"/><path d="M-330 ${n(y - 22)}C-380 ${n(y - 22)} -410 ${n(y - 14)} -428 ${n(y - 2)}C-400 ${n(y + 20)} -370 ${n(y + 28)} -336 ${n(y + 34)}Z" fill="${deepen(look.colour, 0.4)}"/>` +
    drawn.art;
  return { ...drawn, art, width: drawn.width + 100 };
};

/** A plate with a low raised rim. */
export const plate: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const tilt = Math.max(look.tilt, 0.34);
  const profile: ProfilePoint[] = [
    [58, 430],
    [52, 432],
    [40, 424],
    [20, 380],
    [8, 300],
    [0, 292],
  ];
  const scaled: ProfilePoint[] = profile.map(([h, r]) => [h * s, r * s]);
  const squash = Math.sqrt(1 - tilt * tilt);
  const body = turned(sheet, {
    profile: scaled,
    tilt,
    colour: look.colour,
    gloss: look.gloss ?? 0.35,
    speckle: true,
  });
  const y = -58 * s * squash;
  const at = (r: number, dy: number, fill: string, more = '') =>
    `<ellipse cx="0" cy="${n(y + dy)}" rx="${n(r * s)}" ry="${n(r * s * tilt)}" fill="${fill}"${more}/>`;
  const deep = 14 * s;
  const across = [0.15, 0, 0.85, 1];
  const rimFace = linear(
    sheet,
    [
      [0, lift(look.colour, 0.32)],
      [0.6, look.colour],
      [1, deepen(look.colour, 0.16)],
    ],
    across,
  );
  const wellWall = linear(
    sheet,
    [
      [0, deepen(look.colour, 0.34)],
      [0.55, deepen(look.colour, 0.14)],
      [1, lift(look.colour, 0.45)],
    ],
    across,
  );
  const floor = linear(
    sheet,
    [
      [0, deepen(look.colour, 0.12)],
      [0.6, mix(look.colour, '#ffffff', 0.08)],
      [1, lift(look.colour, 0.2)],
    ],
    across,
  );
  const sheen = `opacity=".32" filter="${blur(sheet, 44)}"`;
  const below = `opacity=".38" filter="${blur(sheet, 20)}"`;
  const art =
    oval(16 * s, y + 44 * s * squash + 10, 428 * s, 420 * s * tilt, ground.shadow, below) +
    body +
    at(430, 0, lift(look.colour, 0.5)) +
    at(423, 2, rimFace) +
    at(318, 6 * s, lift(look.colour, 0.5)) +
    at(316, 8 * s, wellWall) +
    at(292, 8 * s + deep * squash, floor) +
    oval(70 * s, y + 40 * s * tilt, 200 * s, 160 * s * tilt, lift(look.colour, 0.7), sheen) +
    (look.plain ? '' : plateDots(look.colour, y, s, tilt));
  return {
    art,
    width: 864 * s,
    foot: 600 * s,
    height: 120 * s,
    rests: 'standing',
  };
};

/** A stoneware jug with a pulled spout. */
export const jug: Draw = (sheet, look) => {
  const drawn = vessel(
    sheet,
    look,
    [
      [720, 150],
      [700, 150],
      [600, 132],
      [520, 138],
      [380, 218],
      [240, 262],
      [120, 250],
      [40, 205],
      [0, 180],
    ],
    {
      dip: 96,
      wall: 12,
      behind: (squash) =>
        handle(
          sheet,
          look.colour,
          `M128 ${n(-640 * squash)}C300 ${n(-690 * squash)} 350 ${n(-520 * squash)} 318 ${n(-420 * squash)}C296 ${n(-350 * squash)} 262 ${n(-330 * squash)} 236 ${n(-330 * squash)}`,
          38,
        ),
      extra: 80,
    },
  );
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const y = -720 * squash;
  const spout = `<path d="M-120 ${n(y - 20)}C-170 ${n(y - 22)} -205 ${n(y - 18)} -222 ${n(y - 6)}C-206 ${n(y + 44)} -165 ${n(y + 90)} -126 ${n(y + 120)}Z" fill="${mix(look.colour, '#fff6e6', 0.14)}"/><path d="M-222 ${n(y - 6)}C-206 ${n(y + 44)} -165 ${n(y + 90)} -126 ${n(y + 120)}L-118 ${n(y + 60)}Z" fill="${deepen(look.colour, 0.4)}" opacity=".5"/>`;
  return { ...drawn, art: spout + drawn.art };
};

/** A round teapot with a lid knob, spout and handle. */
export const teapot: Draw = (sheet, look) => {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const h = (value: number) => n(-value * squash);
  const body: ProfilePoint[] = [
    [430, 110],
    [420, 140],
    [380, 220],
    [280, 290],
    [170, 292],
    [80, 240],
    [24, 176],
    [0, 160],
  ];
  const lid: ProfilePoint[] = [
    [560, 22],
    [550, 40],
    [520, 40],
    [500, 20],
    [480, 34],
    [464, 90],
    [440, 124],
    [424, 126],
  ];
  const spout = `M-250 ${h(240)}C-330 ${h(250)} -350 ${h(380)} -420 ${h(440)}`;
  const art =
    handle(sheet, look.colour, `M232 ${h(350)}C400 ${h(420)} 440 ${h(180)} 250 ${h(130)}`, 40) +
    line(spout, deepen(look.colour, 0.25), 74) +
    line(
      `M-262 ${h(254)}C-335 ${h(268)} -362 ${h(392)} -424 ${h(446)}`,
      lift(look.colour, 0.2),
      26,
      `opacity=".7" filter="${blur(sheet, 8)}"`,
    ) +
    turned(sheet, {
      profile: body,
      tilt: look.tilt,
      plain: look.plain,
      colour: look.colour,
      gloss: look.gloss ?? 0.35,
      speckle: true,
      dip: { height: 60, colour: clay },
    }) +
    turned(sheet, {
      profile: lid,
      tilt: look.tilt,
      plain: look.plain,
      colour: look.colour,
      gloss: look.gloss ?? 0.35,
    });
  return {
    art,
    width: 760,
    height: 580,
    foot: 320,
    rests: 'standing',
  };
};

function vessel(
  sheet: Sheet,
  look: Look,
  profile: readonly ProfilePoint[],
  with_: {
    dip: number;
    wall: number;
    drink?: Hex;
    rings?: readonly number[];
    behind?: (squash: number) => string;
    extra?: number;
  },
) {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const art = turned(sheet, {
    profile,
    tilt: look.tilt,
    plain: look.plain,
    colour: look.colour,
    gloss: look.gloss ?? 0.35,
    speckle: true,
    dip: { height: with_.dip, colour: clay },
    rings: (with_.rings ?? []).map((height) => ({
      height,
      colour: deepen(look.colour, 0.35),
      width: 3,
      opacity: 0.5,
    })),
    open: {
      wall: with_.wall,
      colour: lift(look.colour, 0.2),
      ...(with_.drink && look.tilt > 0.2 ? { fill: with_.drink, level: 70 } : {}),
    },
  });
  const widest = Math.max(...profile.map(([, r]) => r));
  return {
    art: (with_.behind?.(squash) ?? '') + art,
    width: widest * 2 + (with_.extra ?? 0),
    height: profile[0]![0] * squash + widest * look.tilt,
    foot: profile.at(-1)![1] * 2,
    rests: 'standing' as const,
  };
}

function handle(sheet: Sheet, colour: Hex, d: string, width: number): string {
  return (
    line(d, deepen(colour, 0.42), width) +
    line(
      d,
      deepen(colour, 0.08),
      width * 0.72,
      `transform="translate(${n(-width * 0.1)} ${n(-width * 0.1)})"`,
    ) +
    line(
      d,
      lift(colour, 0.7),
      width * 0.2,
      `transform="translate(${n(-width * 0.16)} ${n(-width * 0.18)})" opacity=".6" filter="${blur(sheet, width * 0.09)}"`,
    )
  );
}

function plateDots(colour: Hex, y: number, s: number, tilt: number): string {
  const dots = Array.from({ length: 60 }, (_, i) => {
    const angle = i * 2.39996;
    const r = 400 * s * Math.sqrt((i + 0.5) / 60);
    return `M${n(Math.cos(angle) * r, 0)} ${n(y + Math.sin(angle) * r * tilt, 0)}h0`;
  });
  return line(dots.join(''), deepen(colour, 0.55), 3.2, 'opacity=".4"');
}
