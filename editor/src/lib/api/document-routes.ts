import { type ModuleCatalogue, openPartsOf, type PageStore } from '@vitrine/content';
import type { DraftStore, ReleaseStore, ReviewStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { DocumentFacts, TemplateFacts } from '../app/backend.ts';
import { namesOfReleases } from '../releases/release-facts.ts';
import type { Rooms } from '../room/create-rooms.ts';
import { type CurrentDocumentsOptions, currentDocuments } from './current-documents.ts';
import { fragmentsInside } from './fragments-inside.ts';
import { freePaths } from './free-paths.ts';
import { newDocument, newDocumentBody, pathsFrom } from './new-document.ts';
import { plannedChanges } from './planned-changes.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';
import { linksTo, namesOfUses, usesOf } from './where-used.ts';

export interface DocumentRoutesOptions extends CurrentDocumentsOptions {
  readonly drafts: DraftStore;
  readonly rooms: Pick<Rooms, 'document' | 'paths' | 'state' | 'end'>;
  readonly pages: PageStore;
  readonly modules: ModuleCatalogue;
  readonly releases: Pick<ReleaseStore, 'waiting' | 'waitingWith'>;
  readonly reviews: Pick<ReviewStore, 'open'>;
  readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
  /** Names of people by their ids; those that are not known are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

const placeBody = z.object({ parent: z.string().optional(), position: z.number().int().min(0) });

/** Documents: the list, reading, making, placing, and the trash. */
export function documentRoutes(api: Hono<ApiEnvironment>, options: DocumentRoutesOptions): void {
  const { drafts, pages, modules, namesOf, rooms, releases, reviews } = options;
  const current = currentDocuments(options);

  api.get('/documents', async (context) => {
    const [all, open] = await Promise.all([drafts.list(), reviews.open()]);
    const [planned, inside] = await Promise.all([
      plannedChanges(releases, new Map(all.map((each) => [each.id, each]))),
      fragmentsInside(all, options),
    ]);
    const inReview = new Set(open.map(({ document }) => document));
    const names = await namesOf([...new Set(all.map(({ updatedBy }) => updatedBy))]);
    return context.json(
      all.map(
        ({ updatedAt, updatedBy, trashedAt, version: _, ...facts }): DocumentFacts => ({
          ...facts,
          updatedAt: updatedAt.toISOString(),
          ...(names[updatedBy] !== undefined && { updatedBy: names[updatedBy] }),
          ...(trashedAt && { trashedAt: trashedAt.toISOString() }),
          ...(inside.has(facts.id) && { shows: inside.get(facts.id)! }),
          ...(inReview.has(facts.id) && { isInReview: true }),
          ...(planned.has(facts.id) && { planned: planned.get(facts.id)! }),
        }),
      ),
    );
  });

  api.get('/documents/:id', async (context) => {
    const found = await current(context.req.param('id'));
    if (!found) throw new Refusal(404, 'It is not there any more.');
    return context.json(found);
  });

  api.get('/documents/:id/state', async (context) => {
    const state = await rooms.state(context.req.param('id'));
    if (!state) throw new Refusal(404, 'It is not there any more.');
    return context.body(new Uint8Array(state), 200, { 'content-type': 'application/octet-stream' });
  });

  api.post('/documents', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const body = newDocumentBody.parse(await context.req.json());
    const source = body.from === undefined ? undefined : (await current(body.from))?.document;
    if (body.from !== undefined && !source)
      throw new Refusal(404, 'What should be copied is not there any more.');
    const template = body.template === undefined ? undefined : (await current(body.template))?.document;
    if (body.template !== undefined && !template)
      throw new Refusal(404, 'The template is not there any more.');
    if (body.parent !== undefined && !(await current(body.parent)))
      throw new Refusal(404, 'The page it should stand below is not there any more.');
    const paths = pathsFrom(body.paths ?? {});
    await freePaths(paths, options);
    const document = newDocument(body, { source, template, modules });
    const made = await drafts.create(document, { by: actor.id, paths, parent: body.parent });
    if (made.kind === 'taken')
      throw new Refusal(409, `There is a document "${document.id}" already. Choose another name.`);
    return context.json({ id: document.id }, 201);
  });

  api.get('/templates', async (context) => {
    const fragments = (await drafts.list()).filter(
      ({ kind, trashedAt }) => kind === 'fragment' && !trashedAt,
    );
    const ids = fragments.map(({ id }) => id);
    const [edited, published] = await Promise.all([drafts.drafts(ids), pages.published(ids)]);
    const found: TemplateFacts[] = [];
    for (const [index, id] of ids.entries()) {
      const document = edited[index] ?? published[index]?.document;
      const parts = document ? openPartsOf(document).map(({ name }) => name ?? '') : [];
      if (document && parts.length > 0) found.push({ id, name: document.name, parts });
    }
    return context.json(found.sort((one, other) => one.name.localeCompare(other.name)));
  });

  api.get('/documents/:id/where-used', async (context) => {
    const id = context.req.param('id');
    return context.json([...(await usesOf(id, options)), ...(await linksTo(id, options))]);
  });

  api.post('/documents/:id/trash', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const id = context.req.param('id');
    const [published] = await pages.published([id]);
    if (published) throw new Refusal(409, 'It is published. Take it offline first, then throw it away.');
    const uses = await usesOf(id, options);
    if (uses.length > 0)
      throw new Refusal(409, `It is used by ${namesOfUses(uses)}. Take it out there first.`);
    const planned = await releases.waitingWith(id);
    if (planned.length > 0)
      throw new Refusal(
        409,
        `It is planned in ${namesOfReleases(planned.map(({ release }) => release))}. Take it out of there first.`,
      );
    const removed = await drafts.removeUnpublished(id, context.get('actor').id);
    if (removed.kind === 'published')
      throw new Refusal(409, 'Somebody published it meanwhile. Take it offline first, then throw it away.');
    if (removed.kind === 'missing') throw new Refusal(404, 'It is not there any more.');
    await rooms.end(id);
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
