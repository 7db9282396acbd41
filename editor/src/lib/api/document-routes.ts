import { newDocumentId, normalisePath, type PageDocument, type PageStore } from '@vitrine/content';
import type { DocumentPaths, DraftStore, VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { DocumentFacts } from '../app/backend.ts';
import type { Rooms } from '../room/create-rooms.ts';
import { type PublishPlanOptions, planPublishing } from './publish-plan.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface DocumentRoutesOptions {
  readonly drafts: DraftStore;
  readonly versions: VersionStore;
  readonly rooms: Pick<Rooms, 'document' | 'paths' | 'change'>;
  readonly pages: PageStore;
  readonly modules: PublishPlanOptions['modules'];
  readonly channels: PublishPlanOptions['channels'];
}

const createBody = z.object({
  kind: z.enum(['page', 'fragment', 'template', 'layout']),
  name: z.string().trim().min(1, 'a name').max(200),
  paths: z.record(z.string(), z.string()).optional(),
  parent: z.string().optional(),
  composes: z.enum(['product', 'category', 'search', 'cart', 'not-found', 'error']).optional(),
  /** Copies what is in this document. */
  from: z.string().optional(),
  nodes: z.array(z.unknown()).optional(),
});
const placeBody = z.object({ parent: z.string().optional(), position: z.number().int().min(0) });

/** Documents: the list, making, copying, placing, publishing and taking back. */
export function documentRoutes(api: Hono<ApiEnvironment>, options: DocumentRoutesOptions): void {
  const { drafts, versions, rooms, pages, channels } = options;

  async function current(id: string) {
    const document = await rooms.document(id);
    if (document) return { document, paths: (await rooms.paths(id)) ?? {} };
    const [published] = await pages.published([id]);
    return published && { document: published.document, paths: await publishedPaths(published.document) };
  }

  async function publishedPaths({ id }: PageDocument): Promise<DocumentPaths> {
    const entries = await Promise.all(channels.map((channel) => pages.addressesOf(channel.id, id)));
    return Object.fromEntries(
      entries.flat().map(({ channel, locale, path }) => [`${channel}/${locale}`, path]),
    );
  }

  const planOptions: PublishPlanOptions = { ...options, current };

  api.get('/documents', async (context) => {
    const all = await drafts.list();
    return context.json(
      all.map(
        ({ updatedAt, trashedAt, position, ...facts }): DocumentFacts => ({
          ...facts,
          position: String(position),
          updatedAt: updatedAt.toISOString(),
          ...(trashedAt && { trashedAt: trashedAt.toISOString() }),
        }),
      ),
    );
  });

  api.post('/documents', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const body = createBody.parse(await context.req.json());
    const source = body.from === undefined ? undefined : await current(body.from);
    if (body.from !== undefined && !source)
      throw new Refusal(404, 'What should be copied is not there any more.');
    const paths = pathsFrom(body.paths ?? {});
    await refuseTakenPaths(paths);
    const id = newDocumentId(body.name);
    const { layout, seo = {}, nodes = [] } = source?.document ?? {};
    const composes = body.kind === 'template' ? (body.composes ?? source?.document.composes) : undefined;
    const document: PageDocument = {
      schema: 1,
      id,
      kind: body.kind,
      name: body.name,
      seo: body.kind === 'page' ? seo : {},
      ...(layout !== undefined && (body.kind === 'page' || body.kind === 'template') && { layout }),
      ...(composes && { composes }),
      nodes: body.nodes ? (body.nodes as PageDocument['nodes']) : nodes,
    };
    const made = await drafts.create(document, { by: actor.id, paths, parent: body.parent });
    if (made.kind === 'taken')
      throw new Refusal(409, `There is a document "${id}" already. Choose another name.`);
    return context.json({ id }, 201);
  });

  async function refuseTakenPaths(paths: DocumentPaths): Promise<void> {
    for (const [key, path] of Object.entries(paths)) {
      const [channel = '', locale = ''] = key.split('/');
      const there = await pages.resolveUrl(channel, locale, path);
      const draft = (await drafts.pathsIn(channel, { locale, path }))[0];
      const taken = there?.target.kind === 'page' ? there.target.page : draft?.id;
      if (taken !== undefined)
        throw new Refusal(409, `The address ${path} belongs to "${taken}". Choose another one.`);
    }
  }

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
    if (!published) throw new Refusal(409, 'This page is not published.');
    if (published.document.kind !== 'page')
      throw new Refusal(
        409,
        'Only pages can be taken back: other pages need templates, fragments and layouts.',
      );
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

  api.post('/documents/:id/trash', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const id = context.req.param('id');
    const [published] = await pages.published([id]);
    if (published) throw new Refusal(409, 'It is published. Take it back first, then throw it away.');
    if (!(await drafts.remove(id, context.get('actor').id)))
      throw new Refusal(404, 'It is not there any more.');
    return context.json({ id });
  });

  api.post('/documents/:id/restore', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const id = context.req.param('id');
    if (!(await drafts.restore(id, context.get('actor').id)))
      throw new Refusal(404, 'It is not in the trash.');
    return context.json({ id });
  });

  api.post('/documents/:id/place', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const placed = await drafts.place(context.req.param('id'), placeBody.parse(await context.req.json()));
    if (placed.kind === 'refused') throw new Refusal(409, placed.message);
    return context.json({ id: context.req.param('id') });
  });
}

function pathsFrom(given: Readonly<Record<string, string>>): DocumentPaths {
  return Object.fromEntries(
    Object.entries(given).map(([key, path]) => {
      const known = normalisePath(path);
      if (known === undefined)
        throw new Refusal(
          400,
          `"${path}" is no address. It begins with / and has no spaces, ? or #, for example /spring.`,
        );
      return [key, known];
    }),
  );
}
