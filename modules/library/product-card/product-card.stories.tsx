// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'product-card');
export default { title: 'Modules/Product card', ...meta };
export const NewInColours = story('New, in colours');
export const OnSale = story('On sale');
export const SoldOut = story('Sold out');
export const OnPreorder = story('On preorder');
export const LongGermanName = story('Long German name');
export const NoPicture = story('No picture');
export const PriceStillUnknown = story('Price still unknown');
export const PriceWithoutTax = story('Price without tax');
export const NotForSaleYet = story('Not for sale yet');
export const Gone = story('Gone');
