export type { DocumentKind, Json, PageDocument, PageNode, Props } from './lib/page.ts';
export type { PageStore, PublishChange, PublishedDocument } from './lib/page-store.ts';
export type { UrlEntry } from './lib/url-map.ts';
