import { Breaker } from './breaker.ts';
import type { Clock } from './clock.ts';
import type { AnyAction } from './define-action.ts';
import type { Source } from './define-source.ts';
import type { Handler } from './handle-action.ts';
import type { TraceEvent } from './trace.ts';

/** Questions that may share a call: one handler, one context. */
export interface Lane {
  /** Equal for lanes whose questions may be asked together. */
  readonly id: string;
  readonly action: AnyAction;
  readonly handler: Handler;
  context(signal: () => AbortSignal): unknown;
}

/** One input on its way to its source. */
export interface Question {
  readonly lane: Lane;
  readonly input: unknown;
  /** Called just before the source is. */
  asked(): void;
  answered(value: unknown, batch: number): void;
  failed(error: Error, batch: number): void;
}

/** Gathers the questions for one source and asks them in as few calls as possible. */
export class SourceQueue {
  private readonly source: Source;
  private readonly clock: Clock;
  private readonly report: (event: TraceEvent) => void;
  private readonly breaker: Breaker;
  private gathered: Question[] = [];
  private readonly waiting: Question[][] = [];
  private running = 0;

  constructor(source: Source, clock: Clock, report: (event: TraceEvent) => void) {
    this.source = source;
    this.clock = clock;
    this.report = report;
    this.breaker = new Breaker(source, clock);
  }

  ask(question: Question): void {
    if (this.gathered.push(question) > 1) return;
    const { window = 'microtask' } = this.source;
    if (window === 'microtask') afterMicrotasks(() => this.flush());
    else this.clock.after(window, () => this.flush());
  }

  private flush(): void {
    const groups = new Map<string, Question[]>();
    for (const question of this.gathered) {
      const group = groups.get(question.lane.id);
      if (group) group.push(question);
      else groups.set(question.lane.id, [question]);
    }
    this.gathered = [];
    for (const group of groups.values()) {
      const { maxBatch } = group[0]!.lane.action;
      for (let i = 0; i < group.length; i += maxBatch) this.waiting.push(group.slice(i, i + maxBatch));
    }
    this.startWaiting();
  }

  private startWaiting(): void {
    while (this.waiting.length > 0 && this.running < (this.source.concurrency ?? 8)) {
      const batch = this.waiting.shift()!;
      if (this.breaker.allows()) this.call(batch);
      else {
        const error = new Error(`Source "${this.source.id}" is failing and is not asked for a moment.`);
        for (const question of batch) question.failed(error, batch.length);
      }
    }
  }

  private call(batch: readonly Question[]): void {
    const { action, handler, context } = batch[0]!.lane;
    const limit = this.source.giveUpAfter ?? 10_000;
    const started = this.clock.now();
    let controller: AbortController | undefined;
    let open = true;
    const end = (answers: unknown, failure?: Error) => {
      if (!open) return;
      open = false;
      callOff();
      this.ended(batch, {
        answers,
        failure: failure ?? wrongNumber(action.id, batch.length, answers),
        ms: this.clock.now() - started,
      });
    };
    const fail = (thrown: unknown) =>
      end(undefined, thrown instanceof Error ? thrown : new Error(String(thrown)));
    let gaveUp: Error | undefined;
    const callOff = this.clock.after(limit, () => {
      gaveUp = new Error(`"${action.id}" had no answer from source "${this.source.id}" in ${limit} ms.`);
      controller?.abort(gaveUp);
      fail(gaveUp);
    });
    this.running++;
    for (const question of batch) question.asked();
    try {
      const inputs = batch.map((question) => question.input);
      const signal = () => {
        if (gaveUp) return AbortSignal.abort(gaveUp);
        controller ??= new AbortController();
        return controller.signal;
      };
      Promise.resolve(handler.run(inputs, context(signal))).then((answers) => end(answers), fail);
    } catch (thrown) {
      fail(thrown);
    }
  }

  private ended(
    batch: readonly Question[],
    { answers, failure, ms }: { answers: unknown; failure: Error | undefined; ms: number },
  ): void {
    this.running--;
    if (failure) {
      if (this.breaker.failed()) this.report({ kind: 'breaker-opened', source: this.source.id });
    } else this.breaker.succeeded();
    this.report({
      kind: 'call',
      source: this.source.id,
      action: batch[0]!.lane.action.id,
      questions: batch.length,
      ms,
      error: failure?.message,
    });
    for (let i = 0; i < batch.length; i++) {
      const answer = failure ?? (answers as readonly unknown[])[i];
      if (answer instanceof Error) batch[i]!.failed(answer, batch.length);
      else batch[i]!.answered(answer, batch.length);
    }
    if (this.waiting.length > 0) this.startWaiting();
  }
}

function wrongNumber(action: string, asked: number, answers: unknown): Error | undefined {
  if (Array.isArray(answers) && answers.length === asked) return undefined;
  const given = Array.isArray(answers) ? `${answers.length} answers` : `a ${typeof answers}`;
  return new Error(
    `The handler of "${action}" was asked ${asked} questions and gave ${given}. Expected one per input, in order.`,
  );
}

/** Runs when everything that is ready now has run, so that answers that arrive together release one batch together. */
export function afterMicrotasks(callback: () => void): void {
  queueMicrotask(() => process.nextTick(callback));
}
