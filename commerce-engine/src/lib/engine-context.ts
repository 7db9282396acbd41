import type { Database, Queryable } from '@vitrine/database';
import type { PasswordCost } from './identity/password-hash.ts';

/** What every domain of one engine works with. */
export interface EngineContext {
  readonly database: Database;
  /** Now. The only clock the engine reads. */
  readonly clock: () => Date;
  /** Signs what leaves the engine and comes back. Never logged. */
  readonly secret: string;
  /** What hashing a password costs. Absent = what is safe. */
  readonly passwordCost?: PasswordCost;
}

/** Where and for when a query reads. */
export interface ReadOptions {
  /** Default the database; inside a transaction hand the transaction in, or the embedded engine would wait for itself. */
  readonly on?: Queryable;
  /** Default now. */
  readonly at?: Date;
}
