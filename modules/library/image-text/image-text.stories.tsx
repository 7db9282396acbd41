// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'image-text');
export default { title: 'Modules/Picture and text', ...meta };
export const Workshop = story('Workshop');
export const PictureOnTheRightTinted = story('Picture on the right, tinted');
export const WithoutAPicture = story('Without a picture');
