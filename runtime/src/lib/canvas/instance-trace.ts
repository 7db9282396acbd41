import type { PlanResult, TraceNode } from '@vitrine/data-actions/server';

/** One question of an instance: where its answer came from, and how long that took. */
export interface InstanceTrace
  extends Pick<TraceNode, 'action' | 'tier' | 'state' | 'ms' | 'batch' | 'error'> {
  /** The name of the question in the module's plan. */
  readonly name: string;
  readonly key: string;
}

/** What an instance asked, in the order of its plan. Nothing private: keys are those of public answers. */
export function instanceTrace(
  result: PlanResult | undefined,
  trace: readonly TraceNode[],
): readonly InstanceTrace[] {
  if (!result) return [];
  const byKey = new Map(trace.flatMap((node) => (node.key === undefined ? [] : [[node.key, node] as const])));
  return Object.entries(result.results).flatMap(([name, { refs }]) =>
    refs.flatMap((key) => {
      const found = byKey.get(key);
      if (!found) return [];
      const { action, tier, state, ms, batch, error } = found;
      return [{ name, key, action, tier, state, ms, batch, error }];
    }),
  );
}
