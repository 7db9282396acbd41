/**
 * A mistake of the caller that crosses doors and HTTP with a code that never changes. Expected outcomes (sold out, not
 * enough) are returned instead.
 */
export class CommerceError extends Error {
  override readonly name = 'CommerceError';
  readonly code: CommerceErrorCode;
  /** What is wrong with which part of the input; path as in `variants.0.sku`. */
  readonly fields: readonly FieldProblem[];

  constructor(code: CommerceErrorCode, message: string, options: CommerceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
  }
}

export type CommerceErrorCode =
  | 'bad_input'
  | 'idempotency_key_reused'
  | 'not_allowed'
  | 'unknown_channel'
  | 'unknown_location'
  | 'unknown_price_list'
  | 'unknown_variant'
  | 'conflict';

export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

export interface CommerceErrorOptions {
  readonly fields?: readonly FieldProblem[];
  readonly cause?: unknown;
}
