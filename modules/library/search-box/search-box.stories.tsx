// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'search-box');
export default { title: 'Modules/Search box', ...meta };
export const Default = story('Default');
export const Searched = story('Searched');
export const WithAHint = story('With a hint');
