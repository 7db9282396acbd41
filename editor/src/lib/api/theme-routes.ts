import {
  contentVersion,
  type ReleaseStore,
  stylesItem,
  type ThemeChanged,
  type ThemeState,
  type ThemeStore,
} from '@vitrine/content/server';
import { editableTokens, flatTokens, type Theme } from '@vitrine/themes';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { ThemeFacts } from '../styles/theme-facts.ts';
import { plannedChanges } from './planned-changes.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

export interface ThemeRoutesOptions {
  /** The theme of the shop and what people chose in it. Default: it cannot be changed here. */
  readonly theme?: { readonly own: Theme; readonly store: ThemeStore };
  readonly releases: Pick<ReleaseStore, 'waiting'>;
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

const tokens = z
  .record(z.string().max(100), z.string().max(200))
  .refine((all) => Object.keys(all).length <= 500);
const draftBody = z.object({
  version: z.number().int().min(0),
  draft: z.object({ light: tokens, dark: tokens }),
});
const publishBody = z.object({ version: z.number().int().min(0) });

/** How the shop looks: what can be chosen, what is, and making it public. */
export function themeRoutes(
  api: Hono<ApiEnvironment>,
  { theme, namesOf, releases }: ThemeRoutesOptions,
): void {
  if (!theme) return;
  const { own, store } = theme;

  async function facts(state: ThemeState): Promise<ThemeFacts> {
    const { draft, published, version, updatedAt, updatedBy } = state;
    const names = updatedBy === undefined ? {} : await namesOf([updatedBy]);
    const name = updatedBy === undefined ? undefined : names[updatedBy];
    const item = stylesItem(own.id);
    const now = new Map([[item, { version: contentVersion(draft) }]]);
    const planned = (await plannedChanges(releases, now)).get(item);
    return {
      name: own.name,
      tokens: editableTokens(own),
      own: flatTokens(own),
      draft,
      published,
      version,
      ...(updatedAt && { updatedAt: updatedAt.toISOString() }),
      ...(name !== undefined && { updatedBy: name }),
      ...(planned && { planned }),
    };
  }

  async function answer(context: Context<ApiEnvironment>, changed: ThemeChanged) {
    if (changed.kind === 'refused') throw new Refusal(400, changed.problems.slice(0, 3).join(' '));
    const now = await facts(changed.state);
    if (changed.kind !== 'conflict') return context.json(now);
    const who = now.updatedBy ?? 'Somebody else';
    const message = `${who} changed the styles meanwhile. What they chose is shown now; make your last change again.`;
    return context.json({ message, now }, 409);
  }

  api.get('/theme', async (context) => context.json(await facts(await store.read(own.id))));

  api.post('/theme', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const { version, draft } = draftBody.parse(await context.req.json());
    return answer(context, await store.save(own.id, draft, { version, by: actor.id }));
  });

  api.post('/theme/publish', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.publish');
    const { version } = publishBody.parse(await context.req.json());
    return answer(context, await store.publish(own.id, { version, by: actor.id }));
  });
}
