import type { DocumentKind } from '@vitrine/content';
import type { ModuleDescription } from '../app/backend.ts';

/** What must be known of the page to say what fits where. */
export interface SlotRulesPage {
  node(id: string): { readonly type: string; readonly lock?: boolean } | undefined;
  children(parent: string | undefined, slot?: string): readonly string[];
  readonly kind: DocumentKind;
}

export type Fit = { readonly kind: 'fits' } | { readonly kind: 'refused'; readonly reason: string };

const FITS: Fit = { kind: 'fits' };

/** Whether modules of these types may stand in a slot, or at the top of a document when there is no parent; else why not, in words. */
export function fitsInto(
  types: readonly string[],
  place: {
    readonly parent: string | undefined;
    readonly slot: string | undefined;
    readonly moving?: readonly string[];
  },
  page: SlotRulesPage,
  describe: (type: string) => ModuleDescription | undefined,
): Fit {
  const { parent, slot, moving = [] } = place;
  if (parent === undefined) return fitsAtTop(types, page.kind, describe);
  const owner = page.node(parent);
  const module = owner && describe(owner.type);
  const rule = slot === undefined ? undefined : module?.slots[slot];
  if (!module || !rule) return refuse('Nothing can be put there.');
  if (owner.lock) return refuse(`${module.title} is locked. Unlock it first.`);
  for (const type of types) {
    const kind = describe(type)?.kind;
    // What stands in a fragment is checked before publishing.
    if (type === 'fragment' || rule.allow.includes(type) || (kind && rule.allow.includes(kind))) continue;
    const title = describe(type)?.title ?? type;
    return refuse(
      `${title} does not fit into “${rule.label}” of ${module.title}, which takes ${words(rule.allow, describe)}.`,
    );
  }
  if (rule.max === undefined) return FITS;
  const others = page.children(parent, slot).filter((id) => !moving.includes(id));
  return others.length + types.length <= rule.max
    ? FITS
    : refuse(`“${rule.label}” of ${module.title} takes at most ${rule.max}.`);
}

function fitsAtTop(
  types: readonly string[],
  kind: DocumentKind,
  describe: (type: string) => ModuleDescription | undefined,
): Fit {
  if (kind === 'layout') return FITS;
  for (const type of types) {
    const module = describe(type);
    if (module && (module.kind === 'header' || module.kind === 'footer' || module.kind === 'page'))
      return refuse(`${module.title} belongs into a layout.`);
  }
  return FITS;
}

function words(allow: readonly string[], describe: (type: string) => ModuleDescription | undefined): string {
  const names: Readonly<Record<string, string>> = {
    section: 'sections',
    block: 'blocks',
    header: 'headers',
    footer: 'footers',
    page: 'page frames',
  };
  return allow.map((each) => names[each] ?? describe(each)?.title ?? each).join(' or ');
}

function refuse(reason: string): Fit {
  return { kind: 'refused', reason };
}
