// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'search-results');
export default { title: 'Modules/Product list', ...meta };
export const Category = story('Category');
export const WithFiltersChosen = story('With filters chosen');
export const CorrectedSpelling = story('Corrected spelling');
export const NothingFound = story('Nothing found');
export const FiltersLeaveNothing = story('Filters leave nothing');
