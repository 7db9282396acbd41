import { ActionScope, type ScopeOptions } from './action-scope.ts';
import type { Ask } from './ask.ts';
import { type Clock, systemClock } from './clock.ts';
import type { AnyAction, AnyMutation, AnyPrivateAction, AnyPublicAction } from './define-action.ts';
import type { Source } from './define-source.ts';
import { describePlan, type PlanDescription } from './describe-plan.ts';
import type { PrivateDimensions, SharedDimensions } from './dimensions.ts';
import type { Handler, MutationContext } from './handle-action.ts';
import type { Outcome } from './outcome.ts';
import { parseInput } from './parse-input.ts';
import type { Need } from './plan.ts';
import { createProcessCache, type ProcessCache } from './process-cache.ts';
import { PublicAnswers } from './public-answers.ts';
import type { PublicEntry } from './public-entry.ts';
import type { SharedCache } from './shared-cache.ts';
import { SourceQueue } from './source-queue.ts';
import type { TagVersions } from './tag-versions.ts';
import type { TraceEvent } from './trace.ts';

export interface EngineOptions {
  /** Of two handlers for one id the later one counts, with its own action: how a shop overrides a library. */
  readonly handlers: readonly Handler[];
  readonly tags: TagVersions;
  /** Default: one of 64 MiB. */
  readonly processCache?: ProcessCache;
  readonly sharedCache?: SharedCache;
  readonly clock?: Clock;
  /** Between 0 and 1; spreads refreshes. */
  readonly random?: () => number;
  /** Called for what happens beside the requests; must not throw. */
  readonly onTrace?: (event: TraceEvent) => void;
}

/** What came of a question asked by id, from outside. */
export type Answered =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      readonly stale: boolean;
      /** Absent for private answers. */
      readonly entry?: PublicEntry;
    }
  | { readonly kind: 'missing'; readonly entry?: PublicEntry }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'unknown-action'; readonly message: string }
  | { readonly kind: 'bad-input'; readonly problems: readonly string[] };

/** What came of a mutation asked for by id. */
export type Mutated =
  | {
      readonly kind: 'done';
      readonly mutation: AnyMutation;
      readonly input: unknown;
      readonly outcome: unknown;
      /** What the host is to keep about the shopper, if anything changed. */
      readonly remember?: Partial<PrivateDimensions>;
    }
  | { readonly kind: 'unknown-mutation'; readonly message: string }
  | { readonly kind: 'bad-input'; readonly problems: readonly string[] };

/** Answers questions: one per process. */
export class ActionEngine {
  readonly tags: TagVersions;
  readonly clock: Clock;
  private readonly handlers: ReadonlyMap<string, Handler>;
  private readonly queues = new Map<string, SourceQueue>();
  private readonly answers: PublicAnswers;
  private readonly report: (event: TraceEvent) => void;
  private scopes = 0;

  constructor(options: EngineOptions) {
    this.tags = options.tags;
    this.clock = options.clock ?? systemClock;
    this.handlers = register(options.handlers);
    this.report = options.onTrace ?? (() => {});
    options.sharedCache?.connect(options.tags);
    this.answers = new PublicAnswers({
      tags: options.tags,
      cache: options.processCache ?? createProcessCache(),
      shared: options.sharedCache,
      clock: this.clock,
      random: options.random ?? Math.random,
      report: this.report,
      queueOf: this.queueOf,
    });
  }

  /** Begins a request. */
  openScope(options: ScopeOptions): ActionScope {
    return new ActionScope(options, {
      clock: this.clock,
      tags: this.tags,
      answers: this.answers,
      handlerOf: this.handlerOf,
      queueOf: this.queueOf,
      number: ++this.scopes,
    });
  }

  /** What is known of a plan without running it, by the actions registered here. */
  describePlan(plan: Readonly<Record<string, Need<unknown>>>): PlanDescription {
    return describePlan(plan, (action) => this.handlerOf(action).action as AnyAction);
  }

  /** A registered action or mutation. */
  definition(id: string): AnyAction | AnyMutation | undefined {
    return this.handlers.get(id)?.action;
  }

  /** Answers a public question that came from outside. The input is parsed; nobody's private dimensions are in reach. */
  async answerPublic(
    actionId: string,
    rawInput: unknown,
    shared: Readonly<SharedDimensions>,
  ): Promise<Answered> {
    const action = this.definition(actionId);
    if (action?.class !== 'public') return this.unknown('public action', actionId);
    return this.answer(action, rawInput, this.openScope({ shared }));
  }

  /** Answers a private question that came from outside, for the shopper of the scope. */
  async answerPrivate(actionId: string, rawInput: unknown, scope: ActionScope): Promise<Answered> {
    const action = this.definition(actionId);
    if (action?.class !== 'private') return this.unknown('private action', actionId);
    return this.answer(action, rawInput, scope);
  }

  /**
   * Carries out a mutation for the shopper of the scope.
   * @throws what its handler throws: a fault, not an outcome.
   */
  async mutate(
    mutationId: string,
    rawInput: unknown,
    scope: ActionScope,
    options: { idempotencyKey?: string; origin?: string; caller?: string } = {},
  ): Promise<Mutated> {
    const handler = this.handlers.get(mutationId);
    const mutation = handler?.action;
    if (mutation?.class !== 'mutation') {
      const { message } = this.unknown('mutation', mutationId);
      return { kind: 'unknown-mutation', message };
    }
    const parsed = parseInput(mutation, rawInput);
    if ('problems' in parsed) return { kind: 'bad-input', problems: parsed.problems };
    let remember: Partial<PrivateDimensions> | undefined;
    const context: MutationContext = Object.freeze({
      ...scope.shared,
      ...scope.private,
      signal: new AbortController().signal,
      idempotencyKey: options.idempotencyKey ?? crypto.randomUUID(),
      origin: options.origin,
      caller: options.caller ?? 'unknown',
      remember: (change: Partial<PrivateDimensions>) => {
        remember = { ...remember, ...change };
      },
    });
    const outcome: unknown = await handler!.run(parsed.input, context);
    if (remember) scope.remember(remember);
    scope.forget(mutation.updates);
    return { kind: 'done', mutation, input: parsed.input, outcome, remember };
  }

  private async answer(
    action: AnyPublicAction | AnyPrivateAction,
    rawInput: unknown,
    scope: ActionScope,
  ): Promise<Answered> {
    const parsed = parseInput(action, rawInput);
    if ('problems' in parsed) return { kind: 'bad-input', problems: parsed.problems };
    const ask = scope.ask(action, parsed.input);
    if (!ask.outcome) await new Promise<void>((resolve) => ask.whenSettled(resolve));
    return answered(ask);
  }

  private unknown(what: string, id: string): { kind: 'unknown-action'; message: string } {
    return { kind: 'unknown-action', message: `There is no ${what} "${id.slice(0, 100)}".` };
  }

  private readonly handlerOf = (action: AnyAction): Handler => {
    const handler = this.handlers.get(action.id);
    if (!handler)
      throw new Error(
        `No handler answers "${action.id}". Registered: ${[...this.handlers.keys()].sort().join(', ') || 'none'}. Add its handler in the shop's list.`,
      );
    if (handler.action.class !== action.class)
      throw new Error(
        `"${action.id}" is asked as ${action.class} and registered as ${handler.action.class}.`,
      );
    return handler;
  };

  private readonly queueOf = (source: Source): SourceQueue => {
    let queue = this.queues.get(source.id);
    if (!queue) {
      queue = new SourceQueue(source, this.clock, this.report);
      this.queues.set(source.id, queue);
    }
    return queue;
  };
}

/** @throws when handlers contradict each other, so that the shop does not start. */
export function createActionEngine(options: EngineOptions): ActionEngine {
  return new ActionEngine(options);
}

function register(handlers: readonly Handler[]): ReadonlyMap<string, Handler> {
  const byId = new Map<string, Handler>();
  for (const handler of handlers) {
    const { id, class: kind } = handler.action;
    const before = byId.get(id)?.action.class;
    if (before && before !== kind)
      throw new Error(`"${id}" is ${before} and an override makes it ${kind}. An override keeps the class.`);
    byId.set(id, handler);
  }
  return byId;
}

function answered(ask: Ask): Answered {
  const outcome = ask.outcome as Exclude<Outcome, { kind: 'late' }>;
  if (outcome.kind === 'error') return { kind: 'failed', error: outcome.error };
  if (outcome.kind === 'missing') return outcome;
  return outcome;
}
