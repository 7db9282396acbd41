// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'store-list');
export default { title: 'Modules/Stores', ...meta };
export const ThreeStores = story('Three stores');
export const None = story('None');
