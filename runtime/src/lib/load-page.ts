import {
  audiencesIn,
  composePage,
  missingFragments,
  type PageDocument,
  type PublishedDocument,
} from '@vitrine/content';
import { type Basis, joinBases } from './basis.ts';
import type { DocumentShelf } from './document-shelf.ts';
import type { CanvasMarks, FoundPage, LoadedPage } from './stages.ts';

const DEFAULT_LAYOUT = 'main';

export interface LoadPageOptions {
  readonly documents: DocumentShelf;
  /** The page is a canvas: it tells where open parts are. */
  readonly canvas?: CanvasMarks;
}

/** Stands in when a page or template is not published: the layout with nothing in it. */
const NOTHING: PageDocument = { schema: 1, id: '', kind: 'page', name: '', seo: {}, nodes: [] };

/** Step 2: the document in its layout, with the fragments both name in their places. */
export async function loadPage(
  request: FoundPage,
  { documents, canvas }: LoadPageOptions,
): Promise<LoadedPage> {
  const page = request.document?.document ?? NOTHING;
  const layout = await documents.document(page.layout ?? DEFAULT_LAYOUT);
  const frame = layout.value?.document;
  const fragments = new Map<string, PublishedDocument | undefined>();
  const bases: Basis[] = [request.basis, layout.basis];

  const roots = frame ? [page, frame] : [page];
  for (let wanted = missing(); wanted.length > 0; wanted = missing()) {
    const found = await Promise.all(wanted.map((id) => documents.document(id)));
    wanted.forEach((id, index) => {
      fragments.set(id, found[index]!.value);
      bases.push(found[index]!.basis);
    });
  }

  const { nodes, problems, outlet, uses, decidedBy } = composePage({
    page,
    layout: frame,
    fragments: (id) => fragments.get(id)?.document,
    keepsParts: canvas !== undefined,
    reader: request.visit,
  });
  const others = [...fragments.values()].flatMap((each) => each?.document ?? []);
  return {
    request,
    nodes,
    ...(outlet && { outlet }),
    uses,
    audiences: audiencesIn([...roots, ...others]),
    decidedBy,
    problems: problems.map(({ message }) => message),
    name: page.name,
    seo: page.seo,
    basis: joinBases(bases),
  };

  function missing(): readonly string[] {
    const known = new Map([...fragments].map(([id, each]) => [id, each?.document]));
    return missingFragments(roots, known);
  }
}
