// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'my-picks');
export default { title: 'Modules/Picks for you', ...meta };
export const Picks = story('Picks');
export const WithATitle = story('With a title');
export const Nobody = story('Nobody');
