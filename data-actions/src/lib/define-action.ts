import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { SharedDimension } from './dimensions.ts';

declare const output: unique symbol;
declare const privateValue: unique symbol;

/** An opaque private answer: it has no fields, no string form and no JSON form outside a hole. */
export interface Private<T> {
  readonly [privateValue]: T;
}

/** Carries an output type without a value; made by `type<T>()`. */
export interface OutputType<T> {
  readonly [output]?: T;
}

/** Says what an action answers: `output: type<ProductView>()`. */
export function type<T>(): OutputType<T> {
  return {};
}

/** A group of actions that share a backend: its limits and its breaker. */
export interface Source {
  readonly id: string;
  /** Batches under way at once. Default 8. */
  readonly concurrency?: number;
  /** `microtask` (default), or a window in milliseconds during which questions are gathered. */
  readonly window?: 'microtask' | number;
  /** Opens when at least `minimum` (default 10) calls in `over` ms (default 10,000) fail at this rate; tried again after `rest` ms. */
  readonly breaker?: {
    readonly errorRate: number;
    readonly minimum?: number;
    readonly over?: number;
    readonly rest?: number;
  };
}

/** Milliseconds. Absent tiers default to all. */
export interface CachePolicy {
  readonly fresh: number;
  /** How long after `fresh` an answer may still be served while one refresh runs, or when the source fails. */
  readonly stale?: number;
  /** How long "there is no such thing" is believed. */
  readonly negative?: number;
  readonly tiers?: readonly ('process' | 'shared')[];
}

/** A question whose answer is the same for everyone in the same shared dimensions. */
export interface PublicAction<I, O, V extends SharedDimension = SharedDimension> {
  readonly class: 'public';
  readonly id: string;
  readonly source: Source;
  readonly input: StandardSchemaV1<unknown, I>;
  readonly output: OutputType<O>;
  readonly varyBy: readonly V[];
  readonly cache: CachePolicy;
  readonly tags: (input: I) => readonly string[];
  /** Milliseconds after which a page goes on without the answer. Default: the page's deadline. */
  readonly timeout?: number;
  /** Most inputs in one call of the handler. Default 200. */
  readonly maxBatch: number;
}

/** A question whose answer belongs to one shopper. It has no cache, no tags and no varyBy: there is no way to say them. */
export interface PrivateAction<I, O> {
  readonly class: 'private';
  readonly id: string;
  readonly source: Source;
  readonly input: StandardSchemaV1<unknown, I>;
  readonly output: OutputType<O>;
  readonly timeout?: number;
  readonly maxBatch: number;
}

/** Where a browser form that posted a mutation goes next. */
export interface FormAnswer {
  /** A path of this shop. */
  readonly location: string;
  /** Said once on the next page. */
  readonly notice?: { readonly tone: 'good' | 'bad'; readonly text: string };
}

/** A change a shopper asks for. Never cached, POST only; also the target of a plain HTML form. */
export interface Mutation<I, O> {
  readonly class: 'mutation';
  readonly id: string;
  /** Given form fields as strings, so numbers want `z.coerce.number()`. */
  readonly input: StandardSchemaV1<unknown, I>;
  readonly output: OutputType<O>;
  /** Private actions whose answers are out of date afterwards. */
  readonly updates: readonly PrivateAction<never, unknown>[];
  /** `from` is the path of the page the form stood on. Default: back to it. */
  readonly form?: (outcome: O, request: { input: I; from: string; locale: string }) => FormAnswer;
}

// biome-ignore lint/suspicious/noExplicitAny: an action of any input and output; narrower types make it invariant.
export type AnyPublicAction = PublicAction<any, any, any>;
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type AnyPrivateAction = PrivateAction<any, any>;
export type AnyAction = AnyPublicAction | AnyPrivateAction;
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type AnyMutation = Mutation<any, any>;
export type InputOf<A> = A extends { input: StandardSchemaV1<unknown, infer I> } ? I : never;
export type OutputOf<A> = A extends { output: OutputType<infer O> } ? O : never;
