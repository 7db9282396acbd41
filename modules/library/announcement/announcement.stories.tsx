// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'announcement');
export default { title: 'Modules/Announcement', ...meta };
export const WithALink = story('With a link');
export const Quiet = story('Quiet');
