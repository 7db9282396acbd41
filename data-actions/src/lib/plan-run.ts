import type { Ask } from './ask.ts';
import type { Clock } from './clock.ts';
import type { AnyAction } from './define-action.ts';
import { type NeedKind, NeedNode } from './need.ts';
import { late, type Outcome } from './outcome.ts';
import { openPrivate, sealPrivate } from './private-value.ts';

/** What a run asks of the request it belongs to. */
export interface Asker {
  ask(action: AnyAction, input: unknown): Ask;
  /** What can be shown for a question at once, if anything. Asks nobody. */
  glance(action: AnyAction, input: unknown): Outcome | undefined;
}

interface Cell {
  outcome: Outcome | undefined;
  waiting: (() => void)[] | undefined;
  asks: readonly Ask[] | undefined;
  /** What `andThen` chose. */
  next: NeedNode | undefined;
}

const nothing: Outcome = { kind: 'value', value: undefined, stale: false };

/** One walk through a plan: asks as soon as inputs are known, and tells what is known at any moment. */
export class PlanRun {
  private readonly cells = new Map<NeedNode, Cell>();
  private readonly asker: Asker;
  private readonly clock: Clock;
  /** A patient run waits for every answer; another one goes on without a question after its action's timeout. */
  private readonly patient: boolean;
  /** Whether private answers may be looked at: the plan is that of a hole. */
  private readonly opens: boolean;
  private readonly mayBeNotFound: NeedNode[] = [];
  /** Whether some question was let go after its timeout. */
  wentOn = false;

  constructor(asker: Asker, clock: Clock, options: { patient: boolean; opens: boolean }) {
    this.asker = asker;
    this.clock = clock;
    this.patient = options.patient;
    this.opens = options.opens;
  }

  /** Begins, and calls back when it is settled, perhaps at once. */
  start(node: NeedNode, settled: () => void): void {
    const cell = this.begin(node);
    if (cell.outcome) settled();
    else if (cell.waiting) cell.waiting.push(settled);
    else cell.waiting = [settled];
  }

  /** The asks under a need, each once, in the order they were asked. */
  asksUnder(node: NeedNode, into: Set<Ask> = new Set()): Set<Ask> {
    const cell = this.cells.get(node);
    const { how } = node;
    if (how.kind === 'one' || how.kind === 'many') {
      const input = how.kind === 'one' ? how.input : how.inputs;
      if (input instanceof NeedNode) this.asksUnder(input, into);
    } else this.asksUnder(how.of, into);
    if (cell?.asks) for (const ask of cell.asks) into.add(ask);
    if (cell?.next) this.asksUnder(cell.next, into);
    return into;
  }

  /** What is known now. What is not known is `late`, unless an older answer can stand in. */
  known(node: NeedNode): Outcome {
    const cell = this.cells.get(node);
    if (cell?.outcome && cell.outcome.kind !== 'late') return cell.outcome;
    const { how } = node;
    switch (how.kind) {
      case 'one': {
        const input = this.knownInput(how.input);
        return input.kind === 'value' ? this.glance(how.action, input.value, cell?.asks?.[0]) : input;
      }
      case 'many': {
        const inputs = this.knownInput(how.inputs);
        if (inputs.kind !== 'value' || !Array.isArray(inputs.value)) return inputs;
        return collect(inputs.value.map((input, i) => this.glance(how.action, input, cell?.asks?.[i])));
      }
      case 'map':
        return this.reshaped(this.known(how.of), how);
      case 'then':
        return cell?.next ? this.known(cell.next) : late;
      case 'optional':
        return orNothing(this.known(how.of));
      case 'or-not-found':
        return this.known(how.of);
    }
  }

  /** Whether something under the need that makes the page a 404 is missing. */
  notFound(): boolean {
    return this.mayBeNotFound.some((node) => this.cells.get(node)?.outcome?.kind === 'missing');
  }

  private glance(action: AnyAction, input: unknown, ask: Ask | undefined): Outcome {
    return (ask ? (ask.outcome ?? ask.rescued()) : this.asker.glance(action, input)) ?? late;
  }

  private knownInput(input: unknown): Outcome {
    if (!(input instanceof NeedNode)) return { kind: 'value', value: input, stale: false };
    return this.asInput(this.known(input), input);
  }

  // What belongs to one shopper is no input: it would stand in keys.
  private asInput(outcome: Outcome, of: NeedNode): Outcome {
    const sealedBy = outcome.kind === 'value' ? this.sealedBy(of) : undefined;
    if (sealedBy === undefined) return outcome;
    const message = `A question was made of the answer to private action "${sealedBy}". Ask one private question that answers both.`;
    return { kind: 'error', error: new Error(message) };
  }

  /** The private action a need rests on, as far as it is known. */
  private sealedBy(node: NeedNode): string | undefined {
    const { how } = node;
    if (how.kind === 'one' || how.kind === 'many')
      return how.action.class === 'private' ? how.action.id : undefined;
    const chosen = how.kind === 'then' ? this.cells.get(node)?.next : undefined;
    return this.sealedBy(how.of) ?? (chosen && this.sealedBy(chosen));
  }

  private reshaped(outcome: Outcome, { of, reshape }: Extract<NeedKind, { kind: 'map' }>): Outcome {
    if (outcome.kind !== 'value') return outcome;
    const isSealed = this.sealedBy(of) !== undefined;
    // Outside a hole the result is an error whatever it is; no module code sees the value on the way there.
    if (isSealed && !this.opens) return outcome;
    const value = attempt(() => reshape(isSealed ? openPrivate(outcome.value) : outcome.value));
    return value instanceof Error
      ? { kind: 'error', error: value }
      : { kind: 'value', value, stale: outcome.stale };
  }

  private begin(node: NeedNode): Cell {
    const begun = this.cells.get(node);
    if (begun) return begun;
    const cell: Cell = { outcome: undefined, waiting: undefined, asks: undefined, next: undefined };
    this.cells.set(node, cell);
    const { how } = node;
    switch (how.kind) {
      case 'one':
        this.withInput(cell, how.input, (input) => this.askOne(cell, how.action, input));
        break;
      case 'many':
        this.withInput(cell, how.inputs, (inputs) => this.askMany(cell, how.action, inputs));
        break;
      case 'map':
        this.follow(how.of, (outcome) => settle(cell, this.reshaped(outcome, how)));
        break;
      case 'then':
        this.follow(how.of, (outcome) => this.chooseNext(cell, outcome, how));
        break;
      case 'optional':
        this.follow(how.of, (outcome) => settle(cell, orNothing(outcome)));
        break;
      case 'or-not-found':
        this.mayBeNotFound.push(node);
        this.follow(how.of, (outcome) => settle(cell, outcome));
        break;
    }
    return cell;
  }

  private withInput(cell: Cell, input: unknown, ask: (input: unknown) => void): void {
    if (!(input instanceof NeedNode)) {
      ask(input);
      return;
    }
    this.follow(input, (outcome) => {
      const usable = this.asInput(outcome, input);
      if (usable.kind === 'value') ask(usable.value);
      else settle(cell, usable);
    });
  }

  private askOne(cell: Cell, action: AnyAction, input: unknown): void {
    const ask = this.asker.ask(action, input);
    cell.asks = [ask];
    if (ask.outcome) {
      settle(cell, ask.outcome);
      return;
    }
    const stop = this.timeLimit(action, () => settle(cell, ask.rescued() ?? late));
    ask.whenSettled(() => {
      stop?.();
      settle(cell, ask.outcome!);
    });
  }

  private askMany(cell: Cell, action: AnyAction, inputs: unknown): void {
    if (!Array.isArray(inputs)) {
      const error = new Error(`many("${action.id}", …) expects an array of inputs, got ${typeof inputs}.`);
      settle(cell, { kind: 'error', error });
      return;
    }
    const asks: Ask[] = [];
    let open = 0;
    for (const input of inputs) {
      const ask = this.asker.ask(action, input);
      asks.push(ask);
      if (!ask.outcome) open++;
    }
    cell.asks = asks;
    const finish = () => settle(cell, collect(asks.map((ask) => ask.outcome ?? ask.rescued() ?? late)));
    if (open === 0) {
      finish();
      return;
    }
    const stop = this.timeLimit(action, finish);
    for (const ask of asks)
      if (!ask.outcome)
        ask.whenSettled(() => {
          if (--open > 0) return;
          stop?.();
          finish();
        });
  }

  private chooseNext(cell: Cell, outcome: Outcome, { of, next }: Extract<NeedKind, { kind: 'then' }>): void {
    if (outcome.kind !== 'value') {
      settle(cell, outcome);
      return;
    }
    const sealedBy = this.sealedBy(of);
    const chosen = attempt(() => {
      const node = next(sealedBy === undefined ? outcome.value : sealPrivate(sealedBy, outcome.value));
      if (!(node instanceof NeedNode)) throw new Error('andThen expects a function that returns a need.');
      return node;
    });
    if (chosen instanceof Error) {
      settle(cell, { kind: 'error', error: chosen });
      return;
    }
    cell.next = chosen;
    this.follow(chosen, (result) => settle(cell, result));
  }

  private follow(node: NeedNode, then: (outcome: Outcome) => void): void {
    const cell = this.begin(node);
    if (cell.outcome) then(cell.outcome);
    else {
      const callback = () => then(cell.outcome!);
      if (cell.waiting) cell.waiting.push(callback);
      else cell.waiting = [callback];
    }
  }

  private timeLimit(action: AnyAction, callback: () => void): (() => void) | undefined {
    if (this.patient || action.timeout === undefined) return undefined;
    return this.clock.after(action.timeout, () => {
      this.wentOn = true;
      callback();
    });
  }
}

function settle(cell: Cell, outcome: Outcome): void {
  if (cell.outcome) return;
  cell.outcome = outcome;
  const { waiting } = cell;
  cell.waiting = undefined;
  if (waiting) for (const callback of waiting) callback();
}

function orNothing(outcome: Outcome): Outcome {
  return outcome.kind === 'value' ? outcome : nothing;
}

/** Answers of `many`: those there are, in order. Nothing but failures is a failure, nothing but late ones is late. */
function collect(outcomes: readonly Outcome[]): Outcome {
  const values: unknown[] = [];
  let failed: Outcome | undefined;
  let stale = false;
  let missing = false;
  for (const outcome of outcomes) {
    if (outcome.kind === 'value') {
      values.push(outcome.value);
      stale ||= outcome.stale;
    } else if (outcome.kind === 'missing') missing = true;
    else if (!failed || outcome.kind === 'error') failed = outcome;
  }
  if (failed && values.length === 0 && !missing) return failed;
  return { kind: 'value', value: values, stale };
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}
