import { many, type Need, need } from '@vitrine/data-actions';
import type { ActionEngine, ActionScope, PlanResult } from '@vitrine/data-actions/server';
import { type Basis, joinBases } from './basis.ts';
import type { FragmentCache } from './fragments/fragment-cache.ts';
import { headModel } from './seo/head-model.ts';
import type { Fragment, PagePlan, RunPage } from './stages.ts';

export interface RunPlanOptions {
  readonly actions: ActionEngine;
  /** HTML known from other pages; without it everything is asked and rendered. */
  readonly fragments?: FragmentCache;
  /** Milliseconds the page waits for what is not critical. */
  readonly deadline: number;
  /** Milliseconds it waits for what is. */
  readonly hardDeadline: number;
}

type Questions = Readonly<Record<string, Need<unknown>>>;

/**
 * Step 4: everything the page asks, in one scope, so that no question is asked twice. Nobody's private dimensions are in it.
 * Holes are not run here: they belong to each visitor.
 */
export async function runPlan(plan: PagePlan, options: RunPlanOptions): Promise<RunPage> {
  const { request } = plan.page;
  const { scope } = request;
  const fragments = new Map<string, Fragment>();
  const cached = plan.instances.filter((instance) => {
    if (instance.module.rendering !== 'cached') return false;
    const fragment = options.fragments?.find(instance, request);
    if (fragment) fragments.set(instance.id, fragment);
    return !fragment;
  });
  // Most modules ask nothing: what comes of that is the same for all of them.
  const nothing = scope.runPlan({});
  const headPlan = request.entity?.route.needs?.(request.entity.answer, { need, many }) ?? {};
  const [head, ...answers] = await Promise.all([
    scope.runPlan(headPlan, { deadline: options.deadline }),
    ...cached.map(({ plan: questions, module }) =>
      isEmpty(questions)
        ? nothing
        : module.critical
          ? untilHardDeadline(scope, questions, options)
          : scope.runPlan(questions, { deadline: Math.min(module.deadline ?? Infinity, options.deadline) }),
    ),
  ]);
  const results = new Map(cached.map(({ id }, index) => [id, answers[index] as PlanResult]));
  const all = [head as PlanResult, ...answers];
  return {
    plan,
    results,
    fragments,
    head: headModel(plan, head as PlanResult),
    notFound: answers.some(({ notFound }) => notFound),
    basis: joinBases([
      plan.page.basis,
      ...all.map(basisOf),
      ...[...fragments.values()].map((fragment) => options.fragments!.basisOf(fragment)),
    ]),
    storable: all.every(({ storable }) => storable) && cached.every(({ failed }) => failed === undefined),
    get trace() {
      return scope.trace();
    },
  };
}

function isEmpty(questions: Questions): boolean {
  for (const _ in questions) return false;
  return true;
}

// A source that hangs may not hold the page for ever.
async function untilHardDeadline(
  scope: ActionScope,
  questions: Questions,
  { actions, hardDeadline }: RunPlanOptions,
): Promise<PlanResult> {
  let callOff = () => {};
  const tooLate = new Promise<PlanResult>((resolve) => {
    callOff = actions.clock.after(hardDeadline, () => resolve(scope.runPlan(questions, { deadline: 0 })));
  });
  const answered = scope.runPlan(questions, { critical: true });
  return Promise.race([answered, tooLate]).finally(() => callOff());
}

function basisOf({ tags, snapshot, maxAge }: PlanResult): Basis {
  return { tags, snapshots: [snapshot], maxAge };
}
