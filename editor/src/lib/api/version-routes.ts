import type { PageDocument } from '@vitrine/content';
import { diffDocuments } from '@vitrine/content';
import type { VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Rooms } from '../room/create-rooms.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface VersionRoutesOptions {
  readonly versions: VersionStore;
  readonly rooms: Pick<Rooms, 'document' | 'paths' | 'change'>;
  /** Names of people by their ids; those that are not known are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

const namedBody = z.object({ name: z.string().trim().min(1).max(120) });
const restoreBody = z.object({ node: z.string().optional() });

/** What a document looked like before, and bringing that back. */
export function versionRoutes(
  api: Hono<ApiEnvironment>,
  { versions, rooms, namesOf }: VersionRoutesOptions,
): void {
  async function versionOf(id: string, seq: string): Promise<PageDocument> {
    const document = await versions.read(id, Number(seq));
    if (!document) throw new Refusal(404, 'This version is not kept any more.');
    return document;
  }

  api.get('/documents/:id/versions', async (context) => {
    const list = await versions.list(context.req.param('id'));
    const names = await namesOf([...new Set(list.map(({ by }) => by))]);
    return context.json(
      list.map(({ at, by, ...facts }) => ({ ...facts, at: at.toISOString(), by: names[by] ?? by })),
    );
  });

  api.post('/documents/:id/versions', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const { name } = namedBody.parse(await context.req.json());
    const document = await rooms.document(context.req.param('id'));
    if (!document) throw new Refusal(404, 'This page is not there any more.');
    const made = await versions.add({ document, kind: 'named', name, by: actor.id });
    return context.json({ seq: made?.seq }, 201);
  });

  api.get('/documents/:id/versions/:seq', async (context) => {
    const { id, seq } = context.req.param();
    const document = await versionOf(id, seq);
    const now = await rooms.document(id);
    return context.json({ document, differences: now ? diffDocuments(document, now) : [] });
  });

  api.post('/documents/:id/versions/:seq/restore', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const { id, seq } = context.req.param();
    const { node } = restoreBody.parse(await context.req.json());
    const document = await versionOf(id, seq);
    const changed = await rooms.change(id, actor, (page) =>
      page.restore(node === undefined ? document : { node: nodeIn(document, node) }),
    );
    if (changed.kind === 'missing') throw new Refusal(404, 'This page is not there any more.');
    if (changed.kind === 'refused' || changed.kind === 'unavailable') throw new Refusal(409, changed.message);
    return context.json({ restored: Number(seq) });
  });
}

function nodeIn(document: PageDocument, id: string): PageDocument['nodes'][number] {
  const visit = (nodes: PageDocument['nodes']): PageDocument['nodes'][number] | undefined => {
    for (const node of nodes) {
      if (node.id === id) return node;
      const inner = visit(Object.values(node.slots ?? {}).flat());
      if (inner) return inner;
    }
    return undefined;
  };
  const found = visit(document.nodes);
  if (!found) throw new Refusal(404, 'The module was not on the page in that version.');
  return found;
}
