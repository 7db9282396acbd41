import { demoAudiences } from './audiences.ts';
import { demoAttributes, demoCategories, demoGoods } from './catalog/index.ts';
import { demoProgramme } from './loyalty.ts';
import { demoDocuments, demoUrls } from './pages/index.ts';
import { allPictures } from './pictures/index.ts';
import { demoShoppers } from './shoppers.ts';
import { demoStaff } from './staff.ts';
import { demoChannels, demoLocations } from './stores.ts';
import { demoSynonyms } from './synonyms.ts';

/** All of the demo shop "Ostrand": import `attributes` and `categories` before `products`. Pictures are drawn when asked for. */
export const demoStore = {
  channels: demoChannels,
  locations: demoLocations,
  staff: demoStaff,
  shoppers: demoShoppers,
  programme: demoProgramme,
  attributes: demoAttributes,
  synonyms: demoSynonyms,
  categories: demoCategories,
  products: demoGoods,
  get pictures() {
    return allPictures();
  },
  audiences: demoAudiences,
  documents: demoDocuments,
  urls: demoUrls,
} as const;

export { pictureIds, renderPicture, type SeedPicture } from './pictures/index.ts';
