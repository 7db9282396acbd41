/** A cart that staff fill. */
export interface OpenedBy {
  /** `staff:<id>`. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  readonly locale: string;
  /** Whom it is for, where they are a customer. */
  readonly customerId?: string;
  /** Where the link to it went last. */
  readonly sent?: {
    readonly to: string;
    /** ISO time. */
    readonly at: string;
    /** When it was opened there first. */
    readonly openedAt?: string;
  };
}
