// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-terms');
export default { title: 'Modules/Checkout: note and terms', ...meta };
export const Empty = story('Empty');
export const FilledIn = story('Filled in');
export const NotAgreed = story('Not agreed');
export const NothingToCheckOut = story('Nothing to check out');
