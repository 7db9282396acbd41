import type { Database, Queryable } from '@vitrine/database';

/** Something read from the database and remembered until an event says that it changed. */
export interface Remembered<Value> {
  /** No statement while nothing changes. @param on the caller's transaction, for the statement it may need. */
  read(on: Queryable): Promise<Value>;
  /** What is remembered; undefined = it would have to be read. */
  readonly known: Value | undefined;
}

/**
 * Remembers what `read` gives until one of these events comes. A change made in the caller's own open transaction is not seen:
 * whoever changes and reads on in one transaction reads the tables.
 */
export function remember<Value>(
  database: Database,
  kinds: readonly string[],
  read: (on: Queryable) => Promise<Value>,
): Remembered<Value> {
  let known: { readonly value: Value } | undefined;
  let changes = 0;
  database.subscribe((events) => {
    if (!events.some(({ kind }) => kinds.includes(kind))) return;
    known = undefined;
    changes += 1;
  });
  return {
    get known() {
      return known?.value;
    },
    async read(on) {
      if (known) return known.value;
      const before = changes;
      const value = await read(on);
      // What was read before a change came must not be remembered after it.
      if (before === changes) known = { value };
      return value;
    },
  };
}

/** Something read for each of many keys and remembered until an event says that any changed. */
export interface RememberedEach<Value> {
  /** In the order of the keys. One statement for those that are not remembered. */
  read(on: Queryable, keys: readonly string[]): Promise<Value[]>;
}

const MOST_KEPT = 100_000;

/** Like {@link remember}, for each of many keys. `readMany` answers in the order of the keys. */
function rememberEach<Value>(
  database: Database,
  kinds: readonly string[],
  readMany: (on: Queryable, keys: readonly string[]) => Promise<readonly Value[]>,
): RememberedEach<Value> {
  const known = new Map<string, Value>();
  let changes = 0;
  database.subscribe((events) => {
    if (!events.some(({ kind }) => kinds.includes(kind))) return;
    known.clear();
    changes += 1;
  });
  return {
    async read(on, keys) {
      const found = new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key)!] as const] : [])));
      const missing = [...new Set(keys)].filter((key) => !found.has(key));
      if (missing.length > 0) {
        const before = changes;
        const values = await readMany(on, missing);
        for (const [at, key] of missing.entries()) found.set(key, values[at]!);
        if (known.size > MOST_KEPT) known.clear();
        if (before === changes) for (const [at, key] of missing.entries()) known.set(key, values[at]!);
      }
      return keys.map((key) => found.get(key)!);
    },
  };
}

/** So many that are set apart are read at once. */
const MOST_AT_ONCE = 1000;

/**
 * Like {@link rememberEach}, for keys few of which are set apart: while they are few, all of those are read by one statement and the
 * others need none.
 * @param readAll the values of the keys that are set apart, at most so many of them.
 */
export function rememberApart<Value>(
  database: Database,
  kinds: readonly string[],
  {
    readAll,
    otherwise,
    readMany,
    most = MOST_AT_ONCE,
  }: {
    readonly readAll: (on: Queryable, most: number) => Promise<ReadonlyMap<string, Value>>;
    readonly otherwise: (key: string) => Value;
    readonly readMany: (on: Queryable, keys: readonly string[]) => Promise<readonly Value[]>;
    readonly most?: number;
  },
): RememberedEach<Value> {
  const apart = remember(database, kinds, async (on) => {
    const found = await readAll(on, most + 1);
    return found.size > most ? undefined : found;
  });
  const each = rememberEach(database, kinds, readMany);
  return {
    async read(on, keys) {
      const all = await apart.read(on);
      return all ? keys.map((key) => (all.has(key) ? all.get(key)! : otherwise(key))) : each.read(on, keys);
    },
  };
}
