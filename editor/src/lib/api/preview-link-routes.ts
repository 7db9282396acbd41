import {
  audienceIds,
  audienceNames,
  audienceWord,
  isAudienceName,
  isWaiting,
  nobodyApart,
  normalisePath,
  type PageStore,
} from '@vitrine/content';
import type {
  CrowdStore,
  PreviewLink,
  PreviewLinkShows,
  PreviewLinkStore,
  Release,
  ReleasePlace,
  ReleaseStore,
} from '@vitrine/content/server';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { MadePreviewLink } from '../preview-links/preview-link-facts.ts';
import type { Rooms } from '../room/create-rooms.ts';
import { currentDocuments } from './current-documents.ts';
import { linkFacts } from './preview-link-facts.ts';
import { type ApiEnvironment, Refusal, requireCapability } from './refusal.ts';

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
  readonly previewLink: (preview: PreviewLink) => string;
  readonly releases: Pick<ReleaseStore, 'find' | 'list'>;
  /** Where a release that waits can be looked at. */
  readonly placesOf: (release: Release) => Promise<readonly ReleasePlace[]>;
  /** Default: nobody is told apart. */
  readonly crowd?: Pick<CrowdStore, 'crowd'>;
  /** Names of people by their ids; those that are not known are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

/** A month, and a day more for those who count to 31. */
const MOST_HOURS = 32 * 24;
/** Further away nothing is planned or remembered. */
const YEARS = { first: 2000, last: 2100 };
const MOST_AUDIENCES = 50;

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const group = z
  .string()
  .regex(/^[\w.:-]{1,128}$/, 'Expected the id of a group of customers, for example trade.');
const audience = z.string().refine((word) => {
  const ids = audienceIds(word);
  return ids.length <= MOST_AUDIENCES && ids.every(isAudienceName);
}, 'Expected ids of audiences and versions with commas between, for example phones,hero.b.');
const wishBody = z.object({
  channel: z.string(),
  locale: z.string(),
  currency: z.string(),
  hours: z.number().int().min(1).max(MOST_HOURS),
  customerGroup: group.optional(),
  audience: audience.optional(),
});
const linkBody = z.union([
  wishBody.extend({ document: z.string().min(1), path: z.string(), at: moment.optional() }),
  // Of a release all pages are shown, at its own time; `path` = where it is opened.
  wishBody.extend({ release: z.string().min(1).max(100), path: z.string().optional() }),
]);

/** Links that show a draft, or what is planned, to people without an account: made, listed, ended. */
export function previewLinkRoutes(api: Hono<ApiEnvironment>, options: PreviewLinkOptions): void {
  const { channels, previewLink, previewLinks, namesOf, releases } = options;
  const current = currentDocuments(options);

  /** What it shows, and where it is opened. @throws Refusal when there is nothing to be shown. */
  async function shownBy(
    wish: z.infer<typeof linkBody>,
  ): Promise<PreviewLinkShows & Pick<PreviewLink, 'locale' | 'path' | 'at'>> {
    const { locale } = wish;
    const shown = wish.path === undefined ? undefined : normalisePath(wish.path);
    if (wish.path !== undefined && shown === undefined)
      throw new Refusal(400, `"${wish.path}" is no address of a page.`);
    if ('release' in wish) {
      const place = await firstPlace(wish, shown);
      return { release: wish.release, locale: place.locale, path: place.path };
    }
    const { document, at } = wish;
    const year = at?.getUTCFullYear() ?? YEARS.first;
    if (year < YEARS.first || year >= YEARS.last)
      throw new Refusal(400, `A page is shown at moments between ${YEARS.first} and ${YEARS.last}.`);
    if (!(await current(document))) throw new Refusal(404, 'This page is not there any more.');
    return { document, locale, path: shown!, ...(at && { at }) };
  }

  async function firstPlace(
    {
      release: id,
      channel,
      locale,
    }: { readonly release: string; readonly channel: string; readonly locale: string },
    path: string | undefined,
  ): Promise<ReleasePlace> {
    const release = await releases.find(id);
    if (!release) throw new Refusal(404, 'This release is not there any more.');
    if (!isWaiting(release))
      throw new Refusal(409, 'It went live or was cancelled meanwhile. Look at the list again.');
    const places = (await options.placesOf(release)).filter((place) => place.channel === channel);
    const inLocale = places.filter((place) => place.locale === locale);
    const first = inLocale.find((place) => place.path === path) ?? inLocale[0] ?? places[0];
    if (!first)
      throw new Refusal(
        409,
        'No page of this release is to be seen in this channel: it only takes pages offline, or is for another channel.',
      );
    return first;
  }

  /** Names for what links name by their ids. */
  async function namesFor(links: readonly PreviewLink[]) {
    const people = links.flatMap(({ madeBy, ended }) => (ended ? [madeBy, ended.by] : [madeBy]));
    const hasReleases = links.some(({ release }) => release !== undefined);
    const [names, all, crowd] = await Promise.all([
      namesOf([...new Set(people)]),
      hasReleases ? releases.list() : [],
      options.crowd?.crowd() ?? nobodyApart,
    ]);
    return {
      people: names,
      releases: new Map(all.map((release) => [release.id, release])),
      audiencesIn: (word: string) => audienceNames(word, crowd),
    };
  }

  api.post('/preview-links', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const wish = linkBody.parse(await context.req.json());
    const { channel, locale, currency, customerGroup, audience: word } = wish;
    const known = channels.find(({ id }) => id === channel);
    if (!known?.locales.includes(locale) || !known.currencies.includes(currency))
      throw new Refusal(400, `The shop has no market with "${locale}" and "${currency}" in "${channel}".`);
    const made = await previewLinks.add({
      ...(await shownBy(wish)),
      channel,
      currency,
      ...(customerGroup !== undefined && customerGroup !== 'anyone' && { customerGroup }),
      ...(word !== undefined && { audience: audienceWord(audienceIds(word)) }),
      madeBy: actor.id,
      expiresAt: new Date(Date.now() + wish.hours * 3_600_000),
    });
    if (!made)
      throw new Refusal(
        409,
        'There are as many links that work as there may be. End some that nobody needs.',
      );
    const link: MadePreviewLink = { ...linkFacts(made, await namesFor([made])), address: previewLink(made) };
    return context.json(link, 201);
  });

  api.get('/preview-links', async (context) => {
    requireCapability(context.get('actor'), 'content.write');
    const all = await previewLinks.list();
    const names = await namesFor(all);
    return context.json(all.map((link) => linkFacts(link, names)));
  });

  api.delete('/preview-links/:id', async (context) => {
    const actor = context.get('actor');
    requireCapability(actor, 'content.write');
    const ended = await previewLinks.end(context.req.param('id'), actor.id);
    if (!ended) throw new Refusal(404, 'This link is not known any more; it opens nothing.');
    return context.json(linkFacts(ended, await namesFor([ended])));
  });
}
