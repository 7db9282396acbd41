// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-addresses');
export default { title: 'Modules/Account: addresses', ...meta };
export const Addresses = story('Addresses');
export const NoneYet = story('None yet');
export const New = story('New');
export const Change = story('Change');
export const WronglyFilledIn = story('Wrongly filled in');
export const SignedOut = story('Signed out');
