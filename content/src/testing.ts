export { type OpenedStore, testPageStore } from './lib/page-store.contract.ts';
export {
  phonePhotograph,
  sampleDrawing,
  sampleFilm,
  samplePicture,
} from './lib/server/media/testing/sample-files.ts';
export { arbitraryPage, arbitraryProps } from './lib/testing/arbitrary-page.ts';
export { makeCatalogue, makeExperiment, makeNode, makePage } from './lib/testing/builders.ts';
