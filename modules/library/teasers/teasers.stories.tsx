// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'teasers');
export default { title: 'Modules/Teasers', ...meta };
export const Three = story('Three');
export const TwoWithATitle = story('Two, with a title');
export const WordsAlone = story('Words alone');
export const NothingYet = story('Nothing yet');
