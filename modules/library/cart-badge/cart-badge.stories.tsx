// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'cart-badge');
export default { title: 'Modules/Cart badge', ...meta };
export const ThreePieces = story('Three pieces');
export const OnePiece = story('One piece');
export const MoreThanAHundred = story('More than a hundred');
export const Empty = story('Empty');
export const NotKnown = story('Not known');
