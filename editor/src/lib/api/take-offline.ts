import type { PageDocument, PageStore, PublishChange, UrlEntry } from '@vitrine/content';
import type { ReleaseStore } from '@vitrine/content/server';
import { namesOfReleases } from '../releases/release-facts.ts';
import { Refusal } from './refusal.ts';

export interface OfflineOptions {
  readonly pages: PageStore;
  readonly channels: readonly { readonly id: string }[];
}

/** Those who come back to the pages are told that they are gone, and search engines forget them. What is not published is left out. */
export async function takeOffline(
  ids: readonly string[],
  { pages, channels }: OfflineOptions,
): Promise<Required<Pick<PublishChange, 'unpublish' | 'basedOn' | 'urls'>>> {
  const published = (await pages.published(ids)).filter((each) => each !== undefined);
  const entries = await Promise.all(
    published.flatMap(({ document }) => channels.map(({ id }) => pages.addressesOf(id, document.id))),
  );
  return {
    unpublish: published.map(({ document }) => document.id),
    basedOn: Object.fromEntries(published.map(({ document, version }) => [document.id, version])),
    urls: entries
      .flat()
      .map(({ channel, locale, path }): UrlEntry => ({ channel, locale, path, target: { kind: 'gone' } })),
  };
}

/** What would be taken offline. @throws Refusal when nothing of its kind is, or shoppers do not see it. */
export async function mustBeTakenOffline(
  id: string,
  { pages }: Pick<OfflineOptions, 'pages'>,
): Promise<PageDocument> {
  const [published] = await pages.published([id]);
  if (!published) throw new Refusal(409, 'It is not published.');
  const { kind } = published.document;
  if (kind === 'template' || kind === 'layout')
    throw new Refusal(409, 'Templates and layouts stay published: other pages are made with them.');
  return published.document;
}

/** @throws Refusal when something that is planned shows it. */
export async function mustNotBeNeeded(
  id: string,
  releases: Pick<ReleaseStore, 'waitingWith'>,
): Promise<void> {
  const needing = (await releases.waitingWith(id)).filter(({ isNeeded }) => isNeeded);
  if (needing.length > 0)
    throw new Refusal(
      409,
      `What is planned in ${namesOfReleases(needing.map(({ release }) => release))} shows it. Take that out of there first.`,
    );
}
