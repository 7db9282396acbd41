import type { Client, Pool } from 'pg';

/** What the two databases differ in; everything above works on the pool alone. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  readonly pool: Pool;
  /** A connection of its own to listen on; absent where there can be no other process. */
  readonly openListener?: () => Client;
  describeHolder(facts: { address?: string }): void;
  /** Ends everything the engine opened. The pool is ended before. */
  close(): Promise<void>;
}
