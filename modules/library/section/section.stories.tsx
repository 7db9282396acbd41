// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'section');
export default { title: 'Modules/Section', ...meta };
export const AccentWithWords = story('Accent with words');
export const TintedWithColumns = story('Tinted, with columns');
export const Narrow = story('Narrow');
