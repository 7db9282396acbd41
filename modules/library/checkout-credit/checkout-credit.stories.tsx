// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-credit');
export default { title: 'Modules/Checkout: store credit', ...meta };
export const NotUsed = story('Not used');
export const UsedWhole = story('Used whole');
export const UsedInPart = story('Used in part');
export const None = story('None');
export const NothingToCheckOut = story('Nothing to check out');
