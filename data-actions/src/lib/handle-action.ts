import type {
  AnyAction,
  AnyMutation,
  AnyPrivateAction,
  AnyPublicAction,
  InputOf,
  OutputOf,
} from './define-action.ts';
import type { PrivateContext, PrivateDimensions, PublicContext } from './dimensions.ts';

/** One answer per input, in order. `undefined` = there is no such thing; an `Error` = this item failed. */
export type Answers<O> = readonly (O | undefined | Error)[];

/** What the handler of a mutation is given. */
export interface MutationContext extends PrivateContext {
  /** The same for a request that is sent again. */
  readonly idempotencyKey: string;
  /** Scheme and host under which visitors reach the shop; `undefined` when the host does not say. */
  readonly origin: string | undefined;
  /** Network address the shopper acts from, for counting tries; `unknown` when the host does not say. */
  readonly caller: string;
  /**
   * Changes who the shopper is from here on, for example when the first line makes a cart; a name with `undefined` is forgotten.
   * The host keeps it in cookies.
   */
  readonly remember: (change: Partial<PrivateDimensions>) => void;
}

/** How the server answers one action or carries out one mutation. */
export interface Handler {
  readonly action: AnyAction | AnyMutation;
  // biome-ignore lint/suspicious/noExplicitAny: handlers of every input, context and output stand in one list.
  readonly run: (input: any, context: any) => any;
}

/** Answers a public action. The context holds exactly the dimensions in the action's `varyBy`. */
export function handleAction<A extends AnyPublicAction>(
  action: A,
  answer: (
    inputs: readonly InputOf<A>[],
    context: PublicContext<A['varyBy'][number]>,
  ) => Promise<Answers<OutputOf<A>>>,
): Handler {
  if (action.class !== 'public')
    throw new Error(
      `"${action.id}" is ${action.class}, not public. Use handlePrivateAction or handleMutation.`,
    );
  return { action, run: answer };
}

/** Answers a private action for one shopper. */
export function handlePrivateAction<A extends AnyPrivateAction>(
  action: A,
  answer: (inputs: readonly InputOf<A>[], context: PrivateContext) => Promise<Answers<OutputOf<A>>>,
): Handler {
  if (action.class !== 'private')
    throw new Error(`"${action.id}" is not a private action. Use handleAction.`);
  return { action, run: answer };
}

/** Carries out a mutation. Expected outcomes are returned; a throw is a fault. */
export function handleMutation<M extends AnyMutation>(
  mutation: M,
  carryOut: (input: InputOf<M>, context: MutationContext) => Promise<OutputOf<M>>,
): Handler {
  if (mutation.class !== 'mutation') throw new Error(`"${mutation.id}" is not a mutation.`);
  return { action: mutation, run: carryOut };
}
