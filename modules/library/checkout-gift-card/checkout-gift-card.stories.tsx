// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-gift-card');
export default { title: 'Modules/Checkout: gift cards', ...meta };
export const NoCard = story('No card');
export const WithCards = story('With cards');
export const WrongPIN = story('Wrong PIN');
export const OnlyGiftCards = story('Only gift cards');
export const NothingToCheckOut = story('Nothing to check out');
