import type { PageFrame, PlannedInstance } from '../stages.ts';

export interface MarkedPlace {
  readonly parent?: string;
  readonly slot?: string;
  readonly canvas: NonNullable<PageFrame['canvas']>;
}

export interface MarkedOutput {
  readonly write: (instance: PlannedInstance) => void;
  readonly html: (text: string) => void;
}

/**
 * Instances beside each other, each between `<!--vt:ID-->` and `<!--/vt:ID-->`. Those that came with a fragment stand together between
 * the marks of the instance that names it. `<!--vt-root-->` says where the outermost instances of the document begin.
 */
export function writeMarked(
  instances: readonly PlannedInstance[],
  { parent, slot, canvas }: MarkedPlace,
  { write, html }: MarkedOutput,
): void {
  const { root } = canvas;
  const isRoot = root.parent === parent && root.slot === slot;
  let group: string | undefined;
  const close = () => {
    if (group !== undefined) html(mark('/vt:', group));
    group = undefined;
  };
  instances.forEach((instance, index) => {
    const own = groupOf(instance.id, parent);
    if (own !== group) close();
    if (isRoot && index === root.index) html(ROOT);
    if (own !== group && own !== undefined) html(mark('vt:', own));
    group = own;
    html(mark('vt:', instance.id));
    write(instance);
    html(mark('/vt:', instance.id));
  });
  close();
  if (isRoot && root.index >= instances.length) html(ROOT);
}

const ROOT = '<!--vt-root-->';

// No stored id can be anything else. One that is, because nobody looked, could end the comment: it has no mark.
function mark(kind: 'vt:' | '/vt:', id: string): string {
  return /^[\w.-]+$/.test(id) ? `<!--${kind}${id}-->` : '';
}

/** The instance that names the fragment this one came with, unless what holds it came with the same. */
function groupOf(id: string, parent = ''): string | undefined {
  const [, group] = /^((?:_layout\.)?[^.]+)\../.exec(id) ?? [];
  if (group === undefined || group === '_layout') return undefined;
  return parent === group || parent.startsWith(`${group}.`) ? undefined : group;
}
