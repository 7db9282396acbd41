import type { ColumnType } from 'kysely';

export interface IdempotencyTables {
  idempotency_answer: {
    command: string;
    /** Who asked: `guest`, `staff:<id>` or `system`. Keys of different people never meet. */
    asked_by: string;
    key: string;
    body_hash: string;
    /** JSON; null while the work is under way. */
    answer: ColumnType<unknown, string | null, string | null>;
    /** JSON; what work that goes on outside its transaction has begun. */
    begun: ColumnType<unknown, string | undefined, never>;
    at: ColumnType<Date, never, never>;
  };
}
