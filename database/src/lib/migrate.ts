import type { Kysely } from 'kysely';

/** One forward step of a schema. There is no way back: a wrong step is followed by a right one. */
export interface Migration {
  /** Unique within its owner; steps run in the order of the list they are in. Never renamed once released. */
  readonly id: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** The migrations a room owns. */
export interface MigrationSet {
  /** The room, for example `commerce-engine`. */
  readonly owner: string;
  readonly migrations: readonly Migration[];
}
