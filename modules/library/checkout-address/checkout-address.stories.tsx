// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-address');
export default { title: 'Modules/Checkout: address', ...meta };
export const Empty = story('Empty');
export const FilledIn = story('Filled in');
export const InvoiceElsewhere = story('Invoice elsewhere');
export const InAState = story('In a state');
export const OwnAddresses = story('Own addresses');
export const WronglyFilledIn = story('Wrongly filled in');
export const NothingToCheckOut = story('Nothing to check out');
