// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'order-lookup');
export default { title: 'Modules/Look up an order', ...meta };
export const Form = story('Form');
export const Found = story('Found');
export const SomethingCameOff = story('Something came off');
export const NotFound = story('Not found');
export const HalfFilledIn = story('Half filled in');
