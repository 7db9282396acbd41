import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Source } from './define-source.ts';
import { type SharedDimension, sharedDimensions } from './dimensions.ts';

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

/** Milliseconds. Absent tiers default to all. */
export interface CachePolicy {
  readonly fresh: number;
  /** How long after `fresh` an answer may still be served while one refresh runs, or when the source fails. */
  readonly stale?: number;
  /** How long after `fresh + stale` it is kept for the case that the source fails or is not in time. Default 0. */
  readonly rescue?: number;
  /** How long "there is no such thing" is believed. Default 5,000, never longer than `fresh`. */
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
  /** ISO time at which an answer stops being true by itself (a sale ends): it is neither fresh nor stale after it. */
  validUntil?(answer: O): string | undefined;
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
  /**
   * Its answer depends on what this browser looked at last. Pages that ask nothing of the kind stay the same for all guests,
   * whatever these looked at.
   */
  readonly readsViewed?: true;
  /**
   * Asking it may settle something that others tell of, as coming back from a bank places the order and empties the cart: it is
   * answered before the other questions of a page's holes are asked. Default: all are asked at once.
   */
  readonly settles?: true;
  readonly timeout?: number;
  readonly maxBatch: number;
}

/** Where a browser form that posted a mutation goes next. */
export interface FormAnswer {
  /** A path of this shop. */
  readonly location: string;
  /**
   * An absolute address to go to instead, of this shop or https, for example a bank's page. It comes from somebody the shop
   * trusts, never from the visitor. Anything else is not followed.
   */
  readonly away?: string;
  /** Said once on the next page. */
  readonly notice?: {
    readonly tone: 'good' | 'bad';
    readonly text: string;
    /** A button beside the text that posts another mutation, by id; `key` makes it once, however often it is pressed. */
    readonly button?: {
      readonly text: string;
      readonly mutation: string;
      readonly values: Readonly<Record<string, string>>;
      readonly key: string;
    };
  };
  /** The next page shows the form again: these fields as they were typed, and by field name what is wrong. */
  readonly again?: {
    readonly fields: readonly string[];
    readonly problems: Readonly<Record<string, string>>;
  };
}

/** A change a shopper asks for. Never cached, POST only; also the target of a plain HTML form. */
export interface Mutation<I, O> {
  readonly class: 'mutation';
  readonly id: string;
  /** Given form fields as strings, so numbers want `z.coerce.number()`. */
  readonly input: StandardSchemaV1<unknown, I>;
  readonly output: OutputType<O>;
  /** Private actions whose answers are out of date afterwards. */
  readonly updates: readonly AnyPrivateAction[];
  /** `from` is the path of the page the form stood on. Default: back to it. */
  form?(outcome: O, request: { input: I; from: string; locale: string }): FormAnswer;
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

type Any<T> = 0 extends 1 & T ? true : false;
/** Whether a private value stands in T, as deep as answers are in practice. */
export type HoldsPrivate<T, Depth extends unknown[] = []> =
  Any<T> extends true
    ? false
    : Depth['length'] extends 5
      ? false
      : T extends Private<unknown>
        ? true
        : T extends readonly (infer E)[]
          ? HoldsPrivate<E, [...Depth, 0]>
          : T extends object
            ? { [K in keyof T]-?: HoldsPrivate<T[K], [...Depth, 0]> }[keyof T]
            : false;

/** What defines a public action; `varyBy` and `maxBatch` may be left out. */
export type ActionDefinition<I, O, V extends SharedDimension> = Omit<
  PublicAction<I, O, V>,
  'class' | 'varyBy' | 'maxBatch'
> & {
  /** Default: nothing, the answer is the same everywhere. */
  readonly varyBy?: readonly V[];
  readonly maxBatch?: number;
};

type PublicOutput<O> =
  true extends HoldsPrivate<O>
    ? {
        readonly output: 'The answer of a public action cannot hold a private value: define a private action';
      }
    : unknown;

/**
 * Defines a question whose answer is the same for everyone in the same shared dimensions; it may be cached anywhere.
 * @throws when the definition makes no sense, so a shop with a broken action does not start.
 */
export function defineAction<I, O, const V extends SharedDimension = never>(
  definition: ActionDefinition<I, O, V> & PublicOutput<O>,
): PublicAction<I, O, V> {
  const { id, varyBy = [], cache, maxBatch = 200 } = definition;
  checkId('Action', id);
  for (const dimension of varyBy)
    if (!sharedDimensions.includes(dimension))
      throw new Error(
        `Action "${id}" varies by "${dimension}". A public action varies by shared dimensions: ${sharedDimensions.join(', ')}.`,
      );
  for (const [name, ms] of Object.entries(cache))
    if (name !== 'tiers' && !(typeof ms === 'number' && ms >= 0))
      throw new Error(`Action "${id}" has cache.${name} = ${ms}; expected milliseconds.`);
  checkBatch(id, maxBatch);
  return Object.freeze({
    ...definition,
    class: 'public',
    varyBy: Object.freeze([...varyBy].sort()),
    maxBatch,
  }) as unknown as PublicAction<I, O, V>;
}

/** Defines a question whose answer belongs to one shopper: asked for each request, opened in holes only. */
export function definePrivateAction<I, O>(
  definition: Omit<PrivateAction<I, O>, 'class' | 'maxBatch'> & { readonly maxBatch?: number },
): PrivateAction<I, O> {
  const { id, maxBatch = 200 } = definition;
  checkId('Private action', id);
  checkBatch(id, maxBatch);
  for (const word of ['cache', 'tags', 'varyBy'])
    if (word in definition)
      throw new Error(
        `Private action "${id}" has "${word}". What belongs to one shopper is never cached: remove it.`,
      );
  return Object.freeze({ ...definition, class: 'private', maxBatch });
}

/** Defines a change a shopper may ask for. */
export function defineMutation<I, O>(
  definition: Omit<Mutation<I, O>, 'class' | 'updates'> & { readonly updates?: readonly AnyPrivateAction[] },
): Mutation<I, O> {
  checkId('Mutation', definition.id);
  return Object.freeze({ ...definition, class: 'mutation', updates: definition.updates ?? [] });
}

function checkId(what: string, id: string): void {
  if (!/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(id))
    throw new Error(`${what} id "${id}" is not usable in addresses. Write it like "catalogue.get-product".`);
}

function checkBatch(id: string, maxBatch: number): void {
  if (!(Number.isInteger(maxBatch) && maxBatch >= 1))
    throw new Error(`Action "${id}" has maxBatch ${maxBatch}; expected a whole number from 1.`);
}
