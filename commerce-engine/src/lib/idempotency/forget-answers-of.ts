import type { Transaction } from '@vitrine/database';
import type { IdempotencyTables } from './idempotency.tables.ts';

/** Deletes the answers somebody was given. What is under way is left alone. */
export async function forgetAnswersOf(tx: Transaction, askedBy: string): Promise<void> {
  await tx
    .tables<IdempotencyTables>()
    .deleteFrom('idempotency_answer')
    .where('asked_by', '=', askedBy)
    .where('answer', 'is not', null)
    .execute();
}
