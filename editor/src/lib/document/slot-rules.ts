import type { DocumentKind, OpenPart } from '@vitrine/content';
import type { ModuleDescription } from '../app/backend.ts';

/** What must be known of the page to say what fits where. */
export interface SlotRulesPage {
  node(id: string):
    | {
        readonly type: string;
        readonly lock?: boolean;
        readonly parent?: string | undefined;
        readonly slot?: string | undefined;
      }
    | undefined;
  children(parent: string | undefined, slot?: string): readonly string[];
  readonly kind: DocumentKind;
  /** Of the fragment an instance shows; `undefined` = it is not known yet. */
  parts(id: string): readonly OpenPart[] | undefined;
}

export type Fit = { readonly kind: 'fits' } | { readonly kind: 'refused'; readonly reason: string };

const FITS: Fit = { kind: 'fits' };

type Describe = (type: string) => ModuleDescription | undefined;

interface SlotPlace {
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  readonly moving?: readonly string[];
}

/** Whether modules of these types may stand in a slot, or at the top of a document when there is no parent; else why not, in words. */
export function fitsInto(
  types: readonly string[],
  place: SlotPlace,
  page: SlotRulesPage,
  describe: Describe,
): Fit {
  const misplaced = types.includes('outlet') ? misplacedPart(place, page) : undefined;
  return misplaced === undefined ? fitsIn(types, place, page, describe) : refuse(misplaced);
}

function misplacedPart({ parent }: SlotPlace, page: SlotRulesPage): string | undefined {
  if (page.kind === 'page' || page.kind === 'template') return 'An open part belongs into a fragment.';
  for (let at = parent; at !== undefined; at = page.node(at)?.parent)
    if (page.node(at)?.type === 'outlet') return 'An open part cannot stand inside another one.';
  return undefined;
}

function fitsIn(types: readonly string[], place: SlotPlace, page: SlotRulesPage, describe: Describe): Fit {
  const { parent, slot, moving = [] } = place;
  if (parent === undefined) return fitsAtTop(types, page.kind, describe);
  const owner = page.node(parent);
  if (owner?.type === 'fragment') return fitsIntoPart(types, place, page, describe);
  if (owner?.type === 'outlet' && page.kind === 'fragment') {
    // What a new use begins with takes the place of the open part itself.
    if (owner.lock) return refuse('The open part is locked. Unlock it first.');
    const around = page.children(owner.parent, owner.slot);
    const beside = { parent: owner.parent, slot: owner.slot, moving: [...moving, ...around] };
    return fitsIn(types, beside, page, describe);
  }
  const module = owner && describe(owner.type);
  const rule = slot === undefined ? undefined : module?.slots[slot];
  if (!module || !rule) return refuse('Nothing can be put there.');
  if (owner.lock) return refuse(`${module.title} is locked. Unlock it first.`);
  const others = page.children(parent, slot).filter((id) => !moving.includes(id));
  return fitsRule(types, { module, rule, others: others.length }, describe);
}

/** Whether modules of these types may stand in a slot of a module that is to be put around them; else why not, in words. */
export function fitsIntoNew(
  types: readonly string[],
  { module, slot }: { readonly module: ModuleDescription; readonly slot: string },
  describe: Describe,
): Fit {
  return fitsRule(types, { module, rule: module.slots[slot]!, others: 0 }, describe);
}

// Locking what shows a fragment keeps it where it is; its open parts are there to be filled.
function fitsIntoPart(
  types: readonly string[],
  { parent = '', slot, moving = [] }: SlotPlace,
  page: SlotRulesPage,
  describe: Describe,
): Fit {
  const parts = page.parts(parent);
  if (!parts) return refuse('The fragment is being fetched. Try again in a moment.');
  const part = parts.find(({ id }) => id === slot);
  if (!part) return refuse('The fragment has no such open part any more.');
  const owner = page.node(parent)!;
  if (!part.parent) {
    const around = page.children(owner.parent, owner.slot);
    const beside = { parent: owner.parent, slot: owner.slot, moving: [...moving, ...around] };
    return fitsIn(types, beside, page, describe);
  }
  const module = describe(part.parent.type);
  const rule = part.slot === undefined ? undefined : module?.slots[part.slot];
  // In a fragment inside the fragment: what fits there is checked before publishing.
  if (!module || !rule) return FITS;
  const fixed = (part.parent.slots?.[part.slot!] ?? []).filter(({ id }) => id !== slot).length;
  const others = page.children(parent, slot).filter((id) => !moving.includes(id)).length;
  return fitsRule(types, { module, rule, others: fixed + others }, describe);
}

function fitsRule(
  types: readonly string[],
  {
    module,
    rule,
    others,
  }: {
    readonly module: ModuleDescription;
    readonly rule: ModuleDescription['slots'][string];
    readonly others: number;
  },
  describe: Describe,
): Fit {
  for (const type of types) {
    const kind = describe(type)?.kind;
    // What stands in a fragment, or fills an open part, is checked before publishing.
    if (
      type === 'fragment' ||
      type === 'outlet' ||
      rule.allow.includes(type) ||
      (kind && rule.allow.includes(kind))
    )
      continue;
    const title = describe(type)?.title ?? type;
    return refuse(
      `${title} does not fit into “${rule.label}” of ${module.title}, which takes ${words(rule.allow, describe)}.`,
    );
  }
  if (rule.max === undefined) return FITS;
  return others + types.length <= rule.max
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
