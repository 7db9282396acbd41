// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'buy-box');
export default { title: 'Modules/Buy box', ...meta };
export const ColourAndSize = story('Colour and size');
export const OnSaleSomeSizesSoldOut = story('On sale, some sizes sold out');
export const ChosenByItsAddress = story('Chosen by its address');
export const ColoursOnly = story('Colours only');
export const OneColourReduced = story('One colour reduced');
export const SoldOut = story('Sold out');
export const OnPreorder = story('On preorder');
export const OneSizeWithoutAPrice = story('One size without a price');
export const WithoutAPrice = story('Without a price');
export const PricesWithoutTax = story('Prices without tax');
export const ASetOfOthers = story('A set of others');
export const ASetThatSaves = story('A set that saves');
export const LongGermanName = story('Long German name');
export const StockUnknown = story('Stock unknown');
