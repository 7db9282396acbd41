import type { Database, Queryable, Transaction } from '@vitrine/database';
import { type Audience, isSteady } from '../audience.ts';
import type { Experiment, ExperimentState, ExperimentVersion, VersionName } from '../experiment.ts';
import { CrowdRefusedError, type CrowdStore } from './crowd-store.ts';
import { openVersionCounts } from './version-counts.ts';

export interface CrowdStoreOptions {
  /** Hashes of visitors, baskets and orders are made with it: without it they lead to nobody. */
  readonly secret: string;
  /** Audiences, and tests. Default 200 of each. */
  readonly most?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface SqlCrowdStore extends CrowdStore {
  /** What was counted of tests that ended more than a year ago goes; the tests stay. @returns how many visitors. */
  keepHouse(): Promise<{ readonly visitors: number }>;
}

/** Milliseconds for which it is remembered what was counted, after the end. */
const REMEMBERED = 365 * 24 * 3_600_000;
/** Any number no other advisory lock takes. */
const LOCK = 2_668_442;

/** Every change of audiences and tests commits with the event `audiences.changed`. */
export function createCrowdStore(
  database: Database,
  { secret, most = 200, now = Date.now }: CrowdStoreOptions,
): SqlCrowdStore {
  /** One after the other: they have their ids in common, and tests name audiences. */
  function change<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return database.transaction(async (tx) => {
      await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
      const done = await work(tx);
      await tx.emit({ kind: 'audiences.changed', payload: {} });
      return done;
    });
  }

  async function checkRoom(tx: Transaction, table: 'content_audiences' | 'content_experiments') {
    const { rows } = await tx.execute(`select count(*)::int as count from ${table}`);
    if (Number(rows[0]?.count) >= most)
      throw new CrowdRefusedError(`There are ${most} already. Delete one that nobody needs any more.`);
  }

  return {
    async crowd() {
      const [audiences, experiments] = await Promise.all([
        readAudiences(database),
        readExperiments(database),
      ]);
      return { audiences, experiments };
    },
    putAudience: ({ id, name, rules }) =>
      change(async (tx) => {
        if (await findExperiment(tx, id))
          throw new CrowdRefusedError(`A test is called "${id}". Choose another id.`);
        if (!(await hasAudience(tx, id))) await checkRoom(tx, 'content_audiences');
        const test = isSteady({ rules }) ? undefined : await testFor(tx, id);
        if (test !== undefined)
          throw new CrowdRefusedError(`The test "${test}" is for this audience. ${UNSTEADY}`);
        await tx.execute(
          `insert into content_audiences (id, name, rules) values ($1, $2, $3::jsonb)
           on conflict (id) do update set name = excluded.name, rules = excluded.rules`,
          [id, name, JSON.stringify(rules)],
        );
      }),
    removeAudience: (id) =>
      change(async (tx) => {
        const test = await testFor(tx, id);
        if (test !== undefined) throw new CrowdRefusedError(`The test "${test}" is for this audience.`);
        await tx.execute('delete from content_audiences where id = $1', [id]);
      }),
    putExperiment: (experiment) =>
      change(async (tx) => {
        const { id, name, versions, share, audience } = experiment;
        if (await hasAudience(tx, id))
          throw new CrowdRefusedError(`An audience is called "${id}". Choose another id.`);
        const before = await findExperiment(tx, id);
        if (!before) await checkRoom(tx, 'content_experiments');
        checkChange(before, experiment);
        if (audience !== undefined && before?.audience !== audience)
          checkAudience(await findAudience(tx, audience), `There is no audience "${audience}".`);
        await tx.execute(
          `insert into content_experiments (id, name, versions, share, audience) values ($1, $2, $3::jsonb, $4, $5)
           on conflict (id) do update set name = excluded.name, versions = excluded.versions,
             share = excluded.share, audience = excluded.audience`,
          [id, name, JSON.stringify(versions), share, audience ?? null],
        );
        return (await findExperiment(tx, id))!;
      }),
    startExperiment: (id) =>
      change(async (tx) => {
        const { state, audience } = await experimentNamed(tx, id);
        if (state.kind !== 'planned')
          throw new CrowdRefusedError('This test was started before. Make a new one to test again.');
        if (audience !== undefined)
          checkAudience(await findAudience(tx, audience), `There is no audience "${audience}" any more.`);
        await tx.execute('update content_experiments set began_at = $2 where id = $1', [id, new Date(now())]);
        return experimentNamed(tx, id);
      }),
    endExperiment: (id, winner) =>
      change(async (tx) => {
        const { state, versions } = await experimentNamed(tx, id);
        if (state.kind !== 'running') throw new CrowdRefusedError('This test is not running.');
        if (!versions.some(({ name }) => name === winner))
          throw new CrowdRefusedError(`This test has no version "${winner}".`);
        await tx.execute('update content_experiments set ended_at = $2, winner = $3 where id = $1', [
          id,
          new Date(now()),
          winner,
        ]);
        return experimentNamed(tx, id);
      }),
    removeExperiment: (id) =>
      change(async (tx) => {
        const experiment = await findExperiment(tx, id);
        if (experiment?.state.kind === 'running')
          throw new CrowdRefusedError('This test is running. End it first.');
        await tx.execute('delete from content_experiments where id = $1', [id]);
      }),
    ...openVersionCounts(database, secret),
    async keepHouse() {
      const { rows } = await database.execute(
        `with past as (
           select id as experiment_id from content_experiments where ended_at < $1
         ), baskets as (
           delete from content_experiment_baskets where experiment_id in (select experiment_id from past)
         ), orders as (
           delete from content_experiment_orders
           where visitor is null and experiment_id in (select experiment_id from past)
         ), visitors as (
           delete from content_experiment_visitors where experiment_id in (select experiment_id from past)
           returning visitor
         ) select count(*)::int as count from visitors`,
        [new Date(now() - REMEMBERED)],
      );
      return { visitors: Number(rows[0]?.count) };
    },
  };
}

function checkChange(before: Experiment | undefined, after: Omit<Experiment, 'state'>): void {
  if (!before || before.state.kind === 'planned') return;
  const names = ({ versions }: Pick<Experiment, 'versions'>) => versions.map(({ name }) => name).join();
  if (names(before) !== names(after))
    throw new CrowdRefusedError('This test has begun: its versions stay as many as they are.');
  if (before.audience !== after.audience)
    throw new CrowdRefusedError('This test has begun: its audience stays as it is.');
  if (after.share < before.share)
    throw new CrowdRefusedError(
      `This test has begun: at least ${before.share} of a hundred visitors take part.`,
    );
}

const UNSTEADY =
  'A test cannot be for those who are signed in or have begun a basket: what they see would change in the middle of a visit.';

function checkAudience(audience: Audience | undefined, gone: string): void {
  if (!audience) throw new CrowdRefusedError(gone);
  if (!isSteady(audience)) throw new CrowdRefusedError(UNSTEADY);
}

async function hasAudience(on: Queryable, id: string): Promise<boolean> {
  return (await findAudience(on, id)) !== undefined;
}

async function findAudience(on: Queryable, id: string): Promise<Audience | undefined> {
  const { rows } = await on.execute('select id, name, rules from content_audiences where id = $1', [id]);
  return rows[0] as unknown as Audience | undefined;
}

/** Name of a test for an audience that has not ended. */
async function testFor(on: Queryable, audience: string): Promise<string | undefined> {
  const { rows } = await on.execute(
    'select name from content_experiments where audience = $1 and ended_at is null order by name, id limit 1',
    [audience],
  );
  return rows[0]?.name as string | undefined;
}

async function readAudiences(on: Queryable): Promise<readonly Audience[]> {
  const { rows } = await on.execute('select id, name, rules from content_audiences order by name, id');
  return rows as unknown as Audience[];
}

async function readExperiments(on: Queryable): Promise<readonly Experiment[]> {
  const { rows } = await on.execute('select * from content_experiments order by name, id');
  return (rows as unknown as ExperimentRow[]).map(readExperiment);
}

async function findExperiment(on: Queryable, id: string): Promise<Experiment | undefined> {
  const { rows } = await on.execute('select * from content_experiments where id = $1', [id]);
  return rows[0] && readExperiment(rows[0] as unknown as ExperimentRow);
}

async function experimentNamed(on: Queryable, id: string): Promise<Experiment> {
  const found = await findExperiment(on, id);
  if (!found) throw new CrowdRefusedError(`There is no test "${id}".`);
  return found;
}

interface ExperimentRow {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly ExperimentVersion[];
  readonly share: number;
  readonly audience: string | null;
  readonly began_at: Date | null;
  readonly ended_at: Date | null;
  readonly winner: VersionName | null;
}

function readExperiment(row: ExperimentRow): Experiment {
  const { id, name, versions, share, audience } = row;
  return { id, name, versions, share, ...(audience !== null && { audience }), state: stateOf(row) };
}

function stateOf({ began_at, ended_at, winner }: ExperimentRow): ExperimentState {
  if (!began_at) return { kind: 'planned' };
  const since = began_at.toISOString();
  return ended_at && winner
    ? { kind: 'ended', since, until: ended_at.toISOString(), winner }
    : { kind: 'running', since };
}
