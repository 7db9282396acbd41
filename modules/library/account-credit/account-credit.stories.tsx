// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-credit');
export default { title: 'Modules/Account: store credit', ...meta };
export const StoreCredit = story('Store credit');
export const None = story('None');
export const SignedOut = story('Signed out');
