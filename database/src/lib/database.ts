import type { Compilable, CompiledQuery, Kysely } from 'kysely';

/** Something SQL can be sent to: the database itself, or one open transaction. */
export interface Queryable {
  /** Kysely over the caller's own tables; each domain names just the tables it owns. */
  tables<Tables>(): Kysely<Tables>;
  /**
   * Sends SQL as it is written, for what Kysely cannot say. Without values it may hold several statements, and the
   * rows of all of them come back.
   */
  execute(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** A fact that was committed. Written in the transaction that made it true. */
export interface OutboxEvent {
  /** `noun.happened`, for example `price.changed`. */
  readonly kind: string;
  /** JSON; ids and small facts, never a secret or a whole record. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** An outbox event as subscribers receive it. */
export interface CommittedEvent extends OutboxEvent {
  readonly id: string;
  readonly at: Date;
}

export interface Transaction extends Queryable {
  /**
   * Sends a statement whose rows nobody needs. It waits for the next one, or the commit, and travels with it, as one with its
   * neighbours where that does the same: order and effect are those of any other, but what goes wrong is told by the one it
   * travels with.
   */
  later(statement: Compilable | CompiledQuery, options?: LaterOptions): Promise<void>;
  /** Writes an event that is delivered if, and only if, this transaction commits. */
  emit(event: OutboxEvent): Promise<void>;
}

export interface LaterOptions {
  /**
   * That this transaction holds every row the statement goes by or changes, or has made it itself: nobody else can change one of
   * them, nor add one, until it ends. So it waits for nobody and may be one with any neighbour. Default false.
   */
  readonly held?: boolean;
}

export interface TransactionOptions {
  /** Default `read committed`. */
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** Times the work is tried when PostgreSQL reports a serialization failure or deadlock. Default 5. */
  attempts?: number;
}

export interface Database extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /** Schema steps that were done when it was opened, as `owner/id`; empty when it was up to date. */
  readonly applied: readonly string[];
  /**
   * Runs the work in one transaction, again from the start when PostgreSQL reports a serialization failure or a
   * deadlock. The work must use only the transaction it is given: on the embedded engine there is one connection.
   * After the commit, this process's event subscribers have run when the promise resolves.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Calls back for every committed event, at least once, from this process and every other one on the same database.
   * Events of this process come as their commits are answered and are handled before the `transaction` that made them resolves; those
   * of another process come in its commit order, as a rule within 100 ms, after a lost connection within seconds. Events
   * that other processes committed since this one opened the database may come too. A handler that throws is logged.
   * @returns a function that ends the subscription.
   */
  subscribe(handler: (events: readonly CommittedEvent[]) => void | Promise<void>): () => void;
  /**
   * Deletes what this room keeps and nobody needs any more: events older than seven days. A process on a server does so by
   * itself every hour, every engine when it is opened; whoever runs for long on the embedded one calls it.
   * @returns how many events.
   */
  keepHouse(): Promise<{ readonly events: number }>;
  /** Tells a second process that finds this database's folder occupied where to reach this one. PGlite only. */
  describeHolder(facts: { address?: string }): void;
  /** Waits for what is running, then ends every connection. Safe to call twice. */
  close(): Promise<void>;
}
