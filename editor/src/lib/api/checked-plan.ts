import type { z } from 'zod';
import type { DocumentRoutesOptions } from './document-routes.ts';
import { type PublishPlan, type PublishPlanOptions, planPublishing } from './publish-plan.ts';
import { publishableDocuments } from './publishable.ts';
import { Refusal } from './refusal.ts';
import { findUnseen, type seenPlan } from './seen-plan.ts';

export interface CheckedPlanOptions extends DocumentRoutesOptions {
  readonly channels: PublishPlanOptions['channels'];
  readonly linkTargets?: PublishPlanOptions['linkTargets'];
  readonly crowd?: PublishPlanOptions['crowd'];
  readonly pages: Parameters<typeof publishableDocuments>[0]['pages'];
}

export type CheckedPlan =
  | { readonly kind: 'right'; readonly plan: PublishPlan }
  /** Something of it is not what was shown to whoever wants it. */
  | {
      readonly kind: 'unseen';
      readonly answer: { readonly message: string; readonly plan: Omit<PublishPlan, 'change' | 'own'> };
    };

/** What publishing documents as they are now would do, and whether it may be done. */
export function checkedPlans(options: CheckedPlanOptions) {
  const planOptions: PublishPlanOptions = { ...options, current: publishableDocuments(options) };

  /** @throws Refusal when it is gone. */
  async function planOf(id: string): Promise<PublishPlan> {
    const plan = await planPublishing(id, planOptions);
    const [standing] = await options.drafts.standings([id]);
    if (standing?.isTrashed) throw new Refusal(409, 'It lies in the trash. Take it out of there first.');
    if (!plan) throw new Refusal(404, 'This page is not there any more.');
    return plan;
  }

  /** @throws Refusal when something of it has to be put right first. */
  async function checkedPlanOf(id: string, seen: z.infer<typeof seenPlan> | undefined): Promise<CheckedPlan> {
    const { change, own, ...shown } = await planOf(id);
    const unseen = seen ? findUnseen(shown, seen) : [];
    if (unseen.length > 0) {
      const message = `Somebody changed ${unseen.join(' and ')} meanwhile; look again.`;
      return { kind: 'unseen', answer: { message, plan: shown } };
    }
    const errors = shown.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new Refusal(
        409,
        `It cannot be published yet. ${errors
          .slice(0, 3)
          .map(({ message }) => message)
          .join(' ')}`,
      );
    return { kind: 'right', plan: { change, own, ...shown } };
  }

  return { planOf, checkedPlanOf };
}
