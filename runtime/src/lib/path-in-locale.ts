import { joinBases } from './basis.ts';
import type { DocumentShelf, Shelved } from './document-shelf.ts';
import type { Visit } from './stages.ts';

/**
 * Where the page stands that has the visit's path in another locale of the channel: its path in the visit's locale, `undefined`
 * when there is no such page or it has none. For paths that are not in the map of the visit's own locale.
 */
export async function pathInLocale(
  { channel, locale, path }: Visit,
  documents: Pick<DocumentShelf, 'url' | 'addresses'>,
): Promise<Shelved<string | undefined>> {
  const others = channel.locales.filter((each) => each !== locale);
  const there = await Promise.all(others.map((each) => documents.url(channel.id, each, path)));
  const pages = there.flatMap(({ value }) => (value?.target.kind === 'page' ? [value.target.page] : []));
  const addresses = await Promise.all(
    [...new Set(pages)].map((page) => documents.addresses(channel.id, page)),
  );
  return {
    value: addresses.map(({ value }) => value[locale]).find((here) => here !== undefined),
    basis: joinBases([...there, ...addresses].map(({ basis }) => basis)),
  };
}
