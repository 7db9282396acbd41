import type { PageNode, PublishedDocument } from '@vitrine/content';
import type { ActionEngine } from '@vitrine/data-actions/server';
import type { DocumentShelfOptions } from '../document-shelf.ts';
import { createDocumentShelf } from '../document-shelf.ts';
import type { PageRouteOptions } from '../page-route.ts';
import type { PastPlan, PlannedPreview } from '../preview/planned-preview.ts';
import type { Visit } from '../stages.ts';
import { NO_LAYOUT, withDocumentOnShow } from './document-on-show.ts';

export interface PreviewSources {
  /** Where drafts are read. Without it a preview shows what is published. */
  readonly drafts?: DocumentShelfOptions;
  /** What the shop will be with something that is planned, by its id; `undefined` = there never was such a plan. */
  readonly planned?: (id: string) => Promise<PlannedPreview | PastPlan | undefined>;
  /** The theme's style sheet with what is chosen, and not published yet. */
  readonly draftCss?: () => Promise<string>;
  /** Address of the script of a canvas. */
  readonly canvasScript?: string;
  /**
   * Answers as they will be, or were, at a moment. Made for one preview: it must share no cache with `actions`. Without it a preview
   * is of now.
   */
  readonly actionsAt?: (at: Date) => ActionEngine;
}

/** The wish of an editor to see some instances alone, outside the layout. */
export interface InstancesAlone {
  readonly nodes: readonly PageNode[];
}

export interface PreviewWish {
  readonly alone?: InstancesAlone;
  readonly at?: Date;
  /** Shown in place of drafts. */
  readonly planned?: PlannedPreview;
}

/**
 * The options of the page route for a preview: drafts instead of published pages, `_document` in the address shown wherever it
 * leads, at another moment its answers, and with `_preview=canvas` marks for an editor.
 */
export async function previewOptions(
  { url }: Pick<Visit, 'url'>,
  published: PageRouteOptions & PreviewSources,
  { alone, at, planned }: PreviewWish = {},
): Promise<PageRouteOptions> {
  const options = at ? asOf(at, published) : published;
  const { canvasScript, hardDeadline } = options;
  const drafts = planned?.documents ?? options.drafts;
  const all = drafts ? createDocumentShelf(drafts) : options.documents;
  const wanted = url.searchParams.get('_document') ?? '';
  const { value, basis } = wanted ? await all.document(wanted) : { value: undefined, basis: undefined };
  const onShow = value && (alone ? standAlone(value, alone) : value);
  const documents = onShow && basis ? withDocumentOnShow(all, { value: onShow, basis }) : all;
  // What shoppers see is compared with in its own styles.
  const isPublished = url.searchParams.get('_styles') === 'published';
  const ahead = planned ? planned.themeCss : isPublished ? undefined : await options.draftCss?.();
  const themeCss = ahead ?? options.themeCss;
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

/** The same with something that is planned, in the place of what is published and of drafts. */
export function plannedOptions<O extends PageRouteOptions>(
  { documents, themeCss }: PlannedPreview,
  options: O,
): O {
  return { ...options, documents: createDocumentShelf(documents), themeCss: themeCss ?? options.themeCss };
}

/**
 * The same at another moment: nothing of it is kept, and nothing kept of now is shown, neither answers nor the HTML of single modules.
 * @throws where the shop can be shown as it is now alone: now in its place would be believed.
 */
export function asOf<O extends PageRouteOptions & PreviewSources>(at: Date, options: O): O {
  if (!options.actionsAt) throw new Error('A preview of another moment needs `actionsAt`.');
  return { ...options, actions: options.actionsAt(at), fragments: undefined };
}

// Only a template composes things, and only a fragment has open parts to show, so they stay that; all else is shown as a page,
// instances of a layout too.
function standAlone({ document }: PublishedDocument, { nodes }: InstancesAlone): PublishedDocument {
  const kind = document.kind === 'layout' ? 'page' : document.kind;
  return { document: { ...document, kind, nodes, layout: NO_LAYOUT }, version: 'alone' };
}
