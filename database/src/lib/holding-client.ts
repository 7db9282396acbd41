import { Client, type QueryResult } from 'pg';
import { createJoiner, type Statement } from './joined-statements.ts';
import { type Values, writtenValues } from './written-values.ts';

/** A statement that begins so goes out with the one after it; its rows are not told. */
export const WITH_NEXT = '/* with the next */ ';
const BEGIN = /^(begin|start transaction)( isolation level [a-z ]+)?$/;

export type ToldOfStatements = (text: string) => void;

/**
 * Connections that hold back what nobody waits for until the next statement is sent, made one statement where that does the
 * same: SPEC rules DB-17 to DB-19.
 */
export class HoldingClient extends Client {
  onStatement?: ToldOfStatements;
  readonly #join = createJoiner();
  #held: Statement[] = [];
  protected isInTransaction = false;

  override query(
    text: Parameters<Client['query']>[0],
    raw?: Values,
    ...rest: unknown[]
  ): Promise<QueryResult> {
    // Cursors and callbacks are the pool's own.
    if (typeof text !== 'string' || rest.length > 0) return super.query(text, raw, ...rest);
    const values = writtenValues(raw);
    if (BEGIN.test(text)) {
      this.isInTransaction = true;
      return this.#hold([text, undefined]);
    }
    if (text.startsWith(WITH_NEXT)) return this.#hold([text.slice(WITH_NEXT.length), values]);
    const held = this.#held;
    this.#held = [];
    const isEnd = text === 'commit' || text === 'rollback';
    if (isEnd) this.isInTransaction = false;
    // A transaction that never reached the server has nothing to end there.
    const isUnknown = held[0] !== undefined && BEGIN.test(held[0][0]);
    if (isEnd && isUnknown && (text === 'rollback' || held.length === 1))
      return Promise.resolve(nothing(text));
    const statements = [...(text === 'rollback' ? [] : this.#join(held)), [text, values] as const];
    for (const [each] of statements) this.onStatement?.(each);
    return this.send(statements);
  }

  #hold(statement: Statement): Promise<QueryResult> {
    this.#held.push(statement);
    return Promise.resolve(nothing(''));
  }

  /** @returns what the last of them gives. @throws what went wrong first. */
  protected async send(statements: readonly Statement[]): Promise<QueryResult> {
    let result = nothing('');
    for (const [text, values] of statements) result = await super.query({ text, values });
    return result;
  }
}

function nothing(command: string): QueryResult {
  return { command, rowCount: 0, rows: [] };
}
