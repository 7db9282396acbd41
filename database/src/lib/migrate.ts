import { CompiledQuery, type Kysely, sql } from 'kysely';
import { DatabaseOpenError } from './open-error.ts';

/** One forward step of a schema. There is no way back: a wrong step is followed by a right one. */
export interface Migration {
  /** Unique within its owner; steps run in the order of the list they are in. Never renamed once released. */
  readonly id: string;
  /** Deterministic: it runs once on every shop, and tests keep a snapshot of what it made. */
  up(db: Kysely<unknown>, execute: ExecuteStep): Promise<void>;
}

/** Sends SQL as it is written; several statements may stand in it. */
export type ExecuteStep = (text: string) => Promise<void>;

/** The migrations a room owns. */
export interface MigrationSet {
  /** The room, for example `commerce-engine`. */
  readonly owner: string;
  readonly migrations: readonly Migration[];
}

interface MigrationTables {
  schema_migrations: { owner: string; id: string; applied_at: Date };
}

/** Any number that no other use of advisory locks takes: "vitrine" on a phone. */
const LOCK = 8_487_463;

/**
 * Brings the schema up to what the code knows: sets in the order given, all pending steps in one transaction, once
 * even when several processes start together.
 * @returns the steps that were applied, as `owner/id`.
 */
export async function migrate(db: Kysely<unknown>, sets: readonly MigrationSet[]): Promise<string[]> {
  refuseDoubles(sets);
  if (pending(sets, await readApplied(db)).length === 0) return [];
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`create table if not exists schema_migrations (
      owner text not null,
      id text not null,
      applied_at timestamptz not null default now(),
      primary key (owner, id)
    )`.execute(tx);
    const steps = pending(sets, await readApplied(tx));
    for (const { owner, step } of steps) {
      await apply(tx, owner, step);
      await (tx as unknown as Kysely<MigrationTables>)
        .insertInto('schema_migrations')
        .values({ owner, id: step.id, applied_at: sql`now()` })
        .execute();
    }
    return steps.map(({ owner, step }) => `${owner}/${step.id}`);
  });
}

async function apply(tx: Kysely<unknown>, owner: string, step: Migration): Promise<void> {
  try {
    await step.up(tx, executeOn(tx));
  } catch (error) {
    throw new DatabaseOpenError(
      'migration-failed',
      `Migration "${owner}/${step.id}" failed and nothing of this upgrade was kept: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

export function executeOn(db: Kysely<unknown>): ExecuteStep {
  return async (text) => {
    await db.executeQuery(CompiledQuery.raw(text));
  };
}

async function readApplied(db: Kysely<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{
    found: boolean;
  }>`select to_regclass('schema_migrations') is not null as found`.execute(db);
  if (!rows[0]?.found) return new Set();
  const applied = await (db as Kysely<MigrationTables>)
    .selectFrom('schema_migrations')
    .select(['owner', 'id'])
    .execute();
  return new Set(applied.map(({ owner, id }) => `${owner}/${id}`));
}

function pending(sets: readonly MigrationSet[], applied: Set<string>): { owner: string; step: Migration }[] {
  const known = sets.flatMap(({ owner, migrations }) => migrations.map((step) => ({ owner, step })));
  const names = new Set(known.map(({ owner, step }) => `${owner}/${step.id}`));
  const unknown = [...applied].filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new DatabaseOpenError(
      'newer-schema',
      `This database has ${unknown.length === 1 ? 'a migration' : 'migrations'} this version of the code does not know: ` +
        `${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ' …' : ''}. ` +
        'A newer version has used it: start that version or a newer one, or restore the backup made before the upgrade.',
    );
  }
  return known.filter(({ owner, step }) => !applied.has(`${owner}/${step.id}`));
}

function refuseDoubles(sets: readonly MigrationSet[]): void {
  const seen = new Set<string>();
  for (const { owner, migrations } of sets) {
    for (const { id } of migrations) {
      const name = `${owner}/${id}`;
      if (seen.has(name)) throw new Error(`Migration "${name}" is listed twice. Give each step its own id.`);
      seen.add(name);
    }
  }
}
