// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'rich-text');
export default { title: 'Modules/Text', ...meta };
export const Text = story('Text');
export const Large = story('Large');
export const InTheMiddle = story('In the middle');
