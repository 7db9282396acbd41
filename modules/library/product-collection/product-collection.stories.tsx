// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'product-collection');
export default { title: 'Modules/Products', ...meta };
export const Grid = story('Grid');
export const OneRow = story('One row');
export const RecentlyViewed = story('Recently viewed');
export const WithoutPrices = story('Without prices');
export const Empty = story('Empty');
