import { createHash } from 'node:crypto';
import { Client, type QueryResult } from 'pg';

/** A statement that is sent this often is worth a plan that is kept. */
const OFTEN = 3;
/** Every connection keeps what is named: lists of all lengths must not fill the server's memory. */
const MOST = 1000;

/**
 * Connections that let the server plan a statement once for each of them, not once for each time: SPEC rule DB-16. Those of
 * one class know the same statements.
 */
export function preparedClient(): typeof Client {
  const names = createNames();

  return class PreparedClient extends Client {
    override query(text: string, values?: readonly unknown[], ...rest: unknown[]): Promise<QueryResult> {
      // Statements without values may be several in one text, which cannot be named; cursors and callbacks are the pool's own.
      const isPlain = typeof text === 'string' && values?.length && rest.length === 0;
      const name = isPlain ? names.of(text) : undefined;
      if (name === undefined || !values) return super.query(text, values, ...rest);
      return this.#queryNamed(name, text, values);
    }

    async #queryNamed(name: string, text: string, values: readonly unknown[]): Promise<QueryResult> {
      const isInTransaction = this.getTransactionStatus() !== 'I';
      try {
        return await super.query({ name, text, values });
      } catch (error) {
        if (!isOutdated(error)) throw error;
        if (isMixedUp(error)) names.end();
        else names.renew();
        // The server has given up the whole transaction; it runs again from its start.
        if (isInTransaction) throw error;
        return await super.query(text, values);
      }
    }
  };
}

/** Whether a kept plan no longer fits: a newer version of the shop has changed a table, or a proxy has changed the connection. */
export function isOutdated(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: unknown; routine?: unknown };
  return (code === '0A000' && routine === 'RevalidateCachedQuery') || isMixedUp(error);
}

/** A name is not there, or is there already: something between us and the server hands connections on without their names. */
function isMixedUp(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === '26000' || code === '42P05';
}

function createNames() {
  let generation = 0;
  let sent = new Map<string, { times: number; name?: string }>();
  let named = 0;
  let most = MOST;
  return {
    of(text: string): string | undefined {
      if (most === 0) return undefined;
      let statement = sent.get(text);
      if (!statement) {
        if (sent.size >= 10 * MOST) sent = new Map([...sent].filter(([, { name }]) => name !== undefined));
        statement = { times: 0 };
        sent.set(text, statement);
      }
      statement.times += 1;
      if (statement.name === undefined && statement.times >= OFTEN && named < most) {
        named += 1;
        statement.name = `${generation}_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
      }
      return statement.name;
    },
    /** Every statement gets another name, so that no connection uses a plan it has kept. */
    renew(): void {
      generation += 1;
      sent = new Map();
      named = 0;
    },
    /** Nothing is named any more. */
    end(): void {
      most = 0;
      sent = new Map();
    },
  };
}
