import type { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { CommittedEvent, LaterOptions, Transaction, TransactionOptions } from './database.ts';
import { WITH_NEXT } from './holding-client.ts';
import { HELD } from './joined-statements.ts';
import { jsonb } from './jsonb.ts';
import { newId } from './new-id.ts';
import { isOutdated } from './prepared-client.ts';

/** Whether the code that is running belongs to an open transaction of this database. */
export type InsideTransaction = AsyncLocalStorage<{ open: boolean }>;

export interface Committed<T> {
  readonly result: T;
  readonly events: readonly CommittedEvent[];
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** Runs work in a transaction, again from the start after a serialization failure, deadlock or change of a table. */
export async function runTransaction<T>(
  context: {
    db: Kysely<unknown>;
    inside: InsideTransaction;
    source: string;
    /** Told the events of a commit that failed in a way that leaves open whether it happened. */
    onUncertain(ids: readonly string[]): void;
  },
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<Committed<T>> {
  const attempts = options.attempts ?? 5;
  for (let attempt = 1; ; attempt++) {
    const events: CommittedEvent[] = [];
    try {
      return await runOnce(context, work, options, events);
    } catch (error) {
      const state = sqlStateOf(error);
      if (!isSettled(state)) context.onUncertain(events.map(({ id }) => id));
      const isPassing = state === SERIALIZATION_FAILURE || state === DEADLOCK || isOutdated(error);
      if (!isPassing || attempt >= attempts) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  // Node's own codes, such as EPIPE, have no digit.
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether the server has said that the transaction failed; a connection that broke or was cut (08, 57) says nothing. */
function isSettled(state: string | undefined): boolean {
  return state !== undefined && !/^(08|57)/.test(state);
}

async function runOnce<T>(
  { db, inside, source }: Parameters<typeof runTransaction>[0],
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions,
  events: CommittedEvent[],
): Promise<Committed<T>> {
  const isolation = options.isolation ?? 'read committed';
  return await db
    .transaction()
    .setIsolationLevel(isolation)
    .execute(async (trx) => {
      const state = { open: true };
      const later = async ({ sql: text, parameters }: CompiledQuery, { held = false }: LaterOptions = {}) => {
        await trx.executeQuery(CompiledQuery.raw(WITH_NEXT + (held ? HELD : '') + text, [...parameters]));
      };
      const tx: Transaction = {
        tables: <Tables>() => trx as unknown as Kysely<Tables>,
        async execute(text, values = []) {
          const { rows } = await trx.executeQuery<Record<string, unknown>>(
            CompiledQuery.raw(text, [...values]),
          );
          return { rows };
        },
        async later(statement, options) {
          requireOpen(state, 'A statement was sent');
          await later('compile' in statement ? statement.compile() : statement, options);
        },
        async emit({ kind, payload }) {
          requireOpen(state, `Event "${kind}" was emitted`);
          // Subscribers here get what those of other processes get, whatever becomes of the object meanwhile.
          const told = JSON.parse(JSON.stringify(payload)) as typeof payload;
          events.push({ id: newId(), kind, payload: told, at: new Date() });
        },
      };
      try {
        const result = await inside.run(state, () => work(tx));
        state.open = false;
        if (events.length > 0) await later(writeEvents(source, events).compile(trx));
        return { result, events };
      } finally {
        state.open = false;
      }
    });
}

/** What came later would travel with the statements of whoever has the connection then. */
function requireOpen(state: { readonly open: boolean }, what: string): void {
  if (!state.open) throw new Error(`${what} after its transaction ended. Await everything in the work.`);
}

function writeEvents(source: string, events: readonly CommittedEvent[]) {
  return sql`
    insert into outbox_events (id, source, kind, payload, at)
    select (event->>'id')::uuid, ${source}::uuid, event->>'kind', event->'payload', (event->>'at')::timestamptz
    from jsonb_array_elements(${jsonb(events)}) with ordinality as listed(event, place) order by place`;
}

/** Why the database itself must not be used while a transaction of the same database is open. */
export function refuseInside(inside: InsideTransaction): void {
  if (!inside.getStore()?.open) return;
  throw new Error(
    'The database was used inside one of its own open transactions. Use the `tx` the work was given, and pass it down: ' +
      'on the embedded engine there is one connection, and this would wait for itself for ever.',
  );
}
