import { PgBoss } from 'pg-boss';
import type { Database, Queryable } from './database.ts';
import { type Logger, stderrLogger } from './log.ts';
import { newId } from './new-id.ts';

/** Work that is done later, outside a request, at least once: a handler must not mind running twice. */
export interface Jobs {
  /** Names a kind of job; before `start`. The schema checks payloads when they go in and when they come out. */
  define<Payload extends object>(
    name: string,
    schema: PayloadSchema<Payload>,
    handler: (payload: Payload, job: RunningJob) => Promise<void>,
    options?: JobKindOptions,
  ): void;
  /**
   * @returns the job's id, or `undefined` when `once` named a job that is waiting already.
   * @throws when the payload does not fit the schema, the name is not defined, or before `start`.
   */
  enqueue(name: string, payload: object, options?: EnqueueOptions): Promise<string | undefined>;
  /** Makes the queues; then works on jobs unless `work` is false (a process that only enqueues). Default true. */
  start(options?: { work?: boolean }): Promise<void>;
  /** Takes no new job and waits up to 30 seconds for the running ones. */
  stop(): Promise<void>;
}

export interface PayloadSchema<Payload> {
  parse(input: unknown): Payload;
}

export interface RunningJob {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the job's time is over or the process stops. */
  readonly signal: AbortSignal;
}

export interface JobKindOptions {
  /** Tries after the first one, with growing pauses between them. Default 5. */
  retries?: number;
  /** Seconds one try may take. Default 900. */
  timeout?: number;
}

export interface EnqueueOptions {
  /** The job exists if, and only if, this transaction commits. */
  tx?: Queryable;
  /** Not before this moment. */
  startAfter?: Date;
  /** While a job with this key waits, no second one is made. */
  once?: string;
}

interface Kind {
  readonly schema: PayloadSchema<object>;
  readonly handle: (payload: object, job: RunningJob) => Promise<void>;
  readonly options: JobKindOptions;
}

/** Seconds between looks for work that another process, or a transaction, has left. */
const POLL = 1;

/** The job queue of a database; the same on both engines. */
export function openJobs(database: Database, { logger = stderrLogger }: { logger?: Logger } = {}): Jobs {
  const kinds = new Map<string, Kind>();
  const workers = new Map<string, string>();
  let boss: PgBoss | undefined;

  function kindOf(name: string): Kind {
    const kind = kinds.get(name);
    if (kind) return kind;
    throw new Error(`No job "${name}" is defined. Defined: ${[...kinds.keys()].join(', ') || 'none'}.`);
  }

  async function work(name: string, kind: Kind): Promise<void> {
    const worker = await boss!.work<object>(
      name,
      { pollingIntervalSeconds: POLL, batchSize: 1 },
      async (jobs) => {
        for (const { id, data, retryCount, signal } of jobs) {
          try {
            await kind.handle(kind.schema.parse(data), { id, attempt: retryCount + 1, signal });
          } catch (error) {
            logger.error({ error, job: name, id, attempt: retryCount + 1 }, `Job "${name}" failed.`);
            throw error;
          }
        }
      },
    );
    workers.set(name, worker);
  }

  return {
    define(name, schema, handler, options = {}) {
      if (boss) throw new Error(`Job "${name}" is defined after start(). Define every job first.`);
      if (kinds.has(name)) throw new Error(`Job "${name}" is defined twice.`);
      kinds.set(name, { schema, handle: handler as Kind['handle'], options });
    },
    async enqueue(name, payload, { tx, startAfter, once } = {}) {
      const { schema } = kindOf(name);
      if (!boss) throw new Error(`Job "${name}" was enqueued before start(). Start the jobs first.`);
      const id = await boss.send(name, schema.parse(payload), {
        ...(tx && { db: { executeSql: (text, values) => tx.execute(text, values) } }),
        ...(startAfter && { startAfter }),
        singletonKey: once ?? newId(),
      });
      const worker = workers.get(name);
      if (worker && !tx && !startAfter) boss.notifyWorker(worker);
      return id ?? undefined;
    },
    async start({ work: works = true } = {}) {
      if (boss) return;
      boss = new PgBoss({
        db: { executeSql: (text, values) => database.execute(text, values) },
        backend: database.engine,
        schema: 'jobs',
        schedule: false,
        supervise: works,
      });
      boss.on('error', (error) => logger.error({ error }, 'The job queue reports an error.'));
      await boss.start();
      for (const [name, { options }] of kinds) {
        const queue = {
          retryLimit: options.retries ?? 5,
          retryBackoff: true,
          expireInSeconds: options.timeout ?? 900,
        };
        // `short` keeps one waiting job for each key.
        await boss.createQueue(name, { ...queue, policy: 'short' });
        await boss.updateQueue(name, queue);
      }
      if (works) for (const [name, kind] of kinds) await work(name, kind);
    },
    async stop() {
      await boss?.stop({ graceful: true, timeout: 30_000 });
      boss = undefined;
      workers.clear();
    },
  };
}
