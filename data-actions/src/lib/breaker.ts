import type { Clock } from './clock.ts';
import type { Source } from './define-source.ts';

/** Keeps a failing backend from being asked, and lets one call through from time to time to see whether it is back. */
export class Breaker {
  private readonly policy: NonNullable<Source['breaker']> | undefined;
  private readonly clock: Clock;
  private windowStart: number;
  private calls = 0;
  private failures = 0;
  private closedAgainAt = 0;
  private state: 'closed' | 'open' | 'trying' = 'closed';

  constructor(source: Source, clock: Clock) {
    this.policy = source.breaker;
    this.clock = clock;
    this.windowStart = clock.now();
  }

  get isOpen(): boolean {
    return this.state !== 'closed';
  }

  /** Whether a call may be made now. Saying yes while open makes that call the trial. */
  allows(): boolean {
    if (this.state === 'closed') return true;
    if (this.state === 'trying' || this.clock.now() < this.closedAgainAt) return false;
    this.state = 'trying';
    return true;
  }

  succeeded(): void {
    if (this.state === 'trying') this.close();
    this.count(false);
  }

  /** @returns whether this failure opened it. */
  failed(): boolean {
    if (!this.policy) return false;
    if (this.state === 'trying') return this.open();
    this.count(true);
    const { errorRate, minimum = 10 } = this.policy;
    if (this.state === 'closed' && this.calls >= minimum && this.failures / this.calls >= errorRate)
      return this.open();
    return false;
  }

  private count(failure: boolean): void {
    const now = this.clock.now();
    if (now - this.windowStart >= (this.policy?.over ?? 10_000)) {
      this.windowStart = now;
      this.calls = 0;
      this.failures = 0;
    }
    this.calls++;
    if (failure) this.failures++;
  }

  private open(): boolean {
    this.state = 'open';
    this.closedAgainAt = this.clock.now() + (this.policy?.rest ?? 5000);
    return true;
  }

  private close(): void {
    this.state = 'closed';
    this.windowStart = this.clock.now();
    this.calls = 0;
    this.failures = 0;
  }
}
