export type {
  CommittedEvent,
  Database,
  OutboxEvent,
  Queryable,
  Transaction,
  TransactionOptions,
} from './lib/database.ts';
export type { Migration, MigrationSet } from './lib/migrate.ts';
