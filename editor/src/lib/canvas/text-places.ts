import type { Field, Fields } from '@vitrine/modules';
import type { TextPlace } from './canvas-door.ts';
import { isSlot } from './instance-places.ts';

interface KnownText {
  readonly path: string;
  readonly kind: 'text' | 'rich-text';
  readonly field: Field<unknown>;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';

/**
 * Where the texts of an instance stand in its HTML. The instance is rendered once more with every text that is not empty replaced by
 * a mark, and the marks are looked up; so module authors need not say anything. A text that a view changes, or puts beside other
 * things in one element, has no place and is edited in the panel.
 */
export function findTexts({
  fields,
  values,
  render,
  content,
}: {
  readonly fields: Fields;
  /** Resolved settings, as the view is given them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** HTML of the instance with these settings. */
  readonly render: (values: Readonly<Record<string, unknown>>) => readonly Node[] | undefined;
  /** The nodes of the instance on the page. */
  readonly content: readonly Node[];
}): TextPlace[] {
  const known: KnownText[] = [];
  const marked = markFields(fields, values, '', known);
  if (known.length === 0) return [];
  const nodes = render(marked);
  if (!nodes) return [];
  const places: TextPlace[] = [];
  compare(nodes, content, (element, twin) => {
    const found = textOf(element, known);
    if (!found) return false;
    if (places.some(({ path }) => path === found.path)) return true;
    const { multiline, maxLength } = found.field.details as { multiline?: boolean; maxLength?: number };
    const { path, kind } = found;
    places.push({ path, kind, multiline: multiline ?? false, maxLength, element: twin });
    return true;
  });
  return places;
}

function markFields(
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
  prefix: string,
  known: KnownText[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name];
      return [name, field ? markValue(field, value, prefix + name, known) : value];
    }),
  );
}

function markValue(field: Field<unknown>, value: unknown, path: string, known: KnownText[]): unknown {
  if (field.kind === 'text' || field.kind === 'rich-text') {
    if (typeof value !== 'string' || value === '' || field.responsive) return value;
    const mark = `${OPEN}${known.push({ path, kind: field.kind, field }) - 1}${CLOSE}`;
    return field.kind === 'text' ? mark : `<p>${mark}</p>`;
  }
  if (field.kind === 'object' && isRecord(value))
    return markFields(field.fields ?? {}, value, `${path}/`, known);
  if (field.kind === 'list' && Array.isArray(value) && field.item)
    return value.map((item, index) => markValue(field.item!, item, `${path}/${index}`, known));
  return value;
}

/** Walks two trees side by side as far as they have the same shape; `visit` says when it need not go deeper. */
function compare(
  marked: readonly Node[],
  shown: readonly Node[],
  visit: (element: Element, twin: HTMLElement) => boolean,
): void {
  const twins = shown.filter(isElement);
  marked.filter(isElement).forEach((element, index) => {
    const twin = twins[index] as HTMLElement | undefined;
    if (!twin || twin.nodeName !== element.nodeName || isSlot(element)) return;
    if (!visit(element, twin)) compare([...element.childNodes], [...twin.childNodes], visit);
  });
}

/** The text that is all there is in an element. */
function textOf(element: Element, known: readonly KnownText[]): KnownText | undefined {
  const [only, ...others] = element.childNodes;
  if (!only || others.length > 0) return undefined;
  const found = known[indexOf(only.textContent ?? '') ?? -1];
  if (only.nodeType === only.TEXT_NODE) return found?.kind === 'text' ? found : undefined;
  return only.nodeName === 'P' && found?.kind === 'rich-text' ? found : undefined;
}

function indexOf(text: string): number | undefined {
  const index = /^\uE000(\d+)\uE001$/.exec(text)?.[1];
  return index === undefined ? undefined : Number(index);
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
