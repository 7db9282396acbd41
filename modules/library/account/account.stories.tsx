// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account');
export default { title: 'Modules/Account', ...meta };
export const Overview = story('Overview');
export const AnOrder = story('An order');
export const SignedOut = story('Signed out');
