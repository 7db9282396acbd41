// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'sign-in');
export default { title: 'Modules/Sign in', ...meta };
export const Form = story('Form');
export const AfterAWish = story('After a wish');
export const WithAProvider = story('With a provider');
export const WrongPassword = story('Wrong password');
export const NoAddress = story('No address');
export const LinkMailed = story('Link mailed');
export const ResetMailed = story('Reset mailed');
export const SignedIn = story('Signed in');
