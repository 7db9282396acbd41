// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-link');
export default { title: 'Modules/Mailed link', ...meta };
export const Confirm = story('Confirm');
export const SignIn = story('Sign in');
export const NewPassword = story('New password');
export const NewPasswordTooShort = story('New password too short');
export const NewEmail = story('New email');
export const Over = story('Over');
export const EmailTaken = story('Email taken');
