// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout');
export default { title: 'Modules/Checkout', ...meta };
export const Checkout = story('Checkout');
export const FilledIn = story('Filled in');
export const WronglyFilledIn = story('Wrongly filled in');
export const PickedUpWithCodes = story('Picked up, with codes');
export const Declined = story('Declined');
export const SoldOut = story('Sold out');
export const AtTheBank = story('At the bank');
export const Empty = story('Empty');
