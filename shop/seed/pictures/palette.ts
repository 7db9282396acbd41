import type { Hex } from './colour.ts';

/** A colour as the shop sells it. */
export interface Colourway {
  readonly en: string;
  readonly de: string;
  readonly hex: Hex;
}

/** Every colour of the range, by the key used in options and file names. */
export const colourways = {
  chalk: { en: 'Chalk', de: 'Kreide', hex: '#efe8da' },
  oat: { en: 'Oat', de: 'Hafer', hex: '#dccbaa' },
  sand: { en: 'Sand', de: 'Sand', hex: '#c9a97c' },
  ochre: { en: 'Ochre', de: 'Ocker', hex: '#c98a2b' },
  rowan: { en: 'Rowan', de: 'Vogelbeere', hex: '#a9452f' },
  peat: { en: 'Peat', de: 'Torf', hex: '#6d4a35' },
  heather: { en: 'Heather', de: 'Heide', hex: '#9a7184' },
  moss: { en: 'Moss', de: 'Moos', hex: '#757a4b' },
  'deep-sea': { en: 'Deep sea', de: 'Tiefsee', hex: '#1f5356' },
  tide: { en: 'Tide', de: 'Tide', hex: '#6f959c' },
  fog: { en: 'Fog', de: 'Nebel', hex: '#b7c0bd' },
  slate: { en: 'Slate', de: 'Schiefer', hex: '#56626a' },
  ink: { en: 'Ink', de: 'Tinte', hex: '#27364a' },
  tar: { en: 'Tar', de: 'Teer', hex: '#33302d' },
  birch: { en: 'Birch', de: 'Birke', hex: '#dcbd8c' },
  oak: { en: 'Oak', de: 'Eiche', hex: '#bd8c55' },
  walnut: { en: 'Walnut', de: 'Walnuss', hex: '#754a30' },
  brass: { en: 'Brass', de: 'Messing', hex: '#bf9440' },
  steel: { en: 'Steel', de: 'Stahl', hex: '#a9afb0' },
  clear: { en: 'Clear', de: 'Klar', hex: '#d9e4e0' },
  smoke: { en: 'Smoke', de: 'Rauch', hex: '#8b8178' },
} as const satisfies Record<string, Colourway>;

export type ColourKey = keyof typeof colourways;

/** Tones of walls, floors and light that all pictures share. */
export const ground = {
  paper: '#f1eadd',
  paperDeep: '#e0d3bf',
  shadow: '#59422c',
  ink: '#22302f',
  sea: '#1f5356',
  clay: '#b98d6e',
} as const satisfies Record<string, Hex>;

export function hexOf(key: ColourKey): Hex {
  return colourways[key].hex;
}
