import { ask } from '../app/backend.ts';
import type { Documents } from '../app/documents.ts';
import type { ThemeFacts } from '../styles/theme-facts.ts';
import type { ReleaseFacts, ReleaseItemFacts } from './release-facts.ts';

// What follows is refused by the server with a sentence: BackendError. Documents are fetched anew, for their lists tell what is planned.

export interface PlanWish {
  readonly document: string;
  readonly action: 'publish' | 'unpublish';
  readonly into: { readonly id: string } | { readonly name: string; readonly at?: string };
  /** What of the plan was shown, as for publishing. */
  readonly seen?: unknown;
}

/** At once, not at all, without one of its documents, with the newest of one, or with another name or time (`null` = when somebody publishes it). */
export type ReleaseWish =
  | 'publish'
  | 'cancel'
  | { readonly without: string }
  /** As it is now, in the place of what was planned. */
  | { readonly newest: Pick<ReleaseItemFacts, 'document' | 'kind' | 'action'> }
  | { readonly name?: string; readonly at?: string | null };

/** Plans what goes live, or offline, later. */
export async function planChange(documents: Documents, wish: PlanWish): Promise<ReleaseFacts> {
  const release = await ask<ReleaseFacts>('releases', { body: wish });
  await documents.load();
  return release;
}

/** Plans the styles of the shop as they were shown: `version` is that of their draft. */
export function planStyles(
  wish: Pick<PlanWish, 'into'> & { readonly version: number },
): Promise<ReleaseFacts> {
  return ask('releases/styles', { body: wish });
}

export function fetchReleases(signal?: AbortSignal): Promise<readonly ReleaseFacts[]> {
  return ask('releases', { signal });
}

export async function changeRelease(
  documents: Documents,
  id: string,
  wish: ReleaseWish,
): Promise<ReleaseFacts> {
  const path = `releases/${encodeURIComponent(id)}`;
  try {
    if (wish === 'publish') return await ask(`${path}/publish`, { body: {} });
    if (wish === 'cancel') return await ask(path, { method: 'DELETE' });
    if ('newest' in wish) return await planNewest(id, wish.newest);
    if (!('without' in wish)) return await ask(path, { method: 'PATCH', body: wish });
    return await ask(`${path}/documents/${encodeURIComponent(wish.without)}`, { method: 'DELETE' });
  } finally {
    await documents.load();
  }
}

async function planNewest(
  id: string,
  { document, kind, action }: Pick<ReleaseItemFacts, 'document' | 'kind' | 'action'>,
): Promise<ReleaseFacts> {
  if (kind !== 'styles') return await ask('releases', { body: { document, action, into: { id } } });
  const { version } = await ask<ThemeFacts>('theme');
  return await planStyles({ into: { id }, version });
}
