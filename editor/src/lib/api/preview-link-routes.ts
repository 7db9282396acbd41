import { normalisePath, type PageStore } from '@vitrine/content';
import type { PreviewLink, PreviewLinkStore } from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { MadePreviewLink, PreviewLinkFacts } from '../preview-links/preview-link-facts.ts';
import type { Rooms } from '../room/create-rooms.ts';
import { currentDocuments } from './current-documents.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

/** What a preview link lets somebody see who is not signed in. */
export type SharedPreview = Omit<PreviewLink, 'madeAt' | 'madeBy' | 'ended'>;

export interface PreviewLinkOptions {
  readonly pages: PageStore;
  readonly rooms: Pick<Rooms, 'document' | 'paths'>;
  readonly channels: readonly {
    readonly id: string;
    readonly locales: readonly string[];
    readonly currencies: readonly string[];
  }[];
  readonly previewLinks: PreviewLinkStore;
  /** A whole address that shows this and nothing else until it expires or is ended. Nobody else can make one. */
  readonly previewLink: (preview: SharedPreview) => string;
  /** Names of people by their ids; those that are not known are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

/** A month, and a day more for those who count to 31. */
const MOST_HOURS = 32 * 24;
/** Further away nothing is planned or remembered. */
const YEARS = { first: 2000, last: 2100 };

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const linkBody = z.object({
  document: z.string().min(1),
  channel: z.string(),
  locale: z.string(),
  currency: z.string(),
  path: z.string(),
  hours: z.number().int().min(1).max(MOST_HOURS),
  at: moment.optional(),
});

/** Links that show a draft to people without an account: made, listed, ended. */
export function previewLinkRoutes(api: Hono<ApiEnvironment>, options: PreviewLinkOptions): void {
  const { channels, previewLink, previewLinks, namesOf } = options;
  const current = currentDocuments(options);

  api.post('/preview-links', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const { hours, path, at, ...wish } = linkBody.parse(await context.req.json());
    const { channel, locale, currency, document } = wish;
    const known = channels.find(({ id }) => id === channel);
    if (!known?.locales.includes(locale) || !known.currencies.includes(currency))
      throw new Refusal(400, `The shop has no market with "${locale}" and "${currency}" in "${channel}".`);
    const shown = normalisePath(path);
    if (shown === undefined) throw new Refusal(400, `"${path}" is no address of a page.`);
    const year = at?.getUTCFullYear() ?? YEARS.first;
    if (year < YEARS.first || year >= YEARS.last)
      throw new Refusal(400, `A page is shown at moments between ${YEARS.first} and ${YEARS.last}.`);
    if (!(await current(document))) throw new Refusal(404, 'This page is not there any more.');
    const expiresAt = new Date(Date.now() + hours * 3_600_000);
    const made = await previewLinks.add({
      ...wish,
      path: shown,
      ...(at && { at }),
      madeBy: actor.id,
      expiresAt,
    });
    if (!made)
      throw new Refusal(
        409,
        'There are as many links that work as there may be. End some that nobody needs.',
      );
    const link: MadePreviewLink = {
      ...factsOf(made, { [actor.id]: actor.name }),
      address: previewLink(made),
    };
    return context.json(link, 201);
  });

  api.get('/preview-links', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const all = await previewLinks.list();
    const people = all.flatMap(({ madeBy, ended }) => (ended ? [madeBy, ended.by] : [madeBy]));
    const names = await namesOf([...new Set(people)]);
    return context.json(all.map((link) => factsOf(link, names)));
  });

  api.delete('/preview-links/:id', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const ended = await previewLinks.end(context.req.param('id'), actor.id);
    if (!ended) throw new Refusal(404, 'This link is not known any more; it opens nothing.');
    const people = [ended.madeBy, ended.ended?.by ?? actor.id];
    return context.json(factsOf(ended, await namesOf(people)));
  });
}

/** Who has only this opens nothing: the signature is kept nowhere. */
function factsOf(link: PreviewLink, names: Readonly<Record<string, string>>): PreviewLinkFacts {
  const { id, document, channel, locale, path, currency, at, madeAt, madeBy, expiresAt, ended } = link;
  return {
    id,
    document,
    channel,
    locale,
    path,
    currency,
    ...(at && { at: at.toISOString() }),
    madeAt: madeAt.toISOString(),
    madeBy: names[madeBy] ?? '',
    expiresAt: expiresAt.toISOString(),
    ...(ended && { ended: { at: ended.at.toISOString(), by: names[ended.by] ?? '' } }),
  };
}
