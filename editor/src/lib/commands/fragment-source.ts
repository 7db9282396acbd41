import type { PageNode, Place } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';
import { outermost } from './arrange.ts';

/** The fragment an instance stands for; `undefined` = it is a module. */
export function fragmentAt(editor: Editor, id: string | undefined): string | undefined {
  return id === undefined ? undefined : editor.fragmentOf(id);
}

/** What a fragment can be made of, and where it will stand; why not, in a sentence. */
export function fragmentSource(
  editor: Editor,
):
  | { readonly kind: 'source'; readonly ids: readonly string[]; readonly place: Place }
  | { readonly kind: 'refused'; readonly reason: string } {
  const { page } = editor;
  const ids = outermost(editor);
  const nodes = ids.map((id) => page.node(id)!);
  const [first] = nodes;
  if (!first) return refuse('Select the modules first that the fragment shall hold.');
  const isRow = nodes.every(
    ({ parent, slot, index }, at) =>
      parent === first.parent && slot === first.slot && index === first.index + at,
  );
  if (!isRow) return refuse('A fragment is made of modules that follow each other. Select such ones.');
  if (nodes.some(({ lock }) => lock)) return refuse('One of them is locked. Unlock it first.');
  if (ids.some((id) => holdsOutlet(page.toNode(id))))
    return refuse('The place of the page cannot go into a fragment.');
  const place = { parent: first.parent, slot: first.slot, index: first.index };
  const fit = editor.fits(['fragment'], { parent: first.parent, slot: first.slot, moving: ids });
  return fit.kind === 'fits' ? { kind: 'source', ids, place } : refuse(fit.reason);
}

/** Open parts below these instances that stand in no other. */
export function* openPlaces(page: Editor['page'], ids: readonly string[]): Generator<string> {
  for (const id of ids) {
    if (page.node(id)?.type === 'outlet') yield id;
    else for (const slot of page.slotNames(id)) yield* openPlaces(page, page.children(id, slot));
  }
}

function holdsOutlet(node: PageNode): boolean {
  return node.type === 'outlet' || Object.values(node.slots ?? {}).some((list) => list.some(holdsOutlet));
}

function refuse(reason: string) {
  return { kind: 'refused', reason } as const;
}
