// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-badge');
export default { title: 'Modules/Account badge', ...meta };
export const Guest = story('Guest');
export const SignedIn = story('Signed in');
export const WithoutAName = story('Without a name');
export const NotKnown = story('Not known');
