import type { VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { currentDocuments } from './current-documents.ts';
import type { DocumentRoutesOptions } from './document-routes.ts';
import { type PublishPlanOptions, planPublishing } from './publish-plan.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import { namesOfUses, usesOf } from './where-used.ts';

export interface PublishRoutesOptions extends DocumentRoutesOptions {
  readonly versions: VersionStore;
  readonly channels: PublishPlanOptions['channels'];
  readonly linkTargets?: PublishPlanOptions['linkTargets'];
}

/** Making documents public, and taking them back. */
export function publishRoutes(api: Hono<ApiEnvironment>, options: PublishRoutesOptions): void {
  const { versions, pages, channels } = options;
  const planOptions: PublishPlanOptions = { ...options, current: currentDocuments(options) };

  api.get('/documents/:id/publish-plan', async (context) => {
    const plan = await planPublishing(context.req.param('id'), planOptions);
    if (!plan) throw new Refusal(404, 'This page is not there any more.');
    const { change: _, ...shown } = plan;
    return context.json(shown);
  });

  api.post('/documents/:id/publish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const plan = await planPublishing(context.req.param('id'), planOptions);
    if (!plan) throw new Refusal(404, 'This page is not there any more.');
    const errors = plan.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new Refusal(
        409,
        `It cannot be published yet. ${errors
          .slice(0, 3)
          .map(({ message }) => message)
          .join(' ')}`,
      );
    await pages.publish({ by: actor.id, ...plan.change });
    for (const document of plan.change.documents)
      await versions.add({ document, kind: 'published', by: actor.id });
    return context.json({ published: plan.change.documents.map(({ id }) => id) });
  });

  api.post('/documents/:id/unpublish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const id = context.req.param('id');
    const [published] = await pages.published([id]);
    if (!published) throw new Refusal(409, 'It is not published.');
    const { kind } = published.document;
    if (kind === 'template' || kind === 'layout')
      throw new Refusal(409, 'Templates and layouts stay published: other pages are made with them.');
    const uses = (await usesOf(id, options)).filter(({ isPublished }) => isPublished);
    if (uses.length > 0)
      throw new Refusal(409, `Shoppers see it on ${namesOfUses(uses)}. Publish that without it first.`);
    const entries = await Promise.all(channels.map((channel) => pages.addressesOf(channel.id, id)));
    // Those who come back are told that it is gone, and search engines forget it.
    await pages.publish({
      by: actor.id,
      unpublish: [id],
      urls: entries
        .flat()
        .map(({ channel, locale, path }) => ({ channel, locale, path, target: { kind: 'gone' } })),
    });
    return context.json({ unpublished: id });
  });
}
