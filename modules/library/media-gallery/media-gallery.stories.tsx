// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'media-gallery');
export default { title: 'Modules/Product pictures', ...meta };
export const Mosaic = story('Mosaic');
export const StripWithSmallPictures = story('Strip with small pictures');
export const PicturesOfOneVariant = story('Pictures of one variant');
export const NoPicture = story('No picture');
