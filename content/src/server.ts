export { contentMigrations } from './lib/content.tables.ts';
export { documentVersion } from './lib/document-version.ts';
export { createMemoryPageStore, type PageStoreOptions } from './lib/memory-page-store.ts';
export { type PagePublished, PublishRefusedError } from './lib/publish.ts';
export { createSqlPageStore } from './lib/sql-page-store.ts';
