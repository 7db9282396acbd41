// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'footer');
export default { title: 'Modules/Footer', ...meta };
export const Everything = story('Everything');
export const OnAProductPage = story('On a product page');
export const OnAPageThatIsNotThere = story('On a page that is not there');
export const OnlyAName = story('Only a name');
