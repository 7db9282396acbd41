// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'category-tiles');
export default { title: 'Modules/Category tiles', ...meta };
export const FiveWaysIn = story('Five ways in');
export const LongWordsSquareOneWithoutPicture = story('Long words, square, one without picture');
export const Empty = story('Empty');
