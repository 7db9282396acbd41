// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'cart');
export default { title: 'Modules/Cart', ...meta };
export const ThreeThings = story('Three things');
export const PricesWithoutTax = story('Prices without tax');
export const SomethingHasChanged = story('Something has changed');
export const OneOnPreorder = story('One on preorder');
export const AllThatCanBePreordered = story('All that can be preordered');
export const ASetOfOthers = story('A set of others');
export const WithAGift = story('With a gift');
export const InPacks = story('In packs');
export const WithCodes = story('With codes');
export const UsedUpCode = story('Used-up code');
export const RefusedCode = story('Refused code');
export const RefusedQuantities = story('Refused quantities');
export const Empty = story('Empty');
