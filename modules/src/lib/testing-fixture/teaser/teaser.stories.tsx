// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'teaser');
export default { title: 'Modules/Teaser', ...meta };
export const Words = story('Words');
export const WithACounterInIt = story('With a counter in it');
