import type { Need, NeedMany, NeedOne, Private, SharedDimensions } from '@vitrine/data-actions';
import type { ReactNode } from 'react';
import type { ZodType } from 'zod';
import type { ConfigOf, Fields, Link } from './fields/field.ts';

/** When a module's JavaScript wakes up in the browser; absent = it never does, it is HTML. */
export type IslandMode = 'load' | 'idle' | 'visible' | 'interaction';

/** What surrounds modules: decides which fit into a slot. */
export type ModuleKind = 'section' | 'block' | 'header' | 'footer' | 'page';

export interface SlotDefinition {
  readonly label: string;
  /** Kinds or module ids that may stand here. */
  readonly allow: readonly (ModuleKind | string)[];
  readonly max?: number;
}

export type Slots = Readonly<Record<string, SlotDefinition>>;

/** What the page is about, taken from its URL by the runtime. */
export interface PageSubject {
  readonly kind: 'page' | 'product' | 'category' | 'search' | 'cart' | 'not-found' | 'error';
  /** Slug of the product or category. */
  readonly slug?: string;
  /** Path without locale prefix. */
  readonly path: string;
}

/** What a module's plan may look at. Only shared things: there is nothing personal to see. */
export interface PlanInput<Config, Query> {
  readonly config: Config;
  readonly subject: PageSubject;
  /** The query parameters this module declared, parsed. Undeclared ones are not visible. */
  readonly query: Query;
  readonly context: Readonly<SharedDimensions>;
  readonly need: NeedOne;
  readonly many: NeedMany;
}

export type Plan = Readonly<Record<string, Need<unknown>>>;
type PublicPlan<P> = {
  readonly [K in keyof P]: P[K] extends Need<infer T>
    ? true extends Holds<T>
      ? 'A cached module cannot need a private action: make it a hole'
      : P[K]
    : never;
};
// Whether a private value stands anywhere at the top of T or in an array of it.
type Holds<T> =
  T extends Private<unknown>
    ? true
    : T extends readonly (infer E)[]
      ? E extends Private<unknown>
        ? true
        : false
      : false;
type Opened<T> =
  T extends Private<infer V>
    ? V
    : T extends readonly (infer E)[]
      ? E extends Private<infer V>
        ? V[]
        : T
      : T;
export type DataOf<P> = { readonly [K in keyof P]: P[K] extends Need<infer T> ? Opened<T> : never };

/** What the view of a module is given. */
export interface ViewProps<Config, Data, SlotName extends string, Query> {
  /** Id of the instance; unique on the page, usable in HTML ids. */
  readonly id: string;
  readonly config: Config;
  readonly data: Data;
  readonly query: Query;
  readonly subject: PageSubject;
  readonly context: Readonly<SharedDimensions>;
  /** Rendered contents of the slots; `undefined` for an empty one. */
  readonly slots: Readonly<Record<SlotName, ReactNode>>;
  /** Where a link leads in this locale. */
  readonly href: (link: Link | string) => string;
  /** This page's address with some query parameters changed; `undefined` removes one. */
  readonly withQuery: (change: Readonly<Record<string, string | readonly string[] | undefined>>) => string;
  /** The module's own messages and common words in the current locale. */
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
}

/**
 * What some instances of a cached module are instead, by their settings: rendered for each request, from private answers, with the
 * same view. On an editor's canvas they stay what the module is, for whoever edits is not whom they are for.
 */
export interface PersonalForm<Config, P, Query> {
  readonly when: (config: Config) => boolean;
  /** Asks for what the view shows, by the names of the module's own plan. */
  readonly data: (input: PlanInput<Config, Query>) => { readonly [K in keyof P]: PersonalNeed<P[K]> };
}
type PersonalNeed<N> = N extends Need<infer T> ? Need<T> | Need<Private<T>> : never;

/** What is known where it is decided whether a visitor stays on a page: what its view is given to show, without texts and slots. */
export type LeadingProps<Config, Data, Query> = Pick<
  ViewProps<Config, Data, never, Query>,
  'config' | 'data' | 'query' | 'href'
>;

/** Whose frames and films a page shows: origins such as `https://player.example`. */
export interface Strangers {
  readonly frames?: readonly string[];
  readonly films?: readonly string[];
}

interface Common<F extends Fields, S extends Slots, Q> {
  /** kebab-case; stored in pages, never renamed without a migration. */
  readonly id: string;
  /** As the palette shows it. */
  readonly title: string;
  /** Other words that authors look for it by, such as `faq`. */
  readonly alsoCalled?: readonly string[];
  readonly kind: ModuleKind;
  /** Version of the config; rises with a migration. */
  readonly version: number;
  readonly config: F;
  readonly slots?: S;
  /** Query parameters the module reads. They become part of the page's key and URL; all must have defaults or be optional. */
  readonly query?: ZodType<Q>;
  readonly island?: IslandMode;
  /** Texts by locale, then key. `{name}` is replaced by a value. English must be there. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The page waits for it: title, price, anything the page is about. Default false. */
  readonly critical?: boolean;
  /** Milliseconds this instance may take before its fallback stands in. Default: the page's budget. */
  readonly deadline?: number;
  /** Kinds of page it is made for: authors find it last on others. Default: all. */
  readonly subjects?: readonly PageSubject['kind'][];
  /** Part of a page that a shop has one of, such as its checkout: authors find it last. Default false. */
  readonly isPartOfOne?: boolean;
  /** From the version before to this one, index 0 = from version 1. Pure. */
  readonly migrations?: readonly ((props: Record<string, unknown>) => Record<string, unknown>)[];
  // Method syntax, as `data` below.
  /** What search engines are told of an instance, as one JSON-LD object in the head of its page; `undefined` = nothing. Pure. */
  structured?(told: { readonly config: ConfigOf<F> }): Readonly<Record<string, unknown>> | undefined;
  /** Who else an instance may fetch frames and films from. The policy of its page lets these in, and nobody on other pages. Pure. */
  strangers?(told: { readonly config: ConfigOf<F> }): Strangers;
}

/** A module as everything but its view sees it. */
export interface ModuleDefinition<
  F extends Fields = Fields,
  P extends Plan = Plan,
  S extends Slots = Slots,
  Q = unknown,
> extends Common<F, S, Q> {
  /** `hole` = rendered for each request, may need private actions, never cached. */
  readonly rendering: 'cached' | 'hole';
  // Method syntax: definitions of any config stand in one list.
  data?(input: PlanInput<ConfigOf<F>, Q>): P;
  readonly personal?: PersonalForm<ConfigOf<F>, P, Q>;
  /** Of holes only: a path of this shop where the visitor goes instead of seeing the page; `undefined` = the page is shown. */
  leadsTo?(props: LeadingProps<ConfigOf<F>, DataOf<P>, Q>): string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: definitions of every config, plan and query.
export type AnyModule = ModuleDefinition<any, any, any, any>;

/** A module whose HTML is the same for everyone in the same shared dimensions. */
export function defineModule<
  F extends Fields,
  P extends Plan = Record<never, never>,
  S extends Slots = Record<never, never>,
  Q = Record<never, never>,
>(
  definition: Common<F, S, Q> & {
    readonly data?: (input: PlanInput<ConfigOf<F>, Q>) => P & PublicPlan<P>;
    readonly personal?: PersonalForm<ConfigOf<F>, NoInfer<P>, Q>;
  },
): ModuleDefinition<F, P, S, Q> {
  return { ...definition, rendering: 'cached' } as ModuleDefinition<F, P, S, Q>;
}

/** What an instance with these settings is: its module, or the personal form of that. */
export function moduleOfInstance(module: AnyModule, config: Readonly<Record<string, unknown>>): AnyModule {
  return module.personal?.when(config) ? personalOf(module, module.personal) : module;
}

function personalOf(module: AnyModule, { data }: NonNullable<AnyModule['personal']>): AnyModule {
  return { ...module, rendering: 'hole', data };
}

/** A module rendered for each request: it may need private actions, and nothing of it is cached. Keep holes small. */
export function defineHole<
  F extends Fields,
  P extends Plan = Record<never, never>,
  S extends Slots = Record<never, never>,
  Q = Record<never, never>,
>(
  definition: Common<F, S, Q> & {
    readonly data?: (input: PlanInput<ConfigOf<F>, Q>) => P;
    readonly leadsTo?: (props: LeadingProps<ConfigOf<F>, DataOf<NoInfer<P>>, Q>) => string | undefined;
  },
): ModuleDefinition<F, P, S, Q> {
  return { ...definition, rendering: 'hole' } as ModuleDefinition<F, P, S, Q>;
}

/** What the view of a module is given: `function HeroView({ config }: ModuleProps<typeof hero>)`. */
export type ModuleProps<M> =
  M extends ModuleDefinition<infer F, infer P, infer S, infer Q>
    ? ViewProps<ConfigOf<F>, DataOf<P>, keyof S & string, Q>
    : never;

/** A ready-made instance: palette thumbnail, story and test fixture in one. */
export interface Preset {
  readonly name: string;
  /** As in a page document: suffixes allowed. */
  readonly props: Readonly<Record<string, unknown>>;
  /** Data for stories and tests, by the names of the plan. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly subject?: PageSubject;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly slots?: Readonly<Record<string, readonly { readonly type: string; readonly preset: string }[]>>;
  /** A state of the module for stories and tests, nothing an author would choose. */
  readonly isState?: boolean;
}
