import type { Database, Queryable, Transaction } from '@vitrine/database';

/** Stands for a process that was killed: whatever it does afterwards reaches nobody. */
class Crash extends Error {
  override readonly name = 'Crash';
}

/** A database whose process dies at a step: before a statement, or between a commit and its answer. */
export interface CrashingDatabase {
  readonly database: Database;
  /** Another step of the process, for what it does elsewhere. @throws Crash when it is dead by then. */
  step(): void;
  /** Steps so far. */
  readonly steps: number;
  readonly isDead: boolean;
}

/** @param after how many steps it lives. */
export function crashingDatabase(database: Database, after: number): CrashingDatabase {
  let steps = 0;
  let isDead = false;

  function step(): void {
    steps += 1;
    if (steps > after) isDead = true;
    if (isDead) throw new Crash(`killed at step ${after + 1}`);
  }

  function watched(on: Queryable): Queryable {
    return {
      tables: <Tables>() =>
        on.tables<Tables>().withPlugin({
          transformQuery({ node }) {
            step();
            return node;
          },
          transformResult: async ({ result }) => result,
        }),
      async execute(text, values) {
        step();
        return on.execute(text, values);
      },
    };
  }

  return {
    database: {
      ...database,
      ...watched(database),
      async transaction(work, options) {
        step();
        const result = await database.transaction(async (tx: Transaction) => {
          const answer = await work({
            ...watched(tx),
            later: (statement, options) => tx.later(statement, options),
            async emit(event) {
              step();
              await tx.emit(event);
            },
          });
          // Killed before the commit: nothing of it is kept.
          step();
          return answer;
        }, options);
        // Killed after the commit, before anybody was told.
        step();
        return result;
      },
    },
    step,
    get steps() {
      return steps;
    },
    get isDead() {
      return isDead;
    },
  };
}
