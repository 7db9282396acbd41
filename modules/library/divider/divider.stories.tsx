// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'divider');
export default { title: 'Modules/Divider and space', ...meta };
export const Line = story('Line');
export const ShortLine = story('Short line');
export const Space = story('Space');
