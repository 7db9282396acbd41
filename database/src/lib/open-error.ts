/** Why a database could not be opened; the message is a sentence for an operator and never holds a password. */
export class DatabaseOpenError extends Error {
  override readonly name = 'DatabaseOpenError';
  readonly reason: OpenFailure;

  constructor(reason: OpenFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * - `bad-options`: neither folder nor URL, or a URL that is not PostgreSQL's.
 * - `unreachable`: nobody answers there. - `refused`: wrong user, password or database name.
 * - `occupied`: another process has the folder open. - `damaged`: the folder holds no readable database.
 * - `old-server`: PostgreSQL below 15. - `newer-schema`: made by a newer version of the code.
 * - `migration-failed`: a step failed; nothing of it was kept.
 */
export type OpenFailure =
  | 'bad-options'
  | 'unreachable'
  | 'refused'
  | 'occupied'
  | 'damaged'
  | 'old-server'
  | 'newer-schema'
  | 'migration-failed';
