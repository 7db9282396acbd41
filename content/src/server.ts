export { contentMigrations } from './lib/server/content.tables.ts';
export { documentVersion } from './lib/server/document-version.ts';
export { createMemoryPageStore, type PageStoreOptions } from './lib/server/memory-page-store.ts';
export { type PagePublished, PublishRefusedError } from './lib/server/publish.ts';
export { createSqlPageStore } from './lib/server/sql-page-store.ts';
