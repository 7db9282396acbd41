// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-overview');
export default { title: 'Modules/Account: overview', ...meta };
export const Overview = story('Overview');
export const NewHere = story('New here');
export const SignedOut = story('Signed out');
