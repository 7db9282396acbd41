import type { ReviewStore, VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { type CheckedPlanOptions, checkedPlans } from './checked-plan.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import type { ReviewNews } from './review-news.ts';
import { publishBody } from './seen-plan.ts';
import { mustBeTakenOffline, mustNotBeNeeded, takeOffline } from './take-offline.ts';
import { namesOfUses, usesOf } from './where-used.ts';

export interface PublishRoutesOptions extends CheckedPlanOptions {
  readonly versions: VersionStore;
  readonly reviewNews: ReviewNews;
  readonly reviews: Pick<ReviewStore, 'open' | 'standing'>;
}

/** Making documents public, and taking them back. */
export function publishRoutes(api: Hono<ApiEnvironment>, options: PublishRoutesOptions): void {
  const { versions, pages, drafts, releases, reviewNews, reviews } = options;
  const { planOf, checkedPlanOf } = checkedPlans(options);

  api.get('/documents/:id/publish-plan', async (context) => {
    const { change: _, own: __, ...shown } = await planOf(context.req.param('id'));
    return context.json(shown);
  });

  api.post('/documents/:id/publish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const text = await context.req.text();
    const { seen } = publishBody.parse(text === '' ? {} : JSON.parse(text));
    const id = context.req.param('id');
    // Before anything is read: what is asked from now on may be about something newer.
    const asked = await reviews.standing([id, ...(seen?.documents.map((each) => each.id) ?? [])]);
    const checked = await checkedPlanOf(id, seen);
    if (checked.kind === 'unseen') return context.json(checked.answer, 409);
    const { change } = checked.plan;
    await pages.publish({ by: actor.id, ...change, reviews: asked });
    for (const document of change.documents)
      await versions.add({ document, kind: 'published', by: actor.id });
    await reviewNews.published(Object.keys(change.basedOn));
    return context.json({ published: change.documents.map(({ id }) => id) });
  });

  api.post('/documents/:id/unpublish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const id = context.req.param('id');
    await mustBeTakenOffline(id, options);
    const uses = (await usesOf(id, options)).filter(({ isPublished }) => isPublished);
    if (uses.length > 0)
      throw new Refusal(409, `Shoppers see it on ${namesOfUses(uses)}. Publish that without it first.`);
    await mustNotBeNeeded(id, releases);
    // What nobody has edited yet is only among what is published, and must not go with that.
    await drafts.open(id);
    await pages.publish({ by: actor.id, ...(await takeOffline([id], options)) });
    return context.json({ unpublished: id });
  });
}
