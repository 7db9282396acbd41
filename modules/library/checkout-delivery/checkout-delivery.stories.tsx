// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-delivery');
export default { title: 'Modules/Checkout: delivery', ...meta };
export const Ways = story('Ways');
export const WithoutAnAddress = story('Without an address');
export const InAnotherCountry = story('In another country');
export const Abroad = story('Abroad');
export const PickedUp = story('Picked up');
export const PartlyPickedUp = story('Partly picked up');
export const NoTimeIsFree = story('No time is free');
export const NothingChosen = story('Nothing chosen');
export const NothingToCheckOut = story('Nothing to check out');
