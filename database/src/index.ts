export type {
  CommittedEvent,
  Database,
  OutboxEvent,
  Queryable,
  Transaction,
  TransactionOptions,
} from './lib/database.ts';
export { type FolderHolder, readFolderHolder } from './lib/folder-lock.ts';
export {
  type EnqueueOptions,
  type JobKindOptions,
  type Jobs,
  openJobs,
  type PayloadSchema,
  type RunningJob,
} from './lib/jobs.ts';
export { jsonb } from './lib/jsonb.ts';
export type { Logger } from './lib/log.ts';
export type { ExecuteStep, Migration, MigrationSet } from './lib/migrate.ts';
export { newId } from './lib/new-id.ts';
export { type OpenOptions, openDatabase } from './lib/open-database.ts';
export { DatabaseOpenError, type OpenFailure } from './lib/open-error.ts';
