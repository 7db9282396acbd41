import { normalisePath, type PageStore } from '@vitrine/content';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Rooms } from '../room/create-rooms.ts';
import { currentDocuments } from './current-documents.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

/** What a preview link lets somebody see who is not signed in. */
export interface SharedPreview {
  readonly document: string;
  readonly channel: string;
  readonly locale: string;
  /** Without the prefix of its locale. */
  readonly path: string;
  readonly currency: string;
  readonly expiresAt: Date;
}

export interface PreviewLinkOptions {
  readonly pages: PageStore;
  readonly rooms: Pick<Rooms, 'document' | 'paths'>;
  readonly channels: readonly {
    readonly id: string;
    readonly locales: readonly string[];
    readonly currencies: readonly string[];
  }[];
  /** A whole address that shows this and nothing else until it expires. Nobody else can make one. */
  readonly previewLink: (preview: SharedPreview) => string;
}

/** A month, and a day more for those who count to 31. */
const MOST_HOURS = 32 * 24;

const linkBody = z.object({
  document: z.string().min(1),
  channel: z.string(),
  locale: z.string(),
  currency: z.string(),
  path: z.string(),
  hours: z.number().int().min(1).max(MOST_HOURS),
});

/** Links that show a draft to people without an account. */
export function previewLinkRoutes(api: Hono<ApiEnvironment>, options: PreviewLinkOptions): void {
  const { channels, previewLink } = options;
  const current = currentDocuments(options);

  api.post('/preview-links', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const { document, channel, locale, currency, path, hours } = linkBody.parse(await context.req.json());
    const known = channels.find(({ id }) => id === channel);
    if (!known?.locales.includes(locale) || !known.currencies.includes(currency))
      throw new Refusal(400, `The shop has no market with "${locale}" and "${currency}" in "${channel}".`);
    const shown = normalisePath(path);
    if (shown === undefined) throw new Refusal(400, `"${path}" is no address of a page.`);
    if (!(await current(document))) throw new Refusal(404, 'This page is not there any more.');
    const expiresAt = new Date(Date.now() + hours * 3_600_000);
    const address = previewLink({ document, channel, locale, path: shown, currency, expiresAt });
    return context.json({ address, expiresAt: expiresAt.toISOString() }, 201);
  });
}
