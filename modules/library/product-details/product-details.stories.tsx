// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'product-details');
export default { title: 'Modules/Product details', ...meta };
export const Mug = story('Mug');
export const NothingTold = story('Nothing told');
