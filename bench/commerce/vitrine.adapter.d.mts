interface ReadyCheckout {
  readonly id: string;
  readonly cartId: string;
  readonly seen: string;
}

/** An adapter to the contract of the commerce bench: timed operations and races, over a client's `req`. */
export default function vitrine(tools: {
  readonly req: unknown;
  readonly ids: { readonly variants: readonly string[] };
}): Promise<{
  readonly name: string;
  readonly ops: Readonly<Record<string, unknown>>;
  readonly races: Readonly<Record<string, unknown>>;
  /** A variant of which there is always enough. */
  variant(n: number): string;
  /** A cart with these, filled in. */
  ready(variants: readonly string[]): Promise<ReadyCheckout>;
  /** Pays; the same key is the same payment. */
  pay(
    checkout: ReadyCheckout,
    key?: string,
    token?: string,
  ): Promise<{ readonly status: number; readonly json: unknown }>;
}>;
