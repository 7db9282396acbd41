import { type PageDocument, type PageStore, validateDocument } from '@vitrine/content';
import { moduleCatalogue } from '@vitrine/modules';
import { definitions } from '@vitrine/modules/library/definitions';

const modules = moduleCatalogue(definitions);
const composed = ['product', 'category', 'search', 'cart', 'not-found', 'error'] as const;

/** What must not be published of these documents in view of the modules of this shop, as sentences that begin with the document's id. */
export function checkDocuments(
  documents: readonly PageDocument[],
  { base, required }: { readonly base: string; readonly required: readonly string[] },
): string[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return documents.flatMap((document) =>
    validateDocument(document, { modules, documents: (id) => byId.get(id), locales: { base, required } })
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => `${document.id}: ${message}`),
  );
}

/** Everything that shoppers of a channel can come to: its pages, the templates, and what those are made of. */
export async function publishedDocuments(pages: PageStore, channel: string): Promise<PageDocument[]> {
  const found = new Map<string, PageDocument>();
  const add = async (ids: readonly string[]): Promise<void> => {
    const wanted = ids.filter((id) => !found.has(id));
    for (const published of await pages.published(wanted)) {
      if (published) found.set(published.document.id, published.document);
    }
  };
  const urls = await pages.urls(channel);
  await add(urls.flatMap(({ target }) => (target.kind === 'page' ? [target.page] : [])));
  const templates = await Promise.all(composed.map((kind) => pages.templateFor(kind)));
  await add(templates.flatMap((template) => (template ? [template.document.id] : [])));
  await add([...found.values()].map(({ layout }) => layout ?? 'main'));
  return [...found.values()];
}
