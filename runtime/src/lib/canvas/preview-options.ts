import type { PageNode, PublishedDocument } from '@vitrine/content';
import type { DocumentShelfOptions } from '../document-shelf.ts';
import { createDocumentShelf } from '../document-shelf.ts';
import type { PageRouteOptions } from '../page-route.ts';
import type { Visit } from '../stages.ts';
import { NO_LAYOUT, withDocumentOnShow } from './document-on-show.ts';

export interface PreviewSources {
  /** Where drafts are read. Without it a preview shows what is published. */
  readonly drafts?: DocumentShelfOptions;
  /** The theme's style sheet with what is chosen, and not published yet. */
  readonly draftCss?: () => Promise<string>;
  /** Address of the script of a canvas. */
  readonly canvasScript?: string;
}

/** The wish of an editor to see some instances alone, outside the layout. */
export interface InstancesAlone {
  readonly nodes: readonly PageNode[];
}

/**
 * The options of the page route for a preview: drafts instead of published pages, `_document` in the address shown wherever it
 * leads, and with `_preview=canvas` marks for an editor.
 */
export async function previewOptions(
  { url }: Pick<Visit, 'url'>,
  options: PageRouteOptions & PreviewSources,
  alone?: InstancesAlone,
): Promise<PageRouteOptions> {
  const { drafts, canvasScript, hardDeadline } = options;
  const all = drafts ? createDocumentShelf(drafts) : options.documents;
  const wanted = url.searchParams.get('_document') ?? '';
  const { value, basis } = wanted ? await all.document(wanted) : { value: undefined, basis: undefined };
  const onShow = value && (alone ? standAlone(value, alone) : value);
  const documents = onShow && basis ? withDocumentOnShow(all, { value: onShow, basis }) : all;
  const themeCss = (await options.draftCss?.()) ?? options.themeCss;
  if (url.searchParams.get('_preview') !== 'canvas' || !canvasScript)
    return { ...options, documents, themeCss };
  const isLayout = onShow?.document.kind === 'layout';
  return {
    ...options,
    documents,
    themeCss,
    // Every instance is rendered now, so that each can be marked; nobody waits for late ones.
    fragments: undefined,
    deadline: hardDeadline,
    canvas: {
      script: canvasScript,
      document: wanted,
      isLayout,
      isOwn: (id) => id.startsWith('_layout.') === isLayout && !id.replace(/^_layout\./, '').includes('.'),
    },
  };
}

// Only a template composes things, and only a fragment has open parts to show, so they stay that; all else is shown as a page,
// instances of a layout too.
function standAlone({ document }: PublishedDocument, { nodes }: InstancesAlone): PublishedDocument {
  const kind = document.kind === 'layout' ? 'page' : document.kind;
  return { document: { ...document, kind, nodes, layout: NO_LAYOUT }, version: 'alone' };
}
