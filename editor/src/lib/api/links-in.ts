import type { ModuleCatalogue, PageDocument } from '@vitrine/content';
import { findLinks } from '../checks/find-findings.ts';
import { placeOfAddress } from './link-states.ts';

/** A link to a page of this shop. */
export interface LinkIn {
  readonly node: string;
  /** `<channel>/<locale> <path>`: where it leads. */
  readonly address: string;
}

/** Every link to a page in a document, once for each channel and language it is shown in. */
export function linksIn(
  document: PageDocument,
  {
    channels,
    modules,
  }: {
    readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
    readonly modules: ModuleCatalogue;
  },
): readonly LinkIn[] {
  const shapes = (type: string) => modules.describe(type)?.shapes;
  return channels.flatMap(({ id, locales }) =>
    findLinks(document.nodes, { locales, shapes }).flatMap(({ place, target, locale }): LinkIn[] => {
      if (target.kind !== 'page') return [];
      const there = placeOfAddress(target.path, locale, locales);
      if (there.path === undefined) return [];
      return [{ node: place.node.id, address: `${id}/${there.locale} ${there.path}` }];
    }),
  );
}
