// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-menu');
export default { title: 'Modules/Account: menu', ...meta };
export const SignedIn = story('Signed in');
export const AtTheOrders = story('At the orders');
export const ALongAddress = story('A long address');
export const SignedOut = story('Signed out');
