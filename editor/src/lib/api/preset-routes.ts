import { type ModuleCatalogue, migrateDocument, type PageNode, parsePageDocument } from '@vitrine/content';
import type { Preset, PresetStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { SavedPreset } from '../palette/saved-presets.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface PresetRoutesOptions {
  /** Default: nothing can be kept. */
  readonly presets?: PresetStore;
  readonly modules: ModuleCatalogue;
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

const LONGEST = 500_000;
const MOST = 500;
/** Characters of all together, for they are listed together. */
const LONGEST_TOGETHER = 5_000_000;
const body = z.object({
  name: z.string().trim().min(1).max(80),
  nodes: z.array(z.unknown()).min(1).max(100),
});

/** Modules people keep to use them again. */
export function presetRoutes(
  api: Hono<ApiEnvironment>,
  { presets, modules, namesOf }: PresetRoutesOptions,
): void {
  if (!presets) return;

  function shown(
    { id, name, nodes, at, by }: Preset,
    names: Readonly<Record<string, string>>,
  ): SavedPreset[] {
    const current = broughtForward(nodes, modules);
    // One whose modules are gone cannot be put onto a page, but can be removed.
    return [
      {
        id,
        name,
        nodes: current ?? [],
        at: at.toISOString(),
        ...(names[by] !== undefined && { by: names[by] }),
      },
    ];
  }

  api.get('/presets', async (context) => {
    const all = await presets.list();
    const names = await namesOf([...new Set(all.map(({ by }) => by))]);
    return context.json(all.flatMap((preset) => shown(preset, names)));
  });

  api.post('/presets', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const text = await context.req.text();
    if (text.length > LONGEST) throw new Refusal(400, 'This is too much for one preset. Select less.');
    const { name, nodes } = body.parse(JSON.parse(text));
    const parsed = parsePageDocument({ schema: 1, id: 'preset', kind: 'page', name, seo: {}, nodes });
    if (parsed.kind === 'invalid') throw new Refusal(400, parsed.problems[0]!.message);
    const current = broughtForward(parsed.document.nodes, modules);
    if (!current)
      throw new Refusal(409, 'There is something in it that this shop does not know. Select less.');
    const kept = await presets.list();
    if (kept.length >= MOST)
      throw new Refusal(409, `There are ${MOST} presets already. Remove one that nobody uses.`);
    const lengths = [current, ...kept.map((each) => each.nodes)].map((each) => JSON.stringify(each).length);
    if (lengths.reduce((sum, length) => sum + length) > LONGEST_TOGETHER)
      throw new Refusal(409, 'The presets together are too much. Remove some that nobody uses.');
    const made = await presets.add({ name, nodes: current, by: actor.id });
    return context.json(shown(made, { [actor.id]: actor.name })[0], 201);
  });

  api.delete('/presets/:id', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const id = context.req.param('id');
    if (!(await presets.remove(id))) throw new Refusal(404, 'It was removed already.');
    return context.json({ removed: id });
  });
}

function broughtForward(
  nodes: readonly PageNode[],
  modules: ModuleCatalogue,
): readonly PageNode[] | undefined {
  const document = { schema: 1, id: 'preset', kind: 'page', name: 'preset', seo: {}, nodes } as const;
  const migrated = migrateDocument(document, modules);
  return migrated.kind === 'refused' ? undefined : migrated.document.nodes;
}
