// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-wishes');
export default { title: 'Modules/Account: wish list', ...meta };
export const Wishes = story('Wishes');
export const NoneYet = story('None yet');
export const SignedOut = story('Signed out');
