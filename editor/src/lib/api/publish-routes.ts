import type { PageStore, PublishHistory } from '@vitrine/content';
import type { VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import type { DocumentRoutesOptions } from './document-routes.ts';
import { type PublishPlan, type PublishPlanOptions, planPublishing } from './publish-plan.ts';
import { publishableDocuments } from './publishable.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import { findUnseen, publishBody } from './seen-plan.ts';
import { namesOfUses, usesOf } from './where-used.ts';

export interface PublishRoutesOptions extends DocumentRoutesOptions {
  readonly versions: VersionStore;
  readonly pages: PageStore & PublishHistory;
  readonly channels: PublishPlanOptions['channels'];
  readonly linkTargets?: PublishPlanOptions['linkTargets'];
}

/** Making documents public, and taking them back. */
export function publishRoutes(api: Hono<ApiEnvironment>, options: PublishRoutesOptions): void {
  const { versions, pages, channels, drafts } = options;
  const planOptions: PublishPlanOptions = { ...options, current: publishableDocuments(options) };

  async function planOf(id: string): Promise<PublishPlan> {
    const plan = await planPublishing(id, planOptions);
    const [standing] = await drafts.standings([id]);
    if (standing?.isTrashed) throw new Refusal(409, 'It lies in the trash. Take it out of there first.');
    if (!plan) throw new Refusal(404, 'This page is not there any more.');
    return plan;
  }

  api.get('/documents/:id/publish-plan', async (context) => {
    const { change: _, ...shown } = await planOf(context.req.param('id'));
    return context.json(shown);
  });

  api.post('/documents/:id/publish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const text = await context.req.text();
    const { seen } = publishBody.parse(text === '' ? {} : JSON.parse(text));
    const { change, ...plan } = await planOf(context.req.param('id'));
    const unseen = seen ? findUnseen(plan, seen) : [];
    if (unseen.length > 0)
      return context.json(
        { message: `Somebody changed ${unseen.join(' and ')} meanwhile; look again.`, plan },
        409,
      );
    const errors = plan.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new Refusal(
        409,
        `It cannot be published yet. ${errors
          .slice(0, 3)
          .map(({ message }) => message)
          .join(' ')}`,
      );
    await pages.publish({ by: actor.id, ...change });
    for (const document of change.documents)
      await versions.add({ document, kind: 'published', by: actor.id });
    return context.json({ published: change.documents.map(({ id }) => id) });
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
    // What nobody has edited yet is only among what is published, and must not go with that.
    await drafts.open(id);
    // Those who come back are told that it is gone, and search engines forget it.
    await pages.publish({
      by: actor.id,
      unpublish: [id],
      basedOn: { [id]: published.version },
      urls: entries
        .flat()
        .map(({ channel, locale, path }) => ({ channel, locale, path, target: { kind: 'gone' } })),
    });
    return context.json({ unpublished: id });
  });
}
