// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'counter');
export default { title: 'Modules/Counter', ...meta };
export const Default = story('Default');
export const AtTwo = story('At two');
