// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-payment');
export default { title: 'Modules/Checkout: payment', ...meta };
export const WaysToPay = story('Ways to pay');
export const Declined = story('Declined');
export const NothingChosen = story('Nothing chosen');
export const NothingToPay = story('Nothing to pay');
export const PaidByGiftCards = story('Paid by gift cards');
export const NoWayToPay = story('No way to pay');
export const NothingToCheckOut = story('Nothing to check out');
