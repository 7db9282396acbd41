import { createHash } from 'node:crypto';
import { type Client, Query, type QueryResult, type StatementConfig } from 'pg';
import { HoldingClient } from './holding-client.ts';
import type { Statement } from './joined-statements.ts';

/** A statement that is sent this often is worth a plan that is kept. */
const OFTEN = 3;
/** Every connection keeps what is named: lists of all lengths must not fill the server's memory. */
const MOST = 1000;

/**
 * Connections that let the server plan a statement once for each of them, not once for each time, and that send what was held back
 * in one write: SPEC rules DB-16 and DB-17. Those of one class know the same statements.
 */
export function preparedClient(): typeof Client {
  const names = createNames();

  return class PreparedClient extends HoldingClient {
    /** All at once: the server refuses what follows the first that goes wrong. */
    protected override async send(statements: readonly Statement[]): Promise<QueryResult> {
      const isInTransaction = this.isInTransaction || this.getTransactionStatus() !== 'I';
      const sent = await this.#sendAtOnce(statements);
      const failed = sent.find((each) => each.status === 'rejected');
      if (!failed) return (sent.at(-1) as PromiseFulfilledResult<QueryResult>).value;
      const error: unknown = failed.reason;
      if (!isOutdated(error)) throw error;
      if (isMixedUp(error)) names.end();
      else names.renew();
      // The server has given up the whole transaction; it runs again from its start.
      if (isInTransaction || statements.length > 1) throw error;
      const [text, values] = statements[0]!;
      return await super.query({ text, values });
    }

    #sendAtOnce(statements: readonly Statement[]): Promise<PromiseSettledResult<QueryResult>[]> {
      const { stream } = this.connection;
      stream.cork();
      try {
        return Promise.allSettled(
          statements.map(([text, values], at) => {
            // Statements without values may be several in one text, which cannot be named.
            const name = values?.length ? names.of(text) : undefined;
            if (at < statements.length - 1) return this.#sendUnread({ name, text, values });
            return super.query({ name, text, values });
          }),
        );
      } finally {
        stream.uncork();
      }
    }

    #sendUnread(statement: StatementConfig): Promise<QueryResult> {
      return new Promise((resolve, reject) => {
        const query = new UnreadQuery(statement, undefined, (error, result) =>
          error ? reject(error) : resolve(result),
        );
        super.query(query);
      });
    }
  };
}

/** Rows that cannot be read must not fail what the server has done, and maybe kept, already. */
class UnreadQuery extends Query {
  override handleDataRow(): void {}
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
