import type { AnyAction, AnyPrivateAction, InputOf, OutputOf, Private } from './define-action.ts';

declare const value: unique symbol;

/** What a plan's `map` sees: a private answer is opened, inside the engine and only while the plan of a hole runs. */
type Opened<T> = T extends Private<infer V> ? V : T;

/** What is made of a private answer is private too. */
type Resealed<T, U> = [Extract<T, Private<unknown>>] extends [never] ? U : Private<U>;

/**
 * A value that will be known when the plan runs. It has no accessor: a plan cannot wait. `map` reshapes it without cost;
 * `need(action, need)` asks with it; `andThen` chooses the next question from it and costs a wave.
 */
export interface Need<T> {
  readonly [value]: T;
  /**
   * Not called when the value is missing; the result is missing too. Must be pure. Of a private answer it sees the value, and
   * what it returns stays as private as that: a hole that shows a number asks for the number.
   */
  map<U>(reshape: (value: Opened<T>) => U): Need<Resealed<T, U>>;
  /** A private answer cannot be looked at to choose a question. */
  andThen<U>(next: (value: T) => Need<U>): Need<U>;
  /** A missing or failed value becomes `undefined` in the view instead of the module's fallback. */
  optional(): Need<T | undefined>;
  /** A missing value makes the whole page a 404. */
  orNotFound(): Need<T>;
}

type Answer<A> = A extends AnyPrivateAction ? Private<OutputOf<A>> : OutputOf<A>;
type ManyAnswers<A> = A extends AnyPrivateAction ? Private<OutputOf<A>[]> : OutputOf<A>[];

/** Asks one question. */
export type NeedOne = <A extends AnyAction>(
  action: A,
  input: InputOf<A> | Need<InputOf<A>>,
) => Need<Answer<A>>;

/** Asks one question for many inputs, in one batch. Answers keep the order of the inputs; missing ones are left out. */
export type NeedMany = <A extends AnyAction>(
  action: A,
  inputs: readonly InputOf<A>[] | Need<readonly InputOf<A>[]>,
) => Need<ManyAnswers<A>>;
