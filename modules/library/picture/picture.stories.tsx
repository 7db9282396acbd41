// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'picture');
export default { title: 'Modules/Picture', ...meta };
export const PictureWithWordsBelow = story('Picture with words below');
export const EdgeToEdge = story('Edge to edge');
export const UprightLeadsToTheJug = story('Upright, leads to the jug');
export const SmallAndRound = story('Small and round');
export const ALinkAroundDecoration = story('A link around decoration');
