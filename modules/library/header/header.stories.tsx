// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'header');
export default { title: 'Modules/Header', ...meta };
export const WithSearchAndCart = story('With search and cart');
export const LongGermanWords = story('Long German words');
export const WithoutCategories = story('Without categories');
