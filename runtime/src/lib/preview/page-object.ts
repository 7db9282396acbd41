import type { PageObject, PageObjectEntry, PageObjectSlot, RunPage, SlotState } from '../stages.ts';

/** A page with all its answers before rendering, as JSON: for staff, fixtures and stories. Holes are named, never answered. */
export function pageObject(
  { plan, results, head, basis, storable, notFound }: RunPage,
  build: string,
): PageObject {
  const { request } = plan.page;
  const contexts = new Set<string>();
  const data: Record<string, PageObjectEntry> = {};
  for (const result of results.values()) {
    for (const context of result.contexts) contexts.add(context);
    for (const [key, { d, at, state, tags }] of Object.entries(result.data))
      data[key] = { d, at, state, tags };
  }
  return {
    v: 1,
    url: request.visit.url.pathname + request.visit.url.search,
    pageId: request.document?.document.id ?? '',
    build,
    context: request.shared,
    status: notFound ? 404 : request.status,
    head,
    slots: plan.instances.map((instance): PageObjectSlot => {
      const answered = results.get(instance.id);
      const named = Object.entries(answered?.results ?? {});
      return {
        id: instance.id,
        module: instance.module.id,
        config: instance.config,
        state: stateOf(
          named.map(([, { state }]) => state),
          instance.failed !== undefined,
        ),
        refs: Object.fromEntries(named.map(([name, { refs }]) => [name, refs])),
        class: instance.module.rendering === 'hole' ? 'private' : 'public',
        ...(instance.module.island && { island: instance.module.island }),
      };
    }),
    data,
    meta: {
      maxAge: Number.isFinite(basis.maxAge) ? basis.maxAge : 0,
      contexts: [...contexts].sort((a, b) => (a < b ? -1 : 1)),
      tags: basis.tags,
      cacheable: !storable ? 'none' : plan.holes.length > 0 ? 'process' : 'cdn',
    },
  };
}

function stateOf(states: readonly string[], failed: boolean): SlotState {
  if (failed || states.includes('error')) return 'error';
  if (states.includes('fallback') || states.includes('missing')) return 'fallback';
  return states.includes('stale') ? 'stale' : 'ok';
}
