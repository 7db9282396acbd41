import type { Draw, Drawing } from './drawing.ts';
import { stand } from './place.ts';
import { byTheSea, onLinen, onPegs, onStool, type Setting } from './settings.ts';
import * as bags from './shapes/bags.ts';
import * as tableware from './shapes/tableware.ts';
import * as textiles from './shapes/textiles.ts';
import * as trail from './shapes/trail.ts';
import * as wear from './shapes/wear.ts';
import { createSheet, put, type Sheet } from './sheet.ts';

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
    width: 760,
    height: 700,
    pieces: [
      { draw: tableware.jug, colour: '#a9452f', x: 150, y: -150, scale: 0.95 },
      { draw: tableware.plate, colour: '#efe8da', x: -190, y: 0, scale: 0.78 },
      { draw: tableware.bowl, colour: '#6f959c', x: -190, y: -26, scale: 0.56 },
      { draw: tableware.tumbler, colour: '#c98a2b', x: 240, y: 40, scale: 0.62 },
    ],
  },
  textiles: {
    setting: onStool,
    rests: 'standing',
    width: 700,
    height: 830,
    pieces: [
      { draw: textiles.blanket, colour: '#757a4b', x: 0, y: 0, scale: 1 },
      { draw: textiles.towels, colour: '#6f959c', x: 0, y: -372, scale: 0.92 },
    ],
  },
  wear: {
    setting: onPegs,
    rests: 'lying',
    width: 960,
    height: 1000,
    pieces: [
      { draw: wear.scarf, colour: '#a9452f', x: 330, y: 30, scale: 0.86 },
      { draw: wear.fisherJumper, colour: '#dccbaa', x: -120, y: 0, scale: 0.98 },
    ],
  },
  outdoors: {
    setting: byTheSea,
    rests: 'standing',
    width: 860,
    height: 860,
    pieces: [
      { draw: bags.rollTop, colour: '#c98a2b', x: -150, y: -10, scale: 0.96 },
      { draw: trail.flask, colour: '#1f5356', x: 270, y: -10, scale: 0.74 },
      { draw: trail.enamelMug, colour: '#efe8da', x: 420, y: 40, scale: 0.46 },
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
    .map(({ draw, colour, accent, ...at }) => {
      const drawing = draw(sheet, { colour, accent, tilt: 0.2, plain: true });
      return rests === 'lying' ? put(drawing.art, at) : stand(sheet, drawing, at);
    })
    .join('');
  return { art, width, height, foot: width * 0.7, rests };
}
