export { type OpenedStore, testPageStore } from './lib/page-store.contract.ts';
export { arbitraryPage, arbitraryProps } from './lib/testing/arbitrary-page.ts';
export { makeCatalogue, makeNode, makePage } from './lib/testing/builders.ts';
