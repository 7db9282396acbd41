import { type PageDocument, type PageNode, type Place, withOverrides } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import { goTo } from '../app/location.ts';
import { outermost } from './arrange.ts';
import type { Command } from './command.ts';

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

/** Makes a fragment of the selected modules; it takes their place on the page. @throws BackendError with a sentence. */
export async function makeFragment(editor: Editor, name: string): Promise<void> {
  const wanted = fragmentSource(editor);
  if (wanted.kind === 'refused') throw new Error(wanted.reason);
  const nodes = wanted.ids.map((id) => editor.page.toNode(id));
  const fragment = await editor.documents.create({ kind: 'fragment', name, nodes });
  // Others may have worked on while it was made.
  const now = fragmentSource(editor);
  const isSame =
    now.kind === 'source' &&
    now.ids.join() === wanted.ids.join() &&
    now.ids.every((id, index) => editor.page.toNode(id) === nodes[index]);
  if (!isSame)
    throw new Error(`“${name}” was made, but the page has changed meanwhile: add it from “Add modules”.`);
  const [made] = editor.gesture(() => {
    const ids = editor.page.insert(
      [{ id: 'fragment', type: 'fragment', v: 1, props: { fragment } }],
      now.place,
    );
    editor.page.remove(now.ids);
    return ids;
  });
  editor.select([made!]);
  editor.tell(`${name} is a fragment now. Add it to other pages from “Add modules”.`);
}

/**
 * Puts a copy of what is in a fragment in the place of it, with what the page has set in it: from then on it belongs to this page alone. What
 * fills its open parts stays the same modules.
 */
export async function takeApart(editor: Editor, id: string): Promise<void> {
  const fragment = fragmentAt(editor, id);
  if (fragment === undefined) return;
  const { document } = await ask<{ document: PageDocument }>(`documents/${encodeURIComponent(fragment)}`);
  const node = editor.page.node(id);
  if (!node || fragmentAt(editor, id) !== fragment) return;
  if (node.lock) return editor.tell('It is locked. Unlock it first.');
  const { parent, slot, index } = node;
  const use = editor.page.toNode(id);
  const types = document.nodes.flatMap(({ id: part, type }) =>
    type === 'outlet' ? (use.slots?.[part] ?? []).map((each) => each.type) : [type],
  );
  const fit = editor.fits(types, { parent, slot, moving: [id] });
  if (fit.kind === 'refused') return editor.tell(fit.reason);
  const name = editor.nameOf(id);
  const ids = editor.gesture(() => {
    const made = editor.page.insert(apart(document, use), { parent, slot, index: index + 1 });
    const places = [...openPlaces(editor.page, made)];
    const filled = places.flatMap((place) => {
      const ids = editor.page.children(id, String(editor.page.props(place).part));
      const { parent: around, slot: inside, index: before } = editor.page.node(place)!;
      if (ids.length > 0) editor.page.move(ids, { parent: around, slot: inside, index: before });
      editor.page.remove([place]);
      return made.includes(place) ? ids : [];
    });
    editor.page.remove([id]);
    const all = [...made.filter((each) => !places.includes(each)), ...filled];
    if (use.hidden) for (const each of all) editor.page.setFacts(each, { hidden: true });
    return all;
  });
  editor.select(ids);
  editor.tell(`${name} is taken apart: its modules belong to this page alone now.`);
}

/** The instances of a fragment as a use shows them; its open parts, still empty, say where what fills them goes. */
function apart({ nodes }: Pick<PageDocument, 'nodes'>, use: PageNode): readonly PageNode[] {
  return nodes.map((written) => {
    const { open: _, slots, ...node } = withOverrides(written, use);
    if (node.type === 'outlet') return { ...node, props: { part: node.id } };
    if (!slots) return node;
    const inner = Object.entries(slots).map(([slot, list]) => [slot, apart({ nodes: list }, use)]);
    return { ...node, slots: Object.fromEntries(inner) };
  });
}

function* openPlaces(page: Editor['page'], ids: readonly string[]): Generator<string> {
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

/** Whether pages can be made from the document: it is a fragment with an open part. */
function isTemplate({ page }: Editor): boolean {
  if (page.meta().kind !== 'fragment') return false;
  return !openPlaces(page, page.children(undefined)).next().done;
}

const only = (editor: Editor) => (editor.selection.length === 1 ? editor.selection[0] : undefined);
const isFragment = (editor: Editor) => fragmentAt(editor, only(editor)) !== undefined;

export const fragmentCommands: readonly Command[] = [
  {
    id: 'fragment.make',
    title: 'Make a fragment of the selection …',
    group: 'Arrange',
    keys: ['Mod+Alt+F'],
    capability: 'content.write',
    isEnabled: (editor) => editor.selection.length > 0,
    run(editor) {
      const source = fragmentSource(editor);
      if (source.kind === 'refused') editor.tell(source.reason);
      else editor.view.set({ dialog: 'make-fragment' });
    },
  },
  {
    id: 'fragment.edit',
    title: 'Edit the fragment',
    group: 'Arrange',
    isEnabled: isFragment,
    run: (editor) => goTo(fragmentAt(editor, only(editor))),
  },
  {
    id: 'fragment.apart',
    title: 'Take the fragment apart',
    group: 'Arrange',
    capability: 'content.write',
    isEnabled: isFragment,
    run: (editor) =>
      void takeApart(editor, editor.selection[0]!).catch((error: Error) => editor.tell(error.message)),
  },
  {
    id: 'fragment.new-page',
    title: 'New page from this template …',
    group: 'Arrange',
    capability: 'content.write',
    isEnabled: isTemplate,
    run: (editor) => editor.documents.show({ kind: 'new-page', template: editor.open.id }),
  },
  {
    id: 'fragment.where-used',
    title: 'Where the fragment is used',
    group: 'Arrange',
    isEnabled: (editor) => isFragment(editor) || editor.page.meta().kind === 'fragment',
    run: (editor) =>
      editor.documents.show({ kind: 'where-used', id: fragmentAt(editor, only(editor)) ?? editor.open.id }),
  },
];
