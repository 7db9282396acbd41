import { type Json, resolveProp } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import type { Editor } from '../app/editor.ts';
import type { TextPlace } from '../canvas/canvas-door.ts';
import { valuesAt } from '../fields/field-place.ts';

export interface TextToEdit {
  readonly id: string;
  readonly target: Element;
  /** Where the caret goes, in the canvas's window. */
  readonly point: { readonly x: number; readonly y: number };
}

// Fetched by who edits a text.
const fetchEditors = () => import('../text/index.ts');
type TextEditors = Pick<Awaited<ReturnType<typeof fetchEditors>>, 'mountPlainText' | 'mountRichText'>;

/** Edits the text under the pointer where it stands. @returns whether there is one. */
export function startTextEditing(
  editor: Editor,
  { id, target, point }: TextToEdit,
  fetch: () => Promise<TextEditors> = fetchEditors,
): boolean {
  const node = editor.page.node(id);
  if (!editor.canWrite || !node || node.lock || !editor.canvas) return false;
  const place = editor.canvas.textsOf(id).find(({ element }) => element.contains(target));
  const own = place && ownText(editor, id, place.path);
  if (!place || !own) return false;
  const { path } = own;
  const release = editor.canvas.holdText(place.element);
  editor.view.set({ text: { id, path }, selection: [id] });
  const text = editor.view.get().text;
  let unmount: (() => void) | undefined;
  let isOver = false;
  const stop = editor.view.subscribe(() => {
    if (editor.view.get().text === text) return;
    isOver = true;
    stop();
    unmount?.();
    own.leave();
    release();
    editor.canvas?.sync({ nodes: [id], structure: false });
  });
  mountText(editor, { id, path, place, point }, fetch).then(
    (mounted) => {
      if (isOver) mounted();
      else unmount = mounted;
    },
    () => {
      editor.say('The text editor could not be loaded. Change the text in the panel.');
      editor.view.set({ text: undefined });
    },
  );
  return true;
}

async function mountText(
  editor: Editor,
  { id, path, place, point }: { id: string; path: string; place: TextPlace; point: TextToEdit['point'] },
  fetch: () => Promise<TextEditors>,
): Promise<() => void> {
  const { mountPlainText, mountRichText } = await fetch();
  const onExit = () => editor.view.set({ text: undefined });
  const { undo, doc, awareness } = editor.open;
  const host = place.element;
  const label = editor.nameOf(id);
  if (place.kind === 'text') {
    const plain = mountPlainText({
      host,
      text: editor.page.text(id, path),
      multiline: place.multiline,
      maxLength: place.maxLength,
      label,
      undo,
      onExit,
    });
    plain.focus(point);
    return () => plain.destroy();
  }
  const rich = mountRichText({
    host,
    element: editor.page.richText(id, path),
    doc,
    undo,
    awareness,
    label,
    lang: editor.view.get().locale,
    onExit,
  });
  rich.focus(point);
  editor.written.set({ text: rich });
  return () => {
    editor.written.set({ text: undefined });
    rich.destroy();
  };
}

interface OwnText {
  /** Of the value of the language that is shown. */
  readonly path: string;
  /** What was only looked into stays inherited. */
  leave(): void;
}

/** The text of the language that is shown; one of its own is made from what is inherited. */
function ownText(editor: Editor, id: string, path: string): OwnText | undefined {
  const { page, baseLocale } = editor;
  const { locale } = editor.view.get();
  const fields = editor.describe(page.node(id)?.type ?? '')?.fields ?? [];
  const [name = '', ...rest] = path.split('/');
  const top = fields.find((each) => each.name === name);
  const found = top && resolve(top, rest, { name, locale: locale === baseLocale ? undefined : locale });
  if (!found) return undefined;
  const own = withItemIds(editor, id, found.path);
  const cut = own.lastIndexOf('/');
  const key = own.slice(cut + 1);
  const values = () => valuesAt(page, id, fields, own.slice(0, Math.max(cut, 0)));
  if (Object.hasOwn(values(), key)) return { path: own, leave() {} };
  const { field } = found;
  const inherited =
    resolveProp(values(), field.name, { locale }) ?? (typeof field.default === 'string' ? field.default : '');
  // Nothing an author does, so nothing undo takes back.
  const quietly = (value: Json | undefined) => page.doc.transact(() => page.setAt(id, own, value), BEGUN);
  quietly(inherited);
  return {
    path: own,
    leave: () => page.node(id) && values()[key] === inherited && quietly(undefined),
  };
}

const BEGUN = Symbol('begun');

// Only the last step is the text itself: it alone has a value for each language.
function resolve(
  field: FieldDescription,
  rest: readonly string[],
  { name, locale }: { readonly name: string; readonly locale: string | undefined },
): { readonly path: string; readonly field: FieldDescription } | undefined {
  const [next, ...others] = rest;
  if (next === undefined) return { path: field.localised && locale ? `${name}@${locale}` : name, field };
  const inner = field.kind === 'list' ? field.item : field.fields?.find((each) => each.name === next);
  const found = inner && resolve(inner, others, { name: next, locale });
  return found && { ...found, path: `${name}/${found.path}` };
}

// Items of lists are named by position on the canvas, and by their ids in the document.
function withItemIds(editor: Editor, id: string, path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/'))
    steps.push(/^\d+$/.test(step) ? (editor.page.itemIds(id, steps.join('/'))[Number(step)] ?? step) : step);
  return steps.join('/');
}
