/** The part of node-postgres this room uses; the package ships no types. */
declare module 'pg' {
  import type { Writable } from 'node:stream';

  export interface TypeParsers {
    getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown;
  }
  export interface QueryResult {
    command: string;
    rowCount: number | null;
    rows: Record<string, unknown>[];
  }
  export interface ConnectionConfig {
    connectionString?: string;
    connectionTimeoutMillis?: number;
    application_name?: string;
    keepAlive?: boolean;
    types?: TypeParsers;
    max?: number;
    idleTimeoutMillis?: number;
    allowExitOnIdle?: boolean;
    /** Statements are written without waiting for the answers of those before. */
    pipeline?: boolean;
  }
  export interface StatementConfig {
    name?: string | undefined;
    text: string;
    values?: readonly unknown[] | undefined;
  }
  /** A statement on its way. */
  export class Query {
    constructor(
      config: StatementConfig,
      values: undefined,
      callback: (error: Error | null, result: QueryResult) => void,
    );
    handleDataRow(message: unknown): void;
  }
  export class Client {
    constructor(config: ConnectionConfig);
    connect(): Promise<void>;
    query(
      text: string | StatementConfig | Query,
      values?: readonly unknown[],
      ...rest: unknown[]
    ): Promise<QueryResult>;
    readonly connection: { readonly stream: Pick<Writable, 'cork' | 'uncork'> };
    /** `I` = in no transaction. */
    getTransactionStatus(): string | null;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'notification', listener: (message: { channel: string; payload?: string }) => void): this;
    end(): Promise<void>;
  }
  export interface PoolClient extends Client {
    release(destroy?: Error | boolean): void;
  }
  export class Pool {
    constructor(config: object);
    readonly options: object;
    connect(): Promise<PoolClient>;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'connect', listener: (client: PoolClient) => void): this;
    end(): Promise<void>;
  }
  export const types: TypeParsers;
  const pg: { readonly Client: typeof Client; readonly utils: { prepareValue(value: unknown): unknown } };
  export default pg;
}
