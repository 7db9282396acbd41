// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'accordion');
export default { title: 'Modules/Questions and answers', ...meta };
export const QuestionsShoppersAsk = story('Questions shoppers ask');
export const OneOpenAtATime = story('One open at a time');
export const NothingYet = story('Nothing yet');
