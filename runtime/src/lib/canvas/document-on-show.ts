import type { PublishedDocument } from '@vitrine/content';
import type { DocumentShelf, Shelved } from '../document-shelf.ts';

/** No document has this id: the page stands alone. */
export const NO_LAYOUT = '-';

/**
 * A shelf on which one document stands wherever the visit leads: a page or fragment at every path, a template for every thing it
 * composes. So it is shown without being published, by the same steps as always. A layout is shown around whatever is there.
 */
export function withDocumentOnShow(
  documents: DocumentShelf,
  { value: shown, basis }: Shelved<PublishedDocument>,
): DocumentShelf {
  const { document, version } = shown;
  const alone = document.kind === 'fragment' ? { ...document, layout: NO_LAYOUT } : document;
  const onShow: Shelved<PublishedDocument> = { value: { document: alone, version }, basis };
  return {
    ...documents,
    async url(channel, locale, path) {
      if (document.kind !== 'page' && document.kind !== 'fragment')
        return documents.url(channel, locale, path);
      return { value: { channel, locale, path, target: { kind: 'page', page: document.id } }, basis };
    },
    document: (id) => (id === document.id ? Promise.resolve(onShow) : documents.document(id)),
    async template(composes, entityId) {
      return document.composes === composes ? onShow : documents.template(composes, entityId);
    },
  };
}
