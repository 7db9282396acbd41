import type { AnyAction } from './define-action.ts';
import { type SharedDimension, sharedDimensions } from './dimensions.ts';
import { NeedNode } from './need.ts';
import type { Need } from './plan.ts';

/** What is known of a plan without running it. */
export interface PlanDescription {
  readonly class: 'public' | 'private';
  /** Shared dimensions the answers may depend on, sorted; all of them when the plan is open-ended. */
  readonly contexts: readonly SharedDimension[];
  /** Ids of the actions it asks, sorted; with an open-ended plan perhaps not all. */
  readonly actions: readonly string[];
  /** Some question is chosen by an answer (`andThen`). */
  readonly openEnded: boolean;
  /** Its answers may depend on what the browser looked at last. */
  readonly readsViewed: boolean;
  /** One of its questions is to be answered before those of other plans are asked. */
  readonly settles: boolean;
}

/** @param actionOf which action is registered under an id; give the engine's when actions may be overridden. */
export function describePlan(
  plan: Readonly<Record<string, Need<unknown>>>,
  actionOf: (action: AnyAction) => AnyAction = (action) => action,
): PlanDescription {
  const seen = new Set<NeedNode>();
  const actions = new Map<string, AnyAction>();
  let openEnded = false;
  const visit = (value: unknown): void => {
    if (!(value instanceof NeedNode) || seen.has(value)) return;
    seen.add(value);
    const { how } = value;
    if (how.kind === 'one' || how.kind === 'many') {
      const action = actionOf(how.action);
      actions.set(action.id, action);
      visit(how.kind === 'one' ? how.input : how.inputs);
      return;
    }
    if (how.kind === 'then') openEnded = true;
    visit(how.of);
  };
  for (const one of Object.values(plan)) visit(one);
  const asked = [...actions.values()];
  const contexts = new Set<SharedDimension>(openEnded ? sharedDimensions : []);
  for (const action of asked) for (const name of contextsOf(action)) contexts.add(name);
  return {
    class: asked.some((action) => action.class === 'private') ? 'private' : 'public',
    contexts: [...contexts].sort(),
    actions: [...actions.keys()].sort(),
    openEnded,
    settles: asked.some((action) => action.class === 'private' && action.settles === true),
    readsViewed:
      openEnded || asked.some((action) => action.class === 'private' && action.readsViewed === true),
  };
}

function contextsOf(action: AnyAction): readonly SharedDimension[] {
  return action.class === 'public' ? action.varyBy : [];
}
