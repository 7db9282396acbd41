import type { AttributeInput } from '@vitrine/commerce-engine/client';

/** What things are made of, in the words of the filter. */
export const materials = {
  stoneware: ['Stoneware', 'Steinzeug'],
  glass: ['Glass', 'Glas'],
  wood: ['Wood', 'Holz'],
  steel: ['Steel', 'Stahl'],
  brass: ['Brass', 'Messing'],
  wool: ['Wool', 'Wolle'],
  cotton: ['Cotton', 'Baumwolle'],
  linen: ['Linen', 'Leinen'],
  canvas: ['Waxed canvas', 'Gewachstes Segeltuch'],
  beeswax: ['Beeswax', 'Bienenwachs'],
  paper: ['Paper', 'Papier'],
  willow: ['Willow', 'Weide'],
  recycled: ['Recycled nylon', 'Recyceltes Nylon'],
} as const satisfies Record<string, readonly [string, string]>;

export type MaterialKey = keyof typeof materials;

/** Attributes of the range, in the order they are told; `facet` = worth a filter in lists. */
export const demoAttributes: readonly AttributeInput[] = [
  { key: 'material', label: { en: 'Material', de: 'Material' }, facet: true },
  { key: 'dimensions', label: { en: 'Dimensions', de: 'Maße' }, facet: false },
  { key: 'care', label: { en: 'Care', de: 'Pflege' }, facet: false },
  { key: 'origin', label: { en: 'Made in', de: 'Herkunft' }, facet: false },
];
