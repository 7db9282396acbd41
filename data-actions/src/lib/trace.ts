/** Where an answer came from. */
export type Tier = 'process' | 'flight' | 'shared' | 'source';

/** One question of one request, as the trace view shows it. Nothing private: no inputs of private actions, no answers. */
export interface TraceNode {
  readonly action: string;
  /** Public questions only. */
  readonly key?: string;
  readonly tier: Tier;
  readonly state: 'fresh' | 'stale' | 'missing' | 'error' | 'waiting';
  /** From asking to the answer; so far, when there is none yet. */
  readonly ms: number;
  /** Questions in the call of the source that answered this one. */
  readonly batch?: number;
  readonly error?: string;
}

/** What happens beside the requests: for logs and counters. */
export type TraceEvent =
  | {
      readonly kind: 'call';
      readonly source: string;
      readonly action: string;
      readonly questions: number;
      readonly ms: number;
      readonly error?: string;
    }
  | { readonly kind: 'refresh-failed'; readonly action: string; readonly key: string; readonly error: string }
  | { readonly kind: 'breaker-opened'; readonly source: string }
  | { readonly kind: 'not-stored'; readonly action: string; readonly key: string; readonly reason: string }
  | { readonly kind: 'shared-cache-failed'; readonly error: string };

/** The trace as a `Server-Timing` header: one entry per action and tier, with the number of questions and the slowest. */
export function serverTiming(trace: readonly TraceNode[]): string {
  const lines = new Map<string, { count: number; ms: number }>();
  for (const node of trace) {
    const name = `${node.action};desc="${node.tier}`;
    const line = lines.get(name);
    if (!line) lines.set(name, { count: 1, ms: node.ms });
    else {
      line.count++;
      line.ms = Math.max(line.ms, node.ms);
    }
  }
  return [...lines].map(([name, { count, ms }]) => `${name} x${count}";dur=${ms.toFixed(1)}`).join(', ');
}
