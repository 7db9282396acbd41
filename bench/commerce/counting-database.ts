import type { Database, Queryable, Transaction } from '@vitrine/database';

/** The database, with the statements counted that go through it; a transaction's begin and commit are two. */
export function countingDatabase(database: Database): { readonly database: Database; count(): number } {
  let count = 0;
  const counted = (on: Queryable): Queryable => ({
    tables: <Tables>() =>
      on.tables<Tables>().withPlugin({
        transformQuery({ node }) {
          count += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      }),
    execute(text, values) {
      count += 1;
      return on.execute(text, values);
    },
  });
  return {
    count: () => count,
    database: {
      ...database,
      ...counted(database),
      transaction: (work, options) =>
        database.transaction((tx: Transaction) => {
          count += 2;
          let emits = false;
          return work({
            ...counted(tx),
            // Counted when it is compiled.
            later: (statement) => tx.later(statement),
            emit(event) {
              // All events of a transaction are written by one statement.
              if (!emits) count += 1;
              emits = true;
              return tx.emit(event);
            },
          });
        }, options),
    },
  };
}
