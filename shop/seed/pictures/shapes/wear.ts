import { twill } from '../cloth.ts';
import { deepen, lift } from '../colour.ts';
import type { Draw, Drawing, Look } from '../drawing.ts';
import { blur, box, inside, line, n, oval, type Sheet, shape } from '../sheet.ts';
import { cables, rib, stocking } from '../stitches.ts';

const bodyLine =
  'M-128 -438Q0 -372 128 -438L292 -384Q286 -250 268 -110Q270 160 280 440Q0 458 -280 440Q-270 160 -268 -110Q-286 -250 -292 -384Z';
const sleeveLine =
  'M-250 -398C-340 -368 -408 -300 -430 -80L-474 352Q-424 376 -364 366C-350 170 -322 20 -262 -96Q-250 -250 -250 -398Z';
const vestLine =
  'M-128 -438Q0 -372 128 -438L236 -400Q196 -250 268 -110Q270 160 280 440Q0 458 -280 440Q-270 160 -268 -110Q-196 -250 -236 -400Z';

interface TopStyle {
  readonly cloth: (sheet: Sheet, colour: string) => string;
  readonly clothOpacity?: number;
  readonly stripes?: boolean;
  readonly neck: 'crew' | 'roll' | 'vee';
  readonly buttons?: boolean;
  readonly sleeves?: boolean;
}

/** A fisherman's jumper with cables and a roll collar. */
export const fisherJumper: Draw = (sheet, look) =>
  knitTop(sheet, look, { cloth: cables, clothOpacity: 0.6, neck: 'roll' });

/** A plain crew-neck jumper. */
export const crewJumper: Draw = (sheet, look) => knitTop(sheet, look, { cloth: stocking, neck: 'crew' });

/** A jumper with stripes all round. */
export const stripedJumper: Draw = (sheet, look) =>
  knitTop(sheet, look, { cloth: stocking, neck: 'crew', stripes: true });

/** A button-through cardigan. */
export const cardigan: Draw = (sheet, look) =>
  knitTop(sheet, look, { cloth: (s, c) => stocking(s, c, 22), neck: 'vee', buttons: true });

/** A sleeveless slipover. */
export const slipover: Draw = (sheet, look) =>
  knitTop(sheet, look, { cloth: (s, c) => rib(s, c, 34), clothOpacity: 0.5, neck: 'vee', sleeves: false });

/** A hooded rain jacket with a storm flap. */
export const rainJacket: Draw = (sheet, look) => {
  const trim = look.accent ?? '#d8b25a';
  const hood = 'M-150 -420C-190 -560 -110 -640 0 -640C110 -640 190 -560 150 -420Q0 -340 -150 -420Z';
  const body =
    'M-150 -436Q0 -372 150 -436L304 -380Q300 -240 286 -110Q296 200 316 500Q0 526 -316 500Q-296 200 -286 -110Q-300 -240 -304 -380Z';
  const art =
    sleeve(sheet, look, (d) => shape(d, look.colour), false) +
    shape(hood, deepen(look.colour, 0.22)) +
    shape(
      'M-104 -440C-130 -540 -76 -590 0 -590C76 -590 130 -540 104 -440Q0 -372 -104 -440Z',
      deepen(look.colour, 0.62),
    ) +
    inside(
      sheet,
      hood,
      line(
        'M-104 -640Q-190 -520 -120 -400M0 -640Q40 -600 30 -560',
        lift(look.colour, 0.7),
        26,
        `opacity=".4" filter="${blur(sheet, 12)}"`,
      ),
    ) +
    inside(
      sheet,
      body,
      shape(body, look.colour) +
        soften(sheet, look) +
        line('M-286 -230Q0 -150 286 -230', deepen(look.colour, 0.45), 4, 'opacity=".6"') +
        line('M-286 -222Q0 -142 286 -222', lift(look.colour, 0.6), 3, 'opacity=".5"'),
    ) +
    shape('M-34 -402L44 -402L50 512L-30 512Z', lift(look.colour, 0.06)) +
    line('M50 512L44 -402', deepen(look.colour, 0.6), 5, 'opacity=".7"') +
    [-330, -170, -10, 150, 310, 450]
      .map((y) => oval(8, y, 13, 13, deepen(trim, 0.15)) + oval(6, y - 2, 9, 9, lift(trim, 0.35)))
      .join('') +
    [-1, 1]
      .map(
        (side) =>
          shape(
            `M${side * 96} 176L${side * 246} 150L${side * 252} 196L${side * 100} 222Z`,
            deepen(look.colour, 0.14),
          ) + line(`M${side * 100} 224L${side * 252} 198`, deepen(look.colour, 0.7), 6, 'opacity=".55"'),
      )
      .join('') +
    line('M-60 -420C-70 -330 -66 -300 -74 -262M60 -420C74 -340 64 -310 70 -276', trim, 8) +
    oval(-74, -256, 10, 14, deepen(trim, 0.4)) +
    oval(70, -270, 10, 14, deepen(trim, 0.4));
  return { art, width: 960, height: 1160, rests: 'lying' };
};

/** A deckhand's smock: boxy, stand collar, kangaroo pocket. */
export const smock: Draw = (sheet, look) => {
  const collar = 'M-130 -432Q-120 -486 -104 -500Q0 -462 104 -500Q120 -486 130 -432Q0 -366 -130 -432Z';
  const drawn = clothTop(sheet, look);
  const art =
    drawn +
    shape(collar, deepen(look.colour, 0.08)) +
    line('M-118 -470Q0 -420 118 -470', lift(look.colour, 0.5), 3, 'stroke-dasharray="12 8" opacity=".7"') +
    shape('M-12 -400L12 -400L10 -190L-10 -190Z', deepen(look.colour, 0.3)) +
    line('M0 -396V-196', '#bf9440', 5) +
    shape('M-176 90H176L214 330H-214Z', lift(look.colour, 0.05)) +
    line('M-170 98H170M-206 322H206', lift(look.colour, 0.5), 3, 'stroke-dasharray="12 8" opacity=".7"') +
    line('M-178 92L-216 328M178 92L216 328', deepen(look.colour, 0.65), 8, 'opacity=".5"');
  return {
    art,
    width: 950,
    height: 960,
    rests: 'lying',
  };
};

/** A beanie with a deep turn-up. */
export const beanie: Draw = (sheet, look) => {
  const dome = 'M-300 90C-320 -180 -190 -356 0 -360C190 -356 320 -180 300 90Z';
  const cuff = 'M-318 60Q0 30 318 60Q330 150 322 250Q0 288 -322 250Q-330 150 -318 60Z';
  const ribs = Array.from({ length: 15 }, (_, i) => `M0 -360Q${(i - 7) * 40} -260 ${(i - 7) * 44} 90`).join(
    '',
  );
  const art =
    inside(
      sheet,
      dome,
      shape(dome, look.colour) +
        line(ribs, deepen(look.colour, 0.4), 12, 'opacity=".55"') +
        line(ribs, lift(look.colour, 0.4), 8, 'opacity=".5" transform="translate(14 0)"') +
        round(sheet, look, 300),
    ) +
    inside(
      sheet,
      cuff,
      shape(cuff, rib(sheet, look.colour, 26)) +
        line('M-320 62Q0 32 320 62', lift(look.colour, 0.6), 14, `opacity=".5" filter="${blur(sheet, 6)}"`) +
        line(
          'M-322 252Q0 290 322 252',
          deepen(look.colour, 0.8),
          34,
          `opacity=".5" filter="${blur(sheet, 14)}"`,
        ) +
        round(sheet, look, 320),
    ) +
    line(
      'M-318 62Q0 32 318 62',
      deepen(look.colour, 0.75),
      10,
      `opacity=".45" filter="${blur(sheet, 6)}" transform="translate(0 -8)"`,
    ) +
    tag(200, 150);
  return { art, width: 650, height: 640, rests: 'lying' };
};

/** A long scarf, looped once, fringe at both ends. */
export const scarf: Draw = (sheet, look) => {
  const back = 'M-90 -470C-280 -440 -300 -120 -130 40L-250 470L-40 510L60 40C-60 -110 -60 -300 60 -300Z';
  const front =
    'M-90 -470C120 -520 320 -400 290 -180C270 -30 140 60 120 130L236 500L30 520L-90 120C-90 -20 120 -90 110 -210C104 -290 0 -310 -60 -300Z';
  const stripe = look.accent ?? lift(look.colour, 0.6);
  const fringe = (x1: number, y1: number, x2: number, y2: number) =>
    line(
      Array.from(
        { length: 14 },
        (_, i) =>
          `M${n(x1 + ((x2 - x1) * i) / 13)} ${n(y1 + ((y2 - y1) * i) / 13)}q4 30 ${i % 2 ? 4 : -4} 66`,
      ).join(''),
      deepen(look.colour, 0.12),
      8,
    );
  const piece = (d: string, bands: string) =>
    inside(
      sheet,
      d,
      shape(d, look.colour) +
        shape(bands, stripe, 'opacity=".85"') +
        shape(d, stocking(sheet, look.colour, 15), 'opacity=".5"'),
    );
  const soft = blur(sheet, 26);
  const art =
    fringe(-248, 466, -42, 506) +
    piece(back, 'M-250 350L-10 396L-18 430L-258 384ZM-262 410L-24 452L-28 470L-268 430Z') +
    inside(
      sheet,
      back,
      line(
        'M40 30C-90 -120 -80 -320 60 -320M-60 510L50 60',
        deepen(look.colour, 0.85),
        60,
        `opacity=".5" filter="${soft}"`,
      ) +
        line(
          'M-240 -250C-260 -100 -170 0 -160 60L-250 460',
          lift(look.colour, 0.7),
          40,
          `opacity=".35" filter="${soft}"`,
        ),
    ) +
    fringe(32, 516, 234, 496) +
    piece(front, 'M-20 380L224 356L232 392L-10 414ZM0 440L240 418L244 436L4 458Z') +
    inside(
      sheet,
      front,
      line(
        'M290 -200C260 -20 160 40 150 130L240 500M100 -300Q160 -220 60 -100',
        deepen(look.colour, 0.85),
        46,
        `opacity=".42" filter="${soft}"`,
      ) +
        line(
          'M-60 -430C100 -470 240 -400 220 -220C190 -60 20 20 10 120L80 500',
          lift(look.colour, 0.7),
          44,
          `opacity=".32" filter="${soft}"`,
        ),
    );
  return { art, width: 600, height: 1100, rests: 'lying' };
};

/** A pair of socks, one over the other. */
export const socks: Draw = (sheet, look) => {
  const d =
    'M-120 -460L100 -460L108 120C112 200 230 260 330 330C380 370 360 460 260 462C120 464 -60 400 -120 300C-140 250 -126 140 -120 60Z';
  const one = (shadeBy: number) =>
    inside(
      sheet,
      d,
      shape(d, deepen(look.colour, shadeBy)) +
        shape(d, stocking(sheet, look.colour, 13), 'opacity=".55"') +
        shape('M-130 -470H120V-310H-130Z', rib(sheet, look.accent ?? look.colour, 16)) +
        shape('M240 270Q190 380 230 470H400V260Z', look.accent ?? deepen(look.colour, 0.2), 'opacity=".95"') +
        shape('M-130 170Q40 200 20 330L-140 390Z', look.accent ?? deepen(look.colour, 0.2), 'opacity=".95"') +
        line(
          'M104 -460L112 130C116 190 240 250 350 340',
          deepen(look.colour, 0.8),
          46,
          `opacity=".4" filter="${blur(sheet, 20)}"`,
        ) +
        line('M-70 -450V150', lift(look.colour, 0.7), 40, `opacity=".35" filter="${blur(sheet, 18)}"`),
    );
  const art = `<g transform="translate(-70 -24) rotate(7)">${one(0.16)}</g><path d="${d}" transform="translate(56 44)" fill="#59422c" opacity=".4" filter="${blur(sheet, 16)}"/><g transform="translate(40 24)">${one(0)}</g>`;
  return { art, width: 700, height: 980, rests: 'lying' };
};

/** A pair of mittens on a cord. */
export const mittens: Draw = (sheet, look) => {
  const d =
    'M-100 380L-104 60C-150 20 -214 -60 -190 -120C-170 -160 -130 -130 -104 -80C-120 -240 -90 -420 20 -424C130 -420 156 -240 140 -40L120 380Q0 400 -100 380Z';
  const one = inside(
    sheet,
    d,
    shape(d, look.colour) +
      shape(d, stocking(sheet, look.colour, 18), 'opacity=".55"') +
      shape('M-130 190H150V420H-130Z', rib(sheet, look.accent ?? look.colour, 20)) +
      line(
        'M150 -200Q170 100 120 400',
        deepen(look.colour, 0.8),
        60,
        `opacity=".45" filter="${blur(sheet, 24)}"`,
      ) +
      line(
        'M-30 -360Q-70 -100 -50 360',
        lift(look.colour, 0.7),
        46,
        `opacity=".35" filter="${blur(sheet, 22)}"`,
      ) +
      line('M-104 -70Q-90 0 -96 70', deepen(look.colour, 0.8), 20, `opacity=".4" filter="${blur(sheet, 9)}"`),
  );
  const cordLine = 'M-200 366C-260 520 -60 560 0 500S250 480 206 366';
  const art =
    line(cordLine, deepen(look.colour, 0.35), 15) +
    line(cordLine, lift(look.colour, 0.15), 9, 'stroke-dasharray="10 8"') +
    `<g transform="translate(220 10) rotate(6) scale(-1 1)">${one}</g><g transform="translate(-210 0) rotate(-6)">${one}</g>`;
  return {
    art,
    width: 800,
    height: 960,
    rests: 'lying',
  };
};

/** A sou'wester with a long back brim. */
export const souwester: Draw = (sheet, look) => {
  const brim =
    'M-400 150C-380 40 -260 -10 0 -14C260 -10 390 40 420 170C430 250 330 250 240 200C120 150 -120 150 -240 196C-330 232 -410 220 -400 150Z';
  const crown = 'M-250 70C-270 -160 -160 -320 0 -324C160 -320 270 -160 250 70Q0 140 -250 70Z';
  const seams = 'M0 -324V110M-96 -300Q-170 -120 -150 92M96 -300Q170 -120 150 92';
  const art =
    shape(brim, deepen(look.colour, 0.1)) +
    inside(
      sheet,
      brim,
      line(
        'M-400 160C-380 60 -260 20 0 16C260 20 380 60 410 170',
        lift(look.colour, 0.6),
        34,
        `opacity=".5" filter="${blur(sheet, 12)}"`,
      ) +
        line(
          'M-380 230C-200 140 200 140 400 240',
          deepen(look.colour, 0.8),
          50,
          `opacity=".5" filter="${blur(sheet, 18)}"`,
        ),
    ) +
    line(
      'M-360 176Q0 60 370 186M-330 190Q0 92 340 200',
      lift(look.colour, 0.5),
      3,
      'stroke-dasharray="12 8" opacity=".6"',
    ) +
    inside(
      sheet,
      crown,
      shape(crown, look.colour) +
        line(seams, deepen(look.colour, 0.5), 5, 'opacity=".7"') +
        line(seams, lift(look.colour, 0.5), 3, 'opacity=".6" transform="translate(6 0)"') +
        round(sheet, look, 260),
    ) +
    line('M-238 84Q0 150 238 84', deepen(look.colour, 0.7), 16, `opacity=".5" filter="${blur(sheet, 7)}"`);
  return { art, width: 830, height: 580, rests: 'lying' };
};

function knitTop(sheet: Sheet, look: Look, style: TopStyle): Drawing {
  const body = style.sleeves === false ? vestLine : bodyLine;
  const stripe = look.accent ?? '#efe8da';
  const cloth = (d: string) =>
    shape(d, look.colour) +
    (style.stripes
      ? shape(Array.from({ length: 11 }, (_, i) => `M-500 ${-330 + i * 66}H500v26H-500Z`).join(''), stripe)
      : '') +
    shape(d, style.cloth(sheet, look.colour), `opacity="${style.clothOpacity ?? 0.5}"`);
  const ribbing = rib(sheet, look.colour, 18);
  const sleeves = style.sleeves === false ? '' : sleeve(sheet, look, cloth, true);
  const hem = 'M-290 372Q0 392 290 372V470H-290Z';
  const inner = 'M-128 -438Q0 -372 128 -438Q60 -470 0 -468Q-60 -470 -128 -438Z';
  const art =
    sleeves +
    shape(inner, deepen(look.colour, 0.45)) +
    inside(
      sheet,
      body,
      cloth(body) +
        shape(hem, ribbing) +
        line(
          'M-290 372Q0 392 290 372',
          deepen(look.colour, 0.7),
          9,
          `opacity=".35" filter="${blur(sheet, 5)}"`,
        ) +
        soften(sheet, look),
    ) +
    (style.sleeves === false
      ? line('M-236 -400Q-196 -250 -262 -116M236 -400Q196 -250 262 -116', ribbed(look), 26)
      : '') +
    neck(sheet, look, style);
  return { art, width: style.sleeves === false ? 580 : 950, height: 910, rests: 'lying' };
}

function neck(sheet: Sheet, look: Look, style: TopStyle): string {
  const dark = deepen(look.colour, 0.35);
  if (style.neck === 'vee') {
    const vee = style.buttons ? 'M-126 -440L2 -90L2 448' : 'M-126 -440L0 -190';
    const right = style.buttons ? '' : 'M126 -440L0 -190';
    const inner = 'M-110 -446L0 -200L110 -446Q0 -474 -110 -446Z';
    const buttons = [-40, 70, 180, 290, 400]
      .map(
        (y) =>
          oval(2, y, 17, 17, '#5a3d28') +
          oval(-1, y - 3, 12, 12, '#8d6846') +
          oval(-3, y, 2.5, 2.5, '#33231a') +
          oval(5, y, 2.5, 2.5, '#33231a'),
      )
      .join('');
    return (
      shape(
        style.buttons ? 'M-112 -446L2 -120L112 -446Q0 -474 -112 -446Z' : inner,
        deepen(look.colour, 0.6),
      ) +
      line('M-96 -450Q0 -424 96 -450', dark, 22) +
      line(`${vee}${right}${style.buttons ? 'M126 -440L2 -90' : ''}`, dark, 40) +
      line(`${vee}${right}${style.buttons ? 'M126 -440L2 -90' : ''}`, lift(look.colour, 0.08), 33) +
      (style.buttons ? buttons : '')
    );
  }
  const high = style.neck === 'roll';
  const collar = high
    ? 'M-138 -428Q-150 -500 -120 -534Q0 -566 120 -534Q150 -500 138 -428Q0 -358 -138 -428Z'
    : 'M-138 -446Q0 -506 138 -446Q146 -430 134 -408Q0 -330 -134 -408Q-146 -430 -138 -446Z';
  const hole = high
    ? 'M-104 -526Q0 -550 104 -526Q60 -496 0 -494Q-60 -496 -104 -526Z'
    : 'M-104 -444Q0 -482 104 -444Q0 -376 -104 -444Z';
  return (
    inside(
      sheet,
      collar,
      shape(collar, rib(sheet, look.colour, 18)) +
        line(
          high ? 'M-150 -440Q0 -360 150 -440' : 'M-138 -410Q0 -330 138 -410',
          deepen(look.colour, 0.8),
          26,
          `opacity=".45" filter="${blur(sheet, 10)}"`,
        ) +
        line(
          'M-110 -500Q-128 -460 -110 -420',
          lift(look.colour, 0.7),
          20,
          `opacity=".5" filter="${blur(sheet, 9)}"`,
        ),
    ) +
    shape(hole, deepen(look.colour, 0.55)) +
    tag(-16, high ? -520 : -452, 32)
  );
}

function sleeve(sheet: Sheet, look: Look, cloth: (d: string) => string, cuffed: boolean): string {
  const cuff = 'M-480 296L-356 306L-360 400H-490Z';
  const one = inside(
    sheet,
    sleeveLine,
    `<g transform="rotate(4 -380 -40)">${cloth('M-560 -480H-180V480H-560Z')}</g>` +
      (cuffed
        ? shape(cuff, rib(sheet, look.colour, 18, 4))
        : line('M-480 306L-350 318', deepen(look.colour, 0.5), 5, 'opacity=".6"')) +
      line(
        'M-262 -110C-322 20 -344 180 -356 380',
        deepen(look.colour, 0.85),
        62,
        `opacity=".5" filter="${blur(sheet, 24)}"`,
      ) +
      line(
        'M-330 -360C-400 -300 -430 -160 -440 20L-464 330',
        lift(look.colour, 0.7),
        34,
        `opacity=".32" filter="${blur(sheet, 18)}"`,
      ),
  );
  return `${one}<g transform="scale(-1 1)">${one}</g>`;
}

function clothTop(sheet: Sheet, look: Look): string {
  const cloth = (d: string) => shape(d, look.colour) + shape(d, twill(sheet, look.colour), 'opacity=".35"');
  return (
    sleeve(sheet, look, cloth, false) +
    inside(sheet, bodyLine, cloth(bodyLine) + soften(sheet, look)) +
    line('M-276 400Q0 420 276 400', lift(look.colour, 0.5), 3, 'stroke-dasharray="12 8" opacity=".6"')
  );
}

/** Folds and roundness of a garment lying flat. */
function soften(sheet: Sheet, look: Look): string {
  const soft = blur(sheet, 30);
  return (
    line(
      'M-292 -380Q-262 -100 -276 460M292 -380Q262 -100 276 460',
      deepen(look.colour, 0.85),
      56,
      `opacity=".32" filter="${soft}"`,
    ) +
    line(
      'M-262 -110Q-180 -60 -120 60M262 -110Q190 -40 150 90M60 440Q90 240 40 100M-110 450Q-130 300 -90 180',
      deepen(look.colour, 0.8),
      30,
      `opacity=".26" filter="${blur(sheet, 16)}"`,
    ) +
    line(
      'M-190 -350Q-200 0 -190 330M40 -300Q20 0 10 320',
      lift(look.colour, 0.75),
      60,
      `opacity=".24" filter="${soft}"`,
    )
  );
}

function round(sheet: Sheet, look: Look, half: number): string {
  const soft = blur(sheet, half * 0.16);
  return (
    line(
      `M${half} -${half}Q${half * 1.02} 0 ${half} ${half}`,
      deepen(look.colour, 0.85),
      half * 0.5,
      `opacity=".5" filter="${soft}"`,
    ) +
    line(
      `M-${half} -${half}Q-${half * 1.04} 0 -${half} ${half}`,
      deepen(look.colour, 0.7),
      half * 0.18,
      `opacity=".45" filter="${soft}"`,
    ) +
    line(
      `M-${half * 0.46} -${half}Q-${half * 0.62} 0 -${half * 0.5} ${half}`,
      lift(look.colour, 0.8),
      half * 0.26,
      `opacity=".4" filter="${soft}"`,
    )
  );
}

function tag(x: number, y: number, width = 64): string {
  return (
    box(x, y, width, width * 0.62, '#f3ead8', 'rx="3"') +
    line(
      `M${n(x + width * 0.2)} ${n(y + width * 0.36)}q${n(width * 0.15)} ${n(-width * 0.24)} ${n(width * 0.3)} 0t${n(width * 0.3)} 0`,
      '#1f5356',
      width * 0.06,
    )
  );
}

function ribbed(look: Look): string {
  return deepen(look.colour, 0.14);
}
