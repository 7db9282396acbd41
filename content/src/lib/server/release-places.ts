import type { PageStore } from '../page-store.ts';
import type { Release, ReleaseItem } from './release.ts';

/** An address where what a release does can be looked at. */
export interface ReleasePlace {
  /** Of what it does; absent = a page that shows what is changed on many. */
  readonly name?: string;
  readonly channel: string;
  readonly locale: string;
  /** Without the prefix of its locale. */
  readonly path: string;
}

export interface ReleasePlacesOptions {
  /** The shop as it will be with the release. */
  readonly ahead: Pick<PageStore, 'addressesOf'>;
  readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
  /** Something of each kind that a template is shown with, in the first language of the first channel; `page` = any page. */
  readonly samples: Readonly<Record<string, string>>;
}

/** Where one looks at a release: its pages in all their languages, something its templates show, and for all else any page of the shop. */
export async function releasePlaces(
  { items }: Pick<Release, 'items'>,
  { ahead, channels, samples }: ReleasePlacesOptions,
): Promise<readonly ReleasePlace[]> {
  const [first] = channels;
  const shown = items.filter(({ action }) => action === 'publish');
  const ofPages = await Promise.all(
    shown.filter(({ kind }) => kind === 'page').map((item) => pagePlaces(item, { ahead, channels })),
  );
  const others = shown.flatMap((item): ReleasePlace[] => {
    const locale = first?.locales[0];
    if (item.kind === 'page' || !first || locale === undefined) return [];
    const composes = item.documents.find(({ id }) => id === item.document)?.composes;
    const sample = composes === undefined ? undefined : samples[composes];
    const place = { channel: first.id, locale };
    if (sample !== undefined) return [{ ...place, name: item.name, path: sample }];
    return samples.page === undefined ? [] : [{ ...place, path: samples.page }];
  });
  const all = new Map<string, ReleasePlace>();
  for (const place of [...ofPages.flat(), ...others]) {
    const key = `${place.channel}/${place.locale} ${place.path}`;
    if (!all.has(key)) all.set(key, place);
  }
  return [...all.values()];
}

async function pagePlaces(
  { document, name }: ReleaseItem,
  { ahead, channels }: Pick<ReleasePlacesOptions, 'ahead' | 'channels'>,
): Promise<readonly ReleasePlace[]> {
  const all = await Promise.all(
    channels.map(async ({ id: channel, locales }) => {
      const entries = await ahead.addressesOf(channel, document);
      return locales.flatMap((locale) =>
        entries
          .filter((entry) => entry.locale === locale)
          .map(({ path }): ReleasePlace => ({ name, channel, locale, path })),
      );
    }),
  );
  return all.flat();
}
