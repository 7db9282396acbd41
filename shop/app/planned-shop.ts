import { isWaiting, type PageStore } from '@vitrine/content';
import {
  createReleasePageStore,
  type DecidedSince,
  type Release,
  type ReleasePlace,
  releasePlaces,
  stylesItem,
  whatGoesLive,
} from '@vitrine/content/server';
import type { PlannedShop } from '@vitrine/runtime';
import { type Theme, withChosen } from '@vitrine/themes';
import type { Platform } from '../platform.ts';
import { type CatalogueOptions, samplesOf } from './editor-catalogue.ts';

export interface PlannedShopOptions extends Pick<CatalogueOptions, 'channels' | 'commerce'> {
  readonly pages: PageStore;
  readonly releases: Pick<Platform['releases'], 'find' | 'decidedSince'>;
  readonly theme: Theme;
}

/** The shop as it will be once a release went live, or what became of that. @returns undefined when nobody knows of this id any more. */
export async function plannedShop(id: string, options: PlannedShopOptions): Promise<PlannedShop | undefined> {
  const release = await options.releases.find(id);
  if (!release) return undefined;
  const { name, at, state } = release;
  if (state === 'published' || state === 'cancelled') return { kind: 'over', name, how: state };
  const decided = await options.releases.decidedSince(release);
  const pages = createReleasePageStore(options.pages, release, decided);
  const theme = themeAhead(release, decided, options.theme);
  const places = await placesIn(release, pages, options);
  return { kind: 'waiting', name, ...(at && { at }), pages, ...(theme && { theme }), places };
}

/** Where a release that waits can be looked at. */
export async function plannedPlaces(
  release: Release,
  options: PlannedShopOptions,
): Promise<readonly ReleasePlace[]> {
  if (!isWaiting(release)) return [];
  const { pages, releases } = options;
  const ahead = createReleasePageStore(pages, release, await releases.decidedSince(release));
  return await placesIn(release, ahead, options);
}

function themeAhead(release: Release, decided: readonly DecidedSince[], theme: Theme): Theme | undefined {
  const { styles } = whatGoesLive(release, decided);
  const tokens = styles.find(({ document }) => document === stylesItem(theme.id))?.tokens;
  return tokens && withChosen(theme, tokens);
}

async function placesIn(
  release: Release,
  ahead: PageStore,
  options: PlannedShopOptions,
): Promise<readonly ReleasePlace[]> {
  const { channels } = options;
  // Only where something of it has no address of its own: finding a product takes a search.
  const needsSamples = release.items.some(({ kind }) => kind !== 'page');
  const samples = needsSamples ? await samplesOf(options) : {};
  return await releasePlaces(release, { ahead, channels, samples });
}
