// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-coupon');
export default { title: 'Modules/Checkout: code', ...meta };
export const NoCode = story('No code');
export const WithCodes = story('With codes');
export const NotKnown = story('Not known');
export const NothingToCheckOut = story('Nothing to check out');
