// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-details');
export default { title: 'Modules/Account: details', ...meta };
export const Details = story('Details');
export const WithoutAPassword = story('Without a password');
export const PasswordAskedFor = story('Password asked for');
export const WrongPassword = story('Wrong password');
export const WrongTelephone = story('Wrong telephone');
export const Company = story('Company');
export const SignedOut = story('Signed out');
