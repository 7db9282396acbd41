import { deepen, lift } from '../colour.ts';
import type { Draw, Look } from '../drawing.ts';
import { blur, box, line, linear, n, oval, type Sheet, shape } from '../sheet.ts';
import { type ProfilePoint, turned } from '../turned.ts';

const linen = '#efe3cb';

/** A thrown stoneware base under a linen drum shade. */
export const tableLamp: Draw = (sheet, look) => {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const base: ProfilePoint[] = [
    [400, 52],
    [392, 56],
    [350, 76],
    [300, 150],
    [200, 212],
    [100, 196],
    [24, 150],
    [0, 142],
  ];
  const art =
    cord(sheet, 'M120 -30C240 20 330 -30 470 10') +
    turned(sheet, {
      profile: base,
      tilt: look.tilt,
      plain: look.plain,
      colour: look.colour,
      gloss: look.gloss ?? 0.35,
      speckle: true,
      dip: { height: 46, colour: '#b99a78' },
    }) +
    up(
      400 * squash,
      turned(sheet, {
        profile: [
          [90, 16],
          [0, 16],
        ],
        tilt: look.tilt,
        plain: look.plain,
        colour: '#bf9440',
        gloss: 1.6,
      }),
    ) +
    up(452 * squash, clothShade(sheet, look, 360, 210, 300));
  return {
    art,
    width: 600,
    height: 820,
    foot: 284,
    rests: 'standing',
  };
};

/** A mushroom lamp of spun metal. */
export const domeLamp: Draw = (sheet, look) => {
  const squash = Math.sqrt(1 - look.tilt ** 2);
  const base: ProfilePoint[] = [
    [430, 30],
    [60, 34],
    [44, 60],
    [30, 180],
    [8, 188],
    [0, 186],
  ];
  const dome: ProfilePoint[] = [
    [300, 20],
    [296, 70],
    [270, 150],
    [200, 246],
    [100, 312],
    [10, 330],
    [0, 328],
  ];
  const art =
    cord(sheet, 'M150 -20C260 30 360 -20 480 14') +
    turned(sheet, { profile: base, tilt: look.tilt, plain: look.plain, colour: look.colour, gloss: 0.8 }) +
    up(
      404 * squash,
      oval(
        0,
        0,
        312,
        Math.max(14, 312 * look.tilt * 0.5),
        '#ffe9bd',
        `opacity=".9" filter="${blur(sheet, 6)}"`,
      ),
    ) +
    up(
      410 * squash,
      turned(sheet, { profile: dome, tilt: look.tilt, plain: look.plain, colour: look.colour, gloss: 0.9 }),
    ) +
    up(
      716 * squash,
      turned(sheet, {
        profile: [
          [26, 16],
          [10, 24],
          [0, 20],
        ],
        tilt: look.tilt,
        plain: look.plain,
        colour: '#bf9440',
        gloss: 1.4,
      }),
    );
  return {
    art,
    width: 660,
    height: 740,
    foot: 374,
    rests: 'standing',
  };
};

/** A slim floor lamp with a tilted metal shade on a mast. */
export const mastLamp: Draw = (sheet, look) => {
  const metal = deepen(look.colour, 0.05);
  const tube = linear(sheet, [
    [0, deepen(metal, 0.4)],
    [0.3, lift(metal, 0.5)],
    [1, deepen(metal, 0.5)],
  ]);
  const base: ProfilePoint[] = [
    [34, 40],
    [30, 150],
    [20, 176],
    [0, 178],
  ];
  const head: ProfilePoint[] = [
    [250, 40],
    [244, 62],
    [190, 74],
    [110, 130],
    [0, 178],
  ];
  const art =
    turned(sheet, { profile: base, tilt: 0.2, colour: metal, gloss: 0.8 }) +
    box(-9, -1090, 18, 1062, tube) +
    line('M0 -1086L150 -1140', metal, 18) +
    oval(0, -1086, 24, 24, '#bf9440') +
    `<g transform="translate(170 -1030) rotate(-24)">${oval(0, 2, 172, 34, '#ffe7b4')}${turned(sheet, { profile: head, tilt: 0.16, colour: look.colour, gloss: 0.9 })}</g>`;
  return { art, width: 560, height: 1310, foot: 356, rests: 'standing' };
};

/** Three wooden legs under a tall cloth shade. */
export const tripodLamp: Draw = (sheet, look) => {
  const wood = linear(sheet, [
    [0, deepen('#bd8c55', 0.35)],
    [0.4, lift('#bd8c55', 0.3)],
    [1, deepen('#bd8c55', 0.45)],
  ]);
  const art =
    shape('M-8 -830L14 -830L62 -96L40 -96Z', wood) +
    shape('M-26 -830L6 -830L-236 0L-266 0Z', wood) +
    shape('M-6 -830L26 -830L266 0L236 0Z', wood) +
    box(-60, -850, 120, 34, deepen('#bd8c55', 0.25)) +
    up(836, clothShade(sheet, look, 420, 250, 330));
  return { art, width: 640, height: 1260, foot: 540, legs: true, rests: 'standing' };
};

/** A bell-shaped pendant of spun metal on a cloth cord. */
export const bellPendant: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const bell = (
    [
      [470, 30],
      [462, 44],
      [420, 64],
      [370, 92],
      [300, 190],
      [200, 272],
      [60, 330],
      [8, 346],
      [0, 344],
    ] as ProfilePoint[]
  ).map(([h, r]) => [h * s, r * s] as const);
  const top = 330;
  const low = top + 470 * s;
  const art =
    line(`M0 -900V${top}`, '#3b3430', 9) +
    `<g transform="translate(0 ${n(top)})">${turned(sheet, {
      profile: [
        [0, 22],
        [-60, 26],
      ].map(([h, r]) => [h!, r!] as const),
      tilt: 0.1,
      colour: '#bf9440',
      gloss: 1.6,
    })}</g>` +
    `<g transform="translate(0 ${n(low)})">${oval(0, 2, 336 * s, 46 * s, '#ffeabf')}${oval(0, 12 * s, 190 * s, 24 * s, '#fffaf0', `filter="${blur(sheet, 10)}"`)}${turned(sheet, { profile: bell, tilt: 0.1, colour: look.colour, gloss: 0.7 })}</g>`;
  return {
    art,
    width: 692 * s,
    height: low,
    rests: 'hanging',
  };
};

/** A ribbed paper or glass float, hung in a net of cord. */
export const buoyPendant: Draw = (sheet, look) => {
  const s = look.size ?? 1;
  const c = 300 + 330 * s;
  const float = (
    [
      [640, 40],
      [630, 90],
      [560, 220],
      [440, 306],
      [320, 330],
      [200, 306],
      [80, 220],
      [10, 90],
      [0, 40],
    ] as ProfilePoint[]
  ).map(([h, r]) => [h * s, r * s] as const);
  const ribs = Array.from({ length: 11 }, (_, i) => ({
    height: (60 + i * 52) * s,
    colour: deepen(look.colour, 0.35),
    width: 3,
    opacity: 0.5,
  }));
  const art =
    line(`M0 -900V${n(c - 320 * s)}`, '#3b3430', 9) +
    `<g transform="translate(0 ${n(c + 320 * s)})">${turned(sheet, { profile: float, tilt: 0.05, colour: look.colour, gloss: 0.2, rings: ribs })}</g>` +
    oval(0, c + 40 * s, 240 * s, 240 * s, '#fff3cf', `opacity=".55" filter="${blur(sheet, 70)}"`) +
    `<g transform="translate(0 ${n(c - 306 * s)})">${turned(sheet, {
      profile: [
        [40, 30],
        [30, 52],
        [0, 60],
      ],
      tilt: 0.1,
      colour: '#bd8c55',
      gloss: 0.3,
    })}</g>`;
  const r = 330 * s;
  return {
    art,
    width: 660 * s,
    height: c + r,
    rests: 'hanging',
  };
};

function up(height: number, art: string): string {
  return `<g transform="translate(0 ${n(-height)})">${art}</g>`;
}

function clothShade(sheet: Sheet, look: Look, height: number, top: number, bottom: number): string {
  const cloth = look.accent ?? linen;
  const profile: ProfilePoint[] = [
    [height, top],
    [height * 0.5, (top + bottom) / 2],
    [0, bottom],
  ];
  const lit = oval(
    0,
    -height * 0.42,
    bottom * 0.62,
    height * 0.4,
    '#fff2c9',
    `opacity=".6" filter="${blur(sheet, 60)}"`,
  );
  return (
    turned(sheet, {
      profile,
      tilt: Math.max(0.06, look.tilt * 0.7),
      colour: cloth,
      gloss: 0,
      open: { wall: 7, colour: lift(cloth, 0.3) },
    }) +
    lit +
    line(
      `M${-bottom} -4A${bottom} ${n(bottom * Math.max(0.06, look.tilt * 0.7))} 0 0 0 ${bottom} -4`,
      deepen(cloth, 0.18),
      6,
      'opacity=".7"',
    )
  );
}

function cord(sheet: Sheet, d: string): string {
  return (
    line(d, '#59422c', 14, `opacity=".35" filter="${blur(sheet, 7)}" transform="translate(4 8)"`) +
    line(d, '#4a403a', 8)
  );
}
