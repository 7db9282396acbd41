// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'page-container');
export default { title: 'Modules/Page', ...meta };
export const AWholePage = story('A whole page');
export const AProductPage = story('A product page');
export const ACategoryPage = story('A category page');
export const ACartPage = story('A cart page');
export const Empty = story('Empty');
