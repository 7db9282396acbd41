// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-points');
export default { title: 'Modules/Checkout: points', ...meta };
export const NotUsed = story('Not used');
export const AllUsed = story('All used');
export const SomeUsed = story('Some used');
export const AsManyAsCanPay = story('As many as can pay');
export const TooFewWanted = story('Too few wanted');
export const TooFew = story('Too few');
export const None = story('None');
export const NothingToCheckOut = story('Nothing to check out');
