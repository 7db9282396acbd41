// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'button');
export default { title: 'Modules/Button', ...meta };
export const OneButton = story('One button');
export const TwoInTheMiddle = story('Two in the middle');
export const ARowOfLinks = story('A row of links');
export const Large = story('Large');
export const AnotherWindow = story('Another window');
export const NothingYet = story('Nothing yet');
