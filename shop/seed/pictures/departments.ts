import type { Draw, Drawing } from './drawing.ts';
import { place } from './place.ts';
import { byTheSea, onLinen, onPegs, onStool, type Setting } from './settings.ts';
import * as outdoors from './shapes/outdoors.ts';
import * as tableware from './shapes/tableware.ts';
import * as textiles from './shapes/textiles.ts';
import * as wear from './shapes/wear.ts';
import { createSheet, type Sheet } from './sheet.ts';

interface Piece {
  readonly draw: Draw;
  readonly colour: string;
  readonly accent?: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn?: number;
}

interface Department {
  readonly setting: Setting;
  readonly rests: Drawing['rests'];
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

const departments: Readonly<Record<string, Department>> = {
  home: {
    setting: onLinen,
    rests: 'standing',
    width: 900,
    height: 700,
    pieces: [
      { draw: tableware.jug, colour: '#b5472e', x: 120, y: -120, scale: 0.85 },
      { draw: tableware.plate, colour: '#efe8da', x: -230, y: 20, scale: 0.7 },
      { draw: tableware.bowl, colour: '#6f959c', x: -230, y: -4, scale: 0.5 },
      { draw: tableware.tumbler, colour: '#c98a2b', x: 260, y: 30, scale: 0.55 },
    ],
  },
  textiles: {
    setting: onStool,
    rests: 'standing',
    width: 720,
    height: 700,
    pieces: [
      { draw: textiles.blanket, colour: '#757a4b', x: 0, y: 0, scale: 1 },
      { draw: textiles.tableCloth, colour: '#dccbaa', x: 6, y: -376, scale: 0.9 },
      { draw: textiles.towels, colour: '#6f959c', x: 0, y: -640, scale: 0.8 },
    ],
  },
  wear: {
    setting: onPegs,
    rests: 'lying',
    width: 900,
    height: 1080,
    pieces: [
      { draw: wear.fisherJumper, colour: '#dccbaa', x: -150, y: -90, scale: 0.82 },
      { draw: wear.scarf, colour: '#b5472e', x: 330, y: -130, scale: 0.74 },
      { draw: wear.beanie, colour: '#27364a', x: 330, y: 330, scale: 0.42, turn: 6 },
    ],
  },
  outdoors: {
    setting: byTheSea,
    rests: 'standing',
    width: 920,
    height: 940,
    pieces: [
      { draw: outdoors.rollTop, colour: '#c98a2b', x: -150, y: -430, scale: 0.92 },
      { draw: outdoors.flask, colour: '#1f5356', x: 250, y: -10, scale: 0.66 },
      { draw: outdoors.enamelMug, colour: '#efe8da', x: 400, y: 34, scale: 0.4 },
    ],
  },
};

export const departmentHandles: readonly string[] = Object.keys(departments);

/** The picture of a department, 1200 × 1500: several of its things in one scene. */
export function departmentPicture(handle: string): string {
  const department = departments[handle]!;
  const sheet = createSheet(1200, 1500);
  return sheet.finish(department.setting(sheet, together(sheet, department)));
}

function together(sheet: Sheet, { pieces, width, height, rests }: Department): Drawing {
  const art = pieces
    .map(({ draw, colour, accent, ...at }) =>
      place(sheet, draw(sheet, { colour, accent, tilt: 0.2, plain: true }), at),
    )
    .join('');
  return { art, outline: '', width, height, foot: width * 0.7, rests };
}
