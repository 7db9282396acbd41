import type { CrowdStore, VersionView } from '@vitrine/content/server';
import type { Logger } from 'pino';

/** What a visitor did that is to be written down. */
export type CrowdNote =
  | { readonly kind: 'seen'; readonly view: VersionView }
  | { readonly kind: 'began' | 'had'; readonly visitor: string; readonly cart: string };

export interface CrowdNotes {
  add(note: CrowdNote): void;
  /** Tries to write what waits, at once. */
  written(): Promise<void>;
  /** The same, for the last time. */
  close(): Promise<void>;
}

/** Notes that wait; with more the database is in trouble, and further ones are let go. */
const MOST_WAITING = 10_000;
/** So often one is tried before it is let go; between, milliseconds that double up to a minute: a database may be away for minutes. */
const TRIES = 10;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Writes down behind visitors what they did, in the order in which they did it; what fails is tried again. */
export function openCrowdNotes(
  store: Pick<CrowdStore, 'seen' | 'began' | 'had'>,
  logger: Pick<Logger, 'warn'>,
): CrowdNotes {
  const waiting: CrowdNote[] = [];
  let failures = 0;
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;

  function write(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  }

  async function writeAll(): Promise<void> {
    clearTimeout(retry);
    retry = undefined;
    // What comes in the same moment goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const run = firstRun(waiting);
      try {
        await writeRun(store, run);
        failures = 0;
        waiting.splice(0, run.length);
      } catch (error) {
        failures += 1;
        const isGivenUp = failures >= TRIES;
        logger.warn(
          { err: error, notes: run.length },
          `what visitors of a test did could not be written down${isGivenUp ? '' : '; it is tried again'}`,
        );
        if (!isGivenUp) {
          tryLater();
          return;
        }
        failures = 0;
        waiting.splice(0, run.length);
      }
    }
  }

  function tryLater(): void {
    if (isClosed) return;
    retry = setTimeout(() => void write(), Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)));
    retry.unref();
  }

  return {
    add(note) {
      if (waiting.length >= MOST_WAITING) return;
      waiting.push(note);
      // After a failure they wait together.
      if (retry === undefined) void write();
    },
    async written() {
      // What was told while a turn ended is written by the next one.
      await writing;
      await write();
    },
    async close() {
      isClosed = true;
      await writing;
      await write();
      clearTimeout(retry);
    },
  };
}

/** Views that follow each other are written in one go. */
function firstRun(notes: readonly CrowdNote[]): readonly CrowdNote[] {
  if (notes[0]?.kind !== 'seen') return notes.slice(0, 1);
  const end = notes.findIndex(({ kind }) => kind !== 'seen');
  return notes.slice(0, end === -1 ? undefined : end);
}

async function writeRun(
  store: Pick<CrowdStore, 'seen' | 'began' | 'had'>,
  run: readonly CrowdNote[],
): Promise<void> {
  const [first] = run;
  if (first === undefined) return;
  if (first.kind === 'seen')
    await store.seen(run.flatMap((note) => (note.kind === 'seen' ? [note.view] : [])));
  else await store[first.kind](first.visitor, first.cart);
}
