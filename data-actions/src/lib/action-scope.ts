import { keyPrefix } from './action-key.ts';
import { Ask } from './ask.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Clock } from './clock.ts';
import type { AnyAction } from './define-action.ts';
import type { PrivateDimensions, SharedDimensions } from './dimensions.ts';
import type { PublicLane } from './flight.ts';
import type { Handler } from './handle-action.ts';
import { NeedNode } from './need.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Need } from './plan.ts';
import { CollectedResult, type NeedResult, type PlanResult } from './plan-result.ts';
import { type Asker, PlanRun } from './plan-run.ts';
import { openPrivate } from './private-value.ts';
import type { PublicAnswers } from './public-answers.ts';
import { privateContext, publicContext } from './request-context.ts';
import type { Lane, SourceQueue } from './source-queue.ts';
import type { TagVersions } from './tag-versions.ts';
import type { TraceNode } from './trace.ts';

export interface ScopeOptions {
  readonly shared: Readonly<SharedDimensions>;
  /** Default: nobody. */
  readonly private?: Readonly<PrivateDimensions>;
  /** Milliseconds from now after which plans go on without what is not there. Default: none. */
  readonly deadline?: number;
  /** When it aborts, plans end as at their deadline and private calls of this request are told. */
  readonly signal?: AbortSignal;
}

export interface RunOptions {
  /** Milliseconds from now; the page's deadline when that is earlier. */
  readonly deadline?: number;
  /** Waits for every answer, whatever the deadlines say, until the source gives up. */
  readonly critical?: boolean;
  /** The plan of a hole: private answers are opened. */
  readonly hole?: boolean;
}

/** @internal What a scope needs of its engine. */
export interface ScopeParts {
  readonly clock: Clock;
  readonly tags: TagVersions;
  readonly answers: PublicAnswers;
  readonly handlerOf: (action: AnyAction) => Handler;
  readonly queueOf: (source: AnyAction['source']) => SourceQueue;
  readonly number: number;
}

interface RequestLane {
  readonly lane: Lane;
  readonly memo: Map<string, Ask>;
}

const nobody: PrivateDimensions = Object.freeze({
  customerId: undefined,
  cartId: undefined,
  sessionId: undefined,
});

/** One request's memory: every question is asked once in it. Ends with the request. */
export class ActionScope implements Asker {
  readonly shared: Readonly<SharedDimensions>;
  private own: Readonly<PrivateDimensions>;
  private readonly until: number;
  private readonly signal: AbortSignal | undefined;
  private readonly parts: ScopeParts;
  private readonly lanes = new Map<string, RequestLane>();
  private readonly failures: Ask[] = [];

  constructor(options: ScopeOptions, parts: ScopeParts) {
    this.shared = frozen(options.shared);
    this.own = options.private === undefined ? nobody : frozen({ ...nobody, ...options.private });
    this.parts = parts;
    this.signal = options.signal;
    this.until = parts.clock.now() + (options.deadline ?? Number.POSITIVE_INFINITY);
  }

  get private(): Readonly<PrivateDimensions> {
    return this.own;
  }

  /** Asks everything the plan needs. What fails is told name by name; it rejects only when the plan is none. */
  runPlan(plan: Readonly<Record<string, Need<unknown>>>, options: RunOptions = {}): Promise<PlanResult> {
    const run = new PlanRun(this, this.parts.clock, {
      patient: options.critical ?? false,
      opens: options.hole ?? false,
    });
    const { signal } = this;
    return new Promise((resolve) => {
      let open = 1;
      let stop: (() => void) | undefined;
      const finish = () => {
        open = -1;
        stop?.();
        signal?.removeEventListener('abort', finish);
        resolve(this.collect(plan, run, options));
      };
      const settled = () => {
        if (--open === 0) finish();
      };
      for (const name in plan) {
        open++;
        run.start(nodeOf(name, plan[name]), settled);
      }
      settled();
      if (open < 0) return;
      if (signal?.aborted) return finish();
      signal?.addEventListener('abort', finish);
      if (options.critical) return;
      const now = this.parts.clock.now();
      const until = Math.min(this.until, now + (options.deadline ?? Number.POSITIVE_INFINITY));
      if (until <= now) finish();
      else if (until < Number.POSITIVE_INFINITY) stop = this.parts.clock.after(until - now, finish);
    });
  }

  /** @internal One question, outside a plan. */
  ask(action: AnyAction, input: unknown): Ask {
    let request: RequestLane;
    let inputKey: string;
    try {
      request = this.lanes.get(action.id) ?? this.openLane(action);
      inputKey = canonicalJson(input);
    } catch (error) {
      return this.failed(action, error as Error);
    }
    const remembered = request.memo.get(inputKey);
    if (remembered) return remembered;
    const { lane } = request;
    const isPublic = lane.action.class === 'public';
    const key = isPublic ? lane.id + inputKey : undefined;
    const ask = new Ask(lane.action, key, this.parts.tags, this.parts.clock.now);
    request.memo.set(inputKey, ask);
    try {
      if (key !== undefined) this.askPublic(ask, lane as PublicLane, input, key);
      else this.askPrivate(ask, lane, input);
    } catch (error) {
      ask.landed({ kind: 'error', error: error as Error }, 'process');
    }
    return ask;
  }

  /** @internal */
  glance(action: AnyAction, input: unknown): Outcome | undefined {
    if (action.class !== 'public') return undefined;
    try {
      const { lane, memo } = this.lanes.get(action.id) ?? this.openLane(action);
      const inputKey = canonicalJson(input);
      const known = memo.get(inputKey)?.outcome;
      if (known) return known;
      const entry = this.parts.answers.held(lane.id + inputKey);
      return entry && outcomeOf(entry, { stale: this.parts.clock.now() >= entry.freshUntil });
    } catch {
      return undefined;
    }
  }

  /** @internal Who the shopper is from here on; private answers are asked anew. */
  remember(change: Partial<PrivateDimensions>): void {
    this.own = Object.freeze({ ...this.own, ...change });
    this.forget([...this.lanes.values()].map(({ lane }) => lane.action));
  }

  /** @internal Private answers of these actions are out of date. */
  forget(actions: readonly AnyAction[]): void {
    for (const { id, class: kind } of actions) if (kind === 'private') this.lanes.delete(id);
  }

  /** Every question of this request so far. */
  trace(): TraceNode[] {
    const asks = [...this.lanes.values()].flatMap(({ memo }) => [...memo.values()]);
    return [...asks, ...this.failures].map((ask) => ask.trace());
  }

  private askPublic(ask: Ask, lane: PublicLane, input: unknown, key: string): void {
    const { answers, clock } = this.parts;
    const entry = answers.held(key);
    if (entry) {
      const now = clock.now();
      const stale = now >= entry.freshUntil;
      if (!stale || now < entry.staleUntil) {
        if (now >= entry.refreshAt) answers.refresh(entry, lane, input);
        ask.outcome = outcomeOf(entry, { stale });
        return;
      }
      ask.held = entry;
    }
    ask.started = clock.now();
    const { flight, joined } = answers.fly(lane, input, key);
    ask.tier = joined ? 'flight' : 'source';
    ask.flight = flight;
    flight.passengers.push(ask);
  }

  private askPrivate(ask: Ask, lane: Lane, input: unknown): void {
    ask.started = this.parts.clock.now();
    ask.tier = 'source';
    const { action } = lane;
    this.parts.queueOf(action.source).ask({
      lane,
      input,
      asked() {},
      answered: (value, batch) =>
        ask.landed(
          value === undefined ? { kind: 'missing' } : { kind: 'value', value, stale: false },
          'source',
          batch,
        ),
      failed: (error, batch) => ask.landed({ kind: 'error', error }, 'source', batch),
    });
  }

  private openLane(asked: AnyAction): RequestLane {
    const handler = this.parts.handlerOf(asked);
    const action = handler.action as AnyAction;
    const lane: Lane =
      action.class === 'public'
        ? {
            id: keyPrefix(action, this.shared),
            action,
            handler,
            context: (signal) => publicContext(action, this.shared, signal()),
          }
        : this.privateLane(asked, handler, this.own);
    const request = { lane, memo: new Map<string, Ask>() };
    this.lanes.set(asked.id, request);
    return request;
  }

  private privateLane(asked: AnyAction, handler: Handler, own: Readonly<PrivateDimensions>): Lane {
    const action = handler.action as AnyAction;
    return {
      // Nobody else's questions can have this id: private questions of two requests never share a call.
      id: `${action.id}?scope=${this.parts.number}`,
      action,
      handler,
      context: (signal) =>
        privateContext(this.shared, own, {
          // As the plan says it, by which it is told whose pages are alike; an override adds nothing.
          readsViewed: asked.class === 'private' && asked.readsViewed,
          signalOf: this.signal ? () => AbortSignal.any([signal(), this.signal as AbortSignal]) : signal,
        }),
    };
  }

  private failed(action: AnyAction, error: Error): Ask {
    const ask = new Ask(action, undefined, this.parts.tags, this.parts.clock.now);
    ask.landed({ kind: 'error', error }, 'process');
    this.failures.push(ask);
    return ask;
  }

  private collect(
    plan: Readonly<Record<string, Need<unknown>>>,
    run: PlanRun,
    options: RunOptions,
  ): PlanResult {
    const all = new Set<Ask>();
    const results: Record<string, NeedResult> = {};
    let waiting = run.wentOn;
    for (const name in plan) {
      const node = nodeOf(name, plan[name]);
      const asks = run.asksUnder(node);
      for (const ask of asks) {
        all.add(ask);
        if (!ask.outcome) waiting = true;
      }
      const result = resultOf(name, run.known(node), asks, options.hole ?? false);
      if (result.state === 'fallback') waiting = true;
      results[name] = result;
    }
    return new CollectedResult({
      results,
      notFound: run.notFound(),
      complete: !waiting,
      asks: [...all],
      versions: this.parts.tags,
      now: this.parts.clock.now(),
      late: waiting && !this.signal?.aborted ? this.runPlan(plan, { ...options, critical: true }) : undefined,
    });
  }
}

function resultOf(name: string, outcome: Outcome, asks: ReadonlySet<Ask>, hole: boolean): NeedResult {
  const refs: string[] = [];
  let stale = false;
  for (const ask of asks) {
    if (ask.key !== undefined) refs.push(ask.key);
    else if (!hole && ask.action.class === 'private') {
      const error = new Error(
        `"${name}" rests on private action "${ask.action.id}", and its module is cached for everyone. Make the module a hole.`,
      );
      return { value: undefined, state: 'error', refs, error };
    }
    if (ask.outcome?.kind === 'value' && ask.outcome.stale) stale = true;
  }
  if (outcome.kind === 'value')
    return {
      value: hole ? openPrivate(outcome.value) : outcome.value,
      state: stale || outcome.stale ? 'stale' : 'ok',
      refs,
    };
  if (outcome.kind === 'error') return { value: undefined, state: 'error', refs, error: outcome.error };
  return { value: undefined, state: outcome.kind === 'late' ? 'fallback' : 'missing', refs };
}

function frozen<T extends object>(facts: T): Readonly<T> {
  return Object.isFrozen(facts) ? facts : Object.freeze({ ...facts });
}

function nodeOf(name: string, need: unknown): NeedNode {
  if (need instanceof NeedNode) return need;
  throw new Error(`"${name}" in a plan is ${typeof need}; expected what need() or many() returns.`);
}
