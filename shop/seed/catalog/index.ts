import type { ProductInput } from '@vitrine/commerce-engine/client';
import { bags } from './bags.ts';
import { kitchen } from './kitchen.ts';
import { light } from './light.ts';
import { living } from './living.ts';
import { sets } from './sets.ts';
import { tableware } from './tableware.ts';
import { textiles } from './textiles.ts';
import { trail } from './trail.ts';
import { vouchers } from './vouchers.ts';
import { wear } from './wear.ts';

export { demoCategories } from './categories.ts';
export { demoAttributes } from './materials.ts';

export const demoProducts: readonly ProductInput[] = [
  ...tableware,
  ...kitchen,
  ...light,
  ...living,
  ...textiles,
  ...wear,
  ...bags,
  ...trail,
];

export const demoSets: readonly ProductInput[] = sets;

export const demoVouchers: readonly ProductInput[] = vouchers;

/** All that is sold. */
export const demoGoods: readonly ProductInput[] = [...demoProducts, ...demoSets, ...demoVouchers];
