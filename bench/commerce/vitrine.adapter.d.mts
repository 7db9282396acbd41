/** An adapter to the contract of the commerce bench: timed operations and races, over a client's `req`. */
export default function vitrine(tools: {
  readonly req: unknown;
  readonly ids: { readonly variants: readonly string[] };
}): Promise<{
  readonly name: string;
  readonly ops: Readonly<Record<string, unknown>>;
  readonly races: Readonly<Record<string, unknown>>;
}>;
