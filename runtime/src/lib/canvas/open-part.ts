import { keptPart, type PageNode } from '@vitrine/content';
import { type AnyModule, defineModule } from '@vitrine/modules';
import { escapeHtml } from '../segments/escape-html.ts';
import type { PlannedInstance } from '../stages.ts';

// No module of a shop: the place of an open part, which only canvases have.
const openPart: AnyModule = defineModule({
  id: 'outlet',
  title: 'Open part',
  kind: 'block',
  version: 1,
  config: {},
  slots: { content: { label: 'Content', allow: [] } },
});

/** The place of an open part as an instance that shows what stands in it and nothing else. */
export function plannedPart({ id, props }: PageNode, content: readonly PlannedInstance[]): PlannedInstance {
  return {
    id,
    module: openPart,
    view: () => null,
    css: '',
    config: { ...keptPart({ type: 'outlet', props }) },
    query: {},
    plan: {},
    reading: { happened: false },
    told: {},
    slots: { content },
  };
}

export function isPart({ module }: PlannedInstance): boolean {
  return module === openPart;
}

/** The element around what stands in it: a slot of the instance that shows the fragment, wherever in that it is. */
export function partElement({ config: { of, slot } }: PlannedInstance): {
  readonly start: string;
  readonly end: string;
} {
  const owner = of === undefined ? '' : ` data-of="${escapeHtml(String(of))}"`;
  return { start: `<vt-slot data-slot="${escapeHtml(String(slot))}"${owner}>`, end: '</vt-slot>' };
}
