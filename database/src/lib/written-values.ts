import pg, { Client, type QueryResult } from 'pg';

export type Values = readonly unknown[] | undefined;

/**
 * Values as they go to the server. The driver would write them while it sends, when what travels with them is on its way: a value
 * that cannot be written must fail before anything is sent.
 */
export function writtenValues(values: Values): Values {
  return values?.map(pg.utils.prepareValue);
}

/** Connections that send nothing of a statement with a value that cannot be written: SPEC rule DB-18. */
export class WritingClient extends Client {
  override query(text: string, values?: Values, ...rest: unknown[]): Promise<QueryResult> {
    // Cursors and callbacks are the pool's own.
    const isPlain = typeof text === 'string' && rest.length === 0;
    return super.query(text, isPlain ? writtenValues(values) : values, ...rest);
  }
}
