import { describePlan, type Need } from '@vitrine/data-actions';
import type { ActionScope } from '@vitrine/data-actions/server';

type Plan = Readonly<Record<string, Need<unknown>>>;

/** What of several plans is to be answered before the rest is asked, as one plan; `undefined` = nothing. */
export function settlingPart(plans: readonly Plan[]): Plan | undefined {
  const first = plans.flatMap((plan, index) =>
    describePlan(plan).settles
      ? Object.entries(plan).map(([name, need]) => [`${index}.${name}`, need] as const)
      : [],
  );
  return first.length > 0 ? Object.fromEntries(first) : undefined;
}

/** Asks in a visitor's scope what holes will need, so that the answers are there when they are rendered. */
export async function askAhead(scope: ActionScope, plans: readonly Plan[]): Promise<void> {
  const first = settlingPart(plans);
  if (first) await scope.runPlan(first, { hole: true });
  await Promise.all(plans.map((plan) => scope.runPlan(plan, { hole: true })));
}
