import {
  diffDocuments,
  type ModuleCatalogue,
  migrateDocument,
  type PageDocument,
  type PageStore,
  type PublishHistory,
} from '@vitrine/content';
import type { VersionStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { VersionFacts } from '../app/backend.ts';
import type { Rooms } from '../room/create-rooms.ts';
import { publishedBefore } from './published-before.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface VersionRoutesOptions {
  readonly versions: VersionStore;
  readonly pages: PageStore & PublishHistory;
  readonly modules: ModuleCatalogue;
  readonly rooms: Pick<Rooms, 'document'>;
  /** Names of people by their ids; those that are not known are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

const namedBody = z.object({ name: z.string().trim().min(1, 'a name').max(120) });

/** What a document looked like before. Bringing that back is an edit like any other, which the editor makes itself. */
export function versionRoutes(api: Hono<ApiEnvironment>, options: VersionRoutesOptions): void {
  const { versions, rooms, namesOf, modules } = options;

  api.get('/documents/:id/versions', async (context) => {
    const id = context.req.param('id');
    const kept = await versions.list(id);
    const before = await publishedBefore(id, kept, options);
    const all = [...kept, ...before].sort((one, other) => other.at.getTime() - one.at.getTime());
    const names = await namesOf([...new Set(all.map(({ by }) => by))]);
    return context.json(
      all.map(
        ({ seq, kind, name, at, by }): VersionFacts => ({
          seq,
          kind,
          at: at.toISOString(),
          by: names[by] ?? '',
          ...(name !== undefined && { name }),
        }),
      ),
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
    const stored = await storedVersion(id, Number(seq));
    if (!stored) throw new Refusal(404, 'This version is not kept any more.');
    // Settings in the form of today's modules, for whoever puts them back into today's page.
    const migrated = migrateDocument(stored, modules);
    const document = migrated.kind === 'migrated' ? migrated.document : stored;
    const now = await rooms.document(id);
    return context.json({ document, differences: now ? diffDocuments(document, now) : [] });
  });

  async function storedVersion(id: string, seq: number): Promise<PageDocument | undefined> {
    if (!Number.isSafeInteger(seq)) return undefined;
    if (seq > 0) return await versions.read(id, seq);
    const before = await publishedBefore(id, await versions.list(id), options);
    return before.find((each) => each.seq === seq)?.document;
  }
}
