/** A problem that the commerce API answered, or the reason why it did not. Codes never change. */
export class CommerceApiError extends Error {
  override readonly name = 'CommerceApiError';
  /** For example `bad_input`, `not_allowed`; `unreachable` when there was no answer that could be understood. */
  readonly code: string;
  /** HTTP status; 0 = no answer. */
  readonly status: number;
  /** What is wrong with which part of the request. */
  readonly fields: readonly { readonly path: string; readonly problem: string }[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    message: string,
    facts: {
      readonly code: string;
      readonly status: number;
      readonly fields?: CommerceApiError['fields'];
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status;
    this.fields = facts.fields ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}
