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
  context(signal: AbortSignal): unknown;
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
      if (this.breaker.allows()) void this.call(batch);
      else {
        const error = new Error(`Source "${this.source.id}" is failing and is not asked for a moment.`);
        for (const question of batch) question.failed(error, batch.length);
      }
    }
  }

  private async call(batch: readonly Question[]): Promise<void> {
    const { action, handler } = batch[0]!.lane;
    const limit = this.source.giveUpAfter ?? 10_000;
    const started = this.clock.now();
    const controller = new AbortController();
    let giveUp!: () => void;
    const gaveUp = new Promise<never>((_, reject) => {
      giveUp = this.clock.after(limit, () => {
        const error = new Error(
          `"${action.id}" had no answer from source "${this.source.id}" in ${limit} ms.`,
        );
        controller.abort(error);
        reject(error);
      });
    });
    this.running++;
    for (const question of batch) question.asked();
    let answers: readonly unknown[] | undefined;
    let failure: Error | undefined;
    try {
      const answering = handler.run(
        batch.map((question) => question.input),
        batch[0]!.lane.context(controller.signal),
      );
      answers = await Promise.race([answering, gaveUp]);
      if (!Array.isArray(answers) || answers.length !== batch.length)
        throw new Error(
          `The handler of "${action.id}" was asked ${batch.length} questions and gave ${Array.isArray(answers) ? `${answers.length} answers` : `a ${typeof answers}`}. Expected one per input, in order.`,
        );
    } catch (thrown) {
      failure = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
    giveUp();
    this.running--;
    if (failure) {
      if (this.breaker.failed()) this.report({ kind: 'breaker-opened', source: this.source.id });
    } else this.breaker.succeeded();
    this.report({
      kind: 'call',
      source: this.source.id,
      action: action.id,
      questions: batch.length,
      ms: this.clock.now() - started,
      error: failure?.message,
    });
    for (let i = 0; i < batch.length; i++) {
      const answer = failure ?? answers![i];
      if (answer instanceof Error) batch[i]!.failed(answer, batch.length);
      else batch[i]!.answered(answer, batch.length);
    }
    this.startWaiting();
  }
}

/** Runs when everything that is ready now has run, so that answers that arrive together release one batch together. */
export function afterMicrotasks(callback: () => void): void {
  queueMicrotask(() => process.nextTick(callback));
}
