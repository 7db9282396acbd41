import type { Queryable } from '@vitrine/database';

/** Publishing is rare and looks at the whole URL map: one at a time, so that two cannot make a ring together. */
const PUBLISH_LOCK = 2_668_436;

/** Keeps what is published as it is until the transaction ends. */
export async function lockPublishing(tx: Queryable): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
}
