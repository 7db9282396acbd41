// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'sign-up');
export default { title: 'Modules/Sign up', ...meta };
export const Form = story('Form');
export const WronglyFilledIn = story('Wrongly filled in');
export const Mailed = story('Mailed');
export const SignedIn = story('Signed in');
