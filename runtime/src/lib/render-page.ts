import { encodePath } from './canonical-path.ts';
import { canvasScript } from './canvas/canvas-state.ts';
import { defaultLocale, localePrefix } from './channel.ts';
import type { FragmentCache } from './fragments/fragment-cache.ts';
import { strangersOf } from './instance-words.ts';
import { IslandGatherer } from './islands/island-gatherer.ts';
import { lateCss } from './islands/late-script.ts';
import { createHref, createWithQuery, localAddress } from './page-address.ts';
import { type PageAssets, pageHead } from './page-head.ts';
import { previewCss } from './preview/preview-css.ts';
import { renderSlots } from './render-slot.ts';
import { PartList } from './segments/part-list.ts';
import { SlotWriter } from './slot-writer.ts';
import type { CanvasMarks, PageFrame, PageProblem, RenderedPage, RunPage } from './stages.ts';
import { viewedWord } from './visitor/viewed.ts';

export interface RenderPageOptions {
  readonly build: string;
  readonly assets: PageAssets;
  readonly themeCss: string;
  readonly fragments?: FragmentCache;
  readonly onProblem: (problem: PageProblem) => void;
  /** Milliseconds after which late slots are not waited for any more. */
  readonly hardDeadline: number;
  /** Browsers remember which products they showed. */
  readonly remembersViewed: boolean;
  /** Marks the page for an editor. */
  readonly canvas?: CanvasMarks;
}

/**
 * Step 5: each cached instance rendered once, neighbours joined into segments, holes left open. An instance that fails gives its
 * fallback and costs nothing else.
 */
export function renderPage(
  run: RunPage,
  { build, assets, themeCss, fragments, onProblem, hardDeadline, remembersViewed, canvas }: RenderPageOptions,
): RenderedPage {
  const { plan } = run;
  const { request } = plan.page;
  const root = (!canvas?.isLayout && plan.page.outlet) || { index: 0 };
  const frame: PageFrame = { ...frameOf(run), ...(canvas && { canvas: { ...canvas, root } }) };
  const islands = new IslandGatherer();
  const together = renderSlots(plan.instances, run.results, frame);
  const writer = new SlotWriter({ run, frame, islands, together, fragments, onProblem });
  const body = new PartList();
  writer.writeAll(plan.roots, {}, body);

  const { entity, subject, visit } = request;
  // A preview is not how a shopper came to see it.
  const isRemembered = remembersViewed && subject.kind === 'product' && !visit.preview && !canvas;
  const viewed = isRemembered && entity ? viewedWord(entity.facts.id) : undefined;
  const ownCss =
    (writer.late.length > 0 ? lateCss(hardDeadline) : '') + (visit.preview && !canvas ? previewCss : '');
  const { parts: page, inline } = pageHead({
    head: run.head,
    frame,
    instances: plan.instances,
    assets,
    themeCss,
    prefixes: visit.channel.locales.map((locale) => localePrefix(visit.channel, locale)),
    ...(viewed !== undefined && { viewed }),
    ...(ownCss && { ownCss }),
    trust: canvas || plan.holes.length > 0 || writer.late.length > 0 ? 'nonce' : 'hashes',
  });
  page.html('<body>');
  page.hole({ kind: 'notice' });
  page.all(body);
  page.html(
    canvas
      ? canvasScript(run, frame, writer.shown)
      : islands.script(frame, { build, instances: plan.instances }),
  );
  // Late slots are sent behind; the browser closes the document itself.
  if (writer.late.length === 0) page.html('</body></html>');

  return {
    frame,
    status: run.notFound ? 404 : request.status,
    parts: page.finish(),
    inline,
    strangers: strangersOf(plan.instances),
    queryNames: plan.queryNames,
    audiences: plan.page.audiences,
    decidedBy: plan.page.decidedBy,
    basis: run.basis,
    storable: run.storable && writer.complete,
    late: writer.late,
  };
}

function frameOf({ plan }: RunPage): PageFrame {
  const { visit, subject, shared } = plan.page.request;
  const prefix = localePrefix(visit.channel, visit.locale);
  const address = localAddress(prefix, encodePath(visit.path));
  return {
    subject,
    shared,
    fallbackLocale: defaultLocale(visit.channel),
    prefix,
    address,
    query: plan.query,
    href: createHref(prefix),
    withQuery: createWithQuery(address, plan.query),
    translators: new Map(),
  };
}
