import { type PageDocument, type PageNode, withOverrides } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import { fragmentAt, fragmentSource, openPlaces } from './fragment-source.ts';

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
