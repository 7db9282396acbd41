import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Client } from 'pg';
import type { CommittedEvent } from './database.ts';
import type { Delivery } from './delivery.ts';
import type { Logger } from './log.ts';
import { type OutboxTables, pruneOutbox } from './outbox.tables.ts';

/** Brings the events that other processes committed to this process's subscribers. */
export interface ChangeFeed {
  /** Begins to listen; from then on nothing committed since the database was opened is missed. */
  start(): void;
  /** Tells the other processes that these events have been committed. */
  announce(ids: readonly string[]): void;
  /** Own events of a commit whose answer was lost: delivered if it turns out that they are there. */
  checkLater(ids: readonly string[]): void;
  close(): Promise<void>;
}

const CHANNEL = 'vitrine_outbox';
const POLL = 1_000;
const PAGE = 500;
/** Milliseconds in which commits share a notification. */
const GATHERED = 10;
/** As many ids as a notification of PostgreSQL holds. */
const ANNOUNCED = 200;

type Row = { id: string; xid: string; seq: number; kind: string; payload: Record<string, unknown>; at: Date };

/**
 * Three ways lead to an event of another process. A notification names it, and it is read at once.
 * The feed proper reads rows in transaction order, only of transactions older than every one still running, so that no
 * late commit can hide behind the cursor; it skips what a notification has brought already. It runs on every
 * notification and every second, so a lost notification costs a second and nothing else.
 */
export async function openChangeFeed(options: {
  db: Kysely<OutboxTables>;
  source: string;
  openListener: () => Client;
  delivery: Delivery;
  logger: Logger;
}): Promise<ChangeFeed> {
  const { db, source, delivery, logger } = options;
  let cursor = { xid: await readHorizon(db), seq: 0 };
  const early = new Set<string>();
  const uncertain = new Set<string>();
  const announced: string[] = [];
  let reading = Promise.resolve();
  let announcing: Promise<void> | undefined;
  let started = false;
  const ending = new AbortController();

  function inTurn(work: () => Promise<unknown>): void {
    reading = reading.then(async () => {
      if (ending.signal.aborted) return;
      try {
        await work();
      } catch (error) {
        logger.warn({ error }, 'Reading the events of other processes failed; it is tried again.');
      }
    });
  }

  const columns = sql`id, xid::text as xid, seq, kind, payload, at`;

  async function readNamed(ids: string[]): Promise<void> {
    const { rows } = await sql<Row>`select ${columns} from outbox_events
      where id = any(${ids}::text[]::uuid[]) order by seq`.execute(db);
    const fresh = rows.filter((row) => !early.has(row.id) && isAfter(row, cursor));
    for (const { id } of fresh) early.add(id);
    await delivery.deliver(fresh.map(toEvent));
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const { rows } = await sql<Row>`select ${columns} from outbox_events
        where (xid, seq) > (${cursor.xid}::text::xid8, ${cursor.seq}::bigint)
          and xid < pg_snapshot_xmin(pg_current_snapshot()) and source <> ${source}
        order by xid, seq limit ${PAGE}`.execute(db);
      const last = rows.at(-1);
      if (!last) return;
      cursor = { xid: last.xid, seq: last.seq };
      await delivery.deliver(rows.filter(({ id }) => !early.delete(id)).map(toEvent));
      if (rows.length < PAGE) return;
    }
  }

  async function readUncertain(): Promise<void> {
    if (uncertain.size === 0) return;
    const ids = [...uncertain];
    const { rows } = await sql<Row>`select ${columns} from outbox_events
      where id = any(${ids}::text[]::uuid[]) order by seq`.execute(db);
    for (const id of ids) uncertain.delete(id);
    await delivery.deliver(rows.map(toEvent));
  }

  async function listen(): Promise<void> {
    for (let wait = 100; !ending.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      const client = options.openListener();
      const ended = new Promise<void>((resolve) => {
        client.on('error', () => resolve());
        client.on('end', () => resolve());
        ending.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      client.on('notification', ({ payload }) => {
        const [from, ...ids] = (payload ?? '').split(',');
        if (from === source) return;
        if (ids.length > 0) inTurn(() => readNamed(ids));
        inTurn(readOn);
      });
      try {
        await client.connect();
        await client.query(`listen ${CHANNEL}`);
        wait = 100;
        inTurn(readOn);
        await ended;
      } catch (error) {
        logger.warn(
          { error },
          'Listening for the events of other processes failed; polling goes on meanwhile.',
        );
      }
      await client.end().catch(() => {});
      await pause(wait, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  }

  async function poll(): Promise<void> {
    for (let round = 0; !ending.signal.aborted; round++) {
      await pause(POLL, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      if (delivery.hasSubscribers) {
        inTurn(readUncertain);
        inTurn(readOn);
        await reading;
      }
      if (round % 3_600 === 60) inTurn(() => pruneOutbox(db));
    }
  }

  async function sendAnnouncements(): Promise<void> {
    while (announced.length > 0) {
      const ids = announced.splice(0, ANNOUNCED);
      try {
        await sql`select pg_notify(${CHANNEL}, ${[source, ...ids].join(',')})`.execute(db);
      } catch (error) {
        logger.warn({ error }, 'Announcing events failed; other processes find them within a second.');
      }
    }
    announcing = undefined;
  }

  let loops: Promise<unknown> = Promise.resolve();
  return {
    start() {
      if (started) return;
      started = true;
      loops = Promise.all([listen(), poll()]);
    },
    announce(ids) {
      announced.push(...ids);
      announcing ??= pause(GATHERED).then(sendAnnouncements);
    },
    checkLater(ids) {
      if (started) for (const id of ids) uncertain.add(id);
    },
    async close() {
      await announcing;
      ending.abort();
      await loops;
      await reading;
    },
  };
}

async function readHorizon(db: Kysely<OutboxTables>): Promise<string> {
  const { rows } = await sql<{
    xmin: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db);
  return rows[0]!.xmin;
}

function isAfter(row: Row, cursor: { xid: string; seq: number }): boolean {
  const [left, right] = [BigInt(row.xid), BigInt(cursor.xid)];
  return left === right ? row.seq > cursor.seq : left > right;
}

function toEvent({ id, kind, payload, at }: Row): CommittedEvent {
  return { id, kind, payload, at };
}
