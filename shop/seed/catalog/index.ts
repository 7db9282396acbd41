import type { ProductInput } from '@vitrine/commerce-engine/client';
import { tableware } from './tableware.ts';

export { demoCategories } from './categories.ts';
export { demoAttributes } from './materials.ts';

export const demoProducts: readonly ProductInput[] = [...tableware];
