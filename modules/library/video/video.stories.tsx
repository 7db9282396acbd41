// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'video');
export default { title: 'Modules/Film', ...meta };
export const FromYouTube = story('From YouTube');
export const AFile = story('A file');
export const PlaysByItselfEdgeToEdge = story('Plays by itself, edge to edge');
export const FromVimeoWithoutAPicture = story('From Vimeo, without a picture');
export const AFileOfAnotherHost = story('A file of another host');
