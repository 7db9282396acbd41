// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'wish-button');
export default { title: 'Modules/Wish-list button', ...meta };
export const NotWished = story('Not wished');
export const Wished = story('Wished');
export const NotKnown = story('Not known');
