// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-contact');
export default { title: 'Modules/Checkout: contact', ...meta };
export const Empty = story('Empty');
export const FilledIn = story('Filled in');
export const SignedIn = story('Signed in');
export const WronglyFilledIn = story('Wrongly filled in');
export const WrongVATNumber = story('Wrong VAT number');
export const NothingToCheckOut = story('Nothing to check out');
