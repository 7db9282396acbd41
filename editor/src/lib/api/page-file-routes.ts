import {
  type ModuleCatalogue,
  missingFragments,
  newDocumentId,
  type PageDocument,
  type PageNode,
  pageFileText,
  readPageFile,
} from '@vitrine/content';
import type { DraftStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import { type CurrentDocumentsOptions, currentDocuments } from './current-documents.ts';
import { type FreePathsOptions, freePaths } from './free-paths.ts';
import { currentForm, pathsBody, pathsFrom } from './new-document.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface PageFileRoutesOptions extends CurrentDocumentsOptions, FreePathsOptions {
  readonly drafts: DraftStore;
  readonly modules: ModuleCatalogue;
}

const broughtBody = z.object({
  file: z.unknown(),
  name: z.string().trim().min(1, 'a name').max(200),
  paths: pathsBody.default({}),
  parent: z.string().optional(),
});

/** Documents as files: saved, and brought in again, here or in another shop. */
export function pageFileRoutes(api: Hono<ApiEnvironment>, options: PageFileRoutesOptions): void {
  const { drafts, modules } = options;
  const current = currentDocuments(options);

  api.get('/documents/:id/file', async (context) => {
    const found = await current(context.req.param('id'));
    if (!found) throw new Refusal(404, 'It is not there any more.');
    const text = pageFileText({ ...found, fragments: await fragmentsBelow(found.document) });
    context.header('content-type', 'application/json; charset=utf-8');
    context.header('content-disposition', `attachment; filename="${found.document.id}.page.json"`);
    return context.body(text);
  });

  api.post('/page-files', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const body = broughtBody.parse(await context.req.json());
    const read = readPageFile(body.file);
    if (read.kind === 'invalid') throw new Refusal(400, read.message);
    const { document, fragments } = read.file;
    if (document.kind === 'layout' || document.kind === 'template')
      throw new Refusal(400, `Expected a page or a fragment, but the file has a ${document.kind}.`);
    if (body.parent !== undefined && !(await current(body.parent)))
      throw new Refusal(404, 'The page it should stand below is not there any more.');
    const paths = document.kind === 'page' ? pathsFrom(body.paths) : {};
    await freePaths(paths, options);
    // All of it is in today's form before any of it is made.
    const parts = fragments.map((each) => currentForm(each, modules));
    const page = currentForm(await withKnownLayout(document), modules);
    const ids = new Map<string, string>();
    const made: { id: string; name: string }[] = [];
    for (const part of parts) {
      const there = await current(part.id);
      if (there?.document.kind === 'fragment') continue;
      const id = await make({ ...part, id: there ? newDocumentId(part.name) : part.id });
      if (id !== part.id) ids.set(part.id, id);
      made.push({ id, name: part.name });
    }
    const id = await make({ ...page, id: newDocumentId(body.name), name: body.name });
    return context.json({ id, fragments: made }, 201);

    async function make(wanted: PageDocument): Promise<string> {
      const filled = { ...wanted, nodes: withFragments(wanted.nodes, ids) };
      const place = wanted.kind === 'page' ? { paths, parent: body.parent } : { paths: {} };
      const result = await drafts.create(filled, { by: actor.id, ...place });
      // Somebody's, perhaps in the trash.
      return result.kind === 'taken' ? make({ ...wanted, id: newDocumentId(wanted.name) }) : wanted.id;
    }
  });

  async function fragmentsBelow(document: PageDocument): Promise<readonly PageDocument[]> {
    const known = new Map<string, PageDocument | undefined>([[document.id, document]]);
    for (let ids = missingFragments([], known); ids.length > 0; ids = missingFragments([], known))
      await Promise.all(ids.map(async (id) => known.set(id, (await current(id))?.document)));
    known.delete(document.id);
    return [...known.values()].filter((each) => each !== undefined);
  }

  async function withKnownLayout({ layout, ...document }: PageDocument): Promise<PageDocument> {
    if (layout === undefined) return document;
    const there = await current(layout);
    return there?.document.kind === 'layout' ? { ...document, layout } : document;
  }
}

function withFragments(nodes: readonly PageNode[], ids: ReadonlyMap<string, string>): readonly PageNode[] {
  if (ids.size === 0) return nodes;
  return nodes.map((node) => {
    const { fragment } = node.props;
    const id = node.type === 'fragment' && typeof fragment === 'string' ? ids.get(fragment) : undefined;
    return {
      ...node,
      ...(id !== undefined && { props: { ...node.props, fragment: id } }),
      ...(node.slots && {
        slots: Object.fromEntries(
          Object.entries(node.slots).map(([name, children]) => [name, withFragments(children, ids)]),
        ),
      }),
    };
  });
}
