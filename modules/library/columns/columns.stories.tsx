// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'columns');
export default { title: 'Modules/Columns', ...meta };
export const TwoTexts = story('Two texts');
export const Product = story('Product');
export const ThreeCards = story('Three cards');
