// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'breadcrumb');
export default { title: 'Modules/Breadcrumb', ...meta };
export const OfAProduct = story('Of a product');
export const OfACategory = story('Of a category');
export const LongGermanName = story('Long German name');
export const Elsewhere = story('Elsewhere');
