// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'quote');
export default { title: 'Modules/Quote', ...meta };
export const WithAPictureAndStars = story('With a picture and stars');
export const InTheMiddleOnAccent = story('In the middle, on accent');
export const Small = story('Small');
export const WordsAlone = story('Words alone');
