// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-privacy');
export default { title: 'Modules/Account: privacy', ...meta };
export const Privacy = story('Privacy');
export const NotAgreed = story('Not agreed');
export const Withdrawn = story('Withdrawn');
export const AnotherEmail = story('Another email');
export const SignedOut = story('Signed out');
