// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'countdown');
export default { title: 'Modules/Countdown', ...meta };
export const WithAButton = story('With a button');
export const InTheMiddleOnAccent = story('In the middle, on accent');
export const OverWithOtherWords = story('Over, with other words');
export const OverAndGone = story('Over and gone');
