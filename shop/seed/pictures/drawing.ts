import type { Hex } from './colour.ts';
import type { Sheet } from './sheet.ts';

/** How a thing is to be drawn. */
export interface Look {
  readonly colour: Hex;
  /** Second colour: stripes, lids, shades, cords. */
  readonly accent?: Hex;
  /** How far we look from above; flat things ignore it. */
  readonly tilt: number;
  /** Size relative to the usual one, for forms that come in sizes. */
  readonly size?: number;
  /** 0 = chalky, 1 = glazed, 2 = polished. */
  readonly gloss?: number;
  /** Fewer points: for things in the background. */
  readonly plain?: boolean;
}

/** A thing drawn around (0, 0): standing things stand on it, lying ones are centred on it, hanging ones hang from it. */
export interface Drawing {
  readonly art: string;
  readonly width: number;
  readonly height: number;
  /** Width of what touches the ground; default `width`. */
  readonly foot?: number;
  /** Stands on legs: light passes below it. */
  readonly legs?: boolean;
  /** Lying things: where their lower edge is, when they are stood up. Default half the height. */
  readonly base?: number;
  readonly rests: 'standing' | 'lying' | 'hanging';
}

export type Draw = (sheet: Sheet, look: Look) => Drawing;
