import type { AnyAction, AnyPrivateAction, InputOf, OutputOf, Private } from './define-action.ts';

declare const value: unique symbol;

/**
 * A value that will be known when the plan runs. It has no accessor: a plan cannot wait. `map` reshapes it without cost;
 * `need(action, need)` asks with it; `andThen` chooses the next question from it and costs a wave.
 */
export interface Need<T> {
  readonly [value]: T;
  /** Not called when the value is missing; the result is missing too. Must be pure. */
  map<U>(reshape: (value: T) => U): Need<U>;
  andThen<U>(next: (value: T) => Need<U>): Need<U>;
  /** A missing or failed value becomes `undefined` in the view instead of the module's fallback. */
  optional(): Need<T | undefined>;
  /** A missing value makes the whole page a 404. */
  orNotFound(): Need<T>;
}

type Answer<A> = A extends AnyPrivateAction ? Private<OutputOf<A>> : OutputOf<A>;

/** Asks one question. */
export type NeedOne = <A extends AnyAction>(
  action: A,
  input: InputOf<A> | Need<InputOf<A>>,
) => Need<Answer<A>>;

/** Asks one question for many inputs, in one batch. Answers keep the order of the inputs; missing ones are left out. */
export type NeedMany = <A extends AnyAction>(
  action: A,
  inputs: readonly InputOf<A>[] | Need<readonly InputOf<A>[]>,
) => Need<Answer<A>[]>;
