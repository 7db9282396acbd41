import { isSlot, partOwner } from './instance-places.ts';

/** Elements with this attribute are being edited by a person: their content is theirs. */
export const HELD = 'data-vt-held';

/**
 * Makes the nodes between two siblings look like others, keeping what is the same: pictures do not load anew, focus and scroll
 * positions stay. Slots that stay are not looked into, nor is what a person is editing.
 * @param owners Of a fragment: what shows it. Its slots are looked into then, for they are no slots of the document, except those of its
 * open parts.
 */
export function morphBetween(
  start: Node,
  end: Node,
  wanted: readonly Node[],
  owners?: readonly string[],
): void {
  const parent = start.parentNode!;
  const before: ChildNode[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) before.push(node);
  morphList(parent, before, wanted, { end, owners });
}

function morphList(
  parent: Node,
  before: readonly ChildNode[],
  wanted: readonly Node[],
  { end, owners }: MorphPlace,
): void {
  const left = [...before];
  let cursor: Node | null = left[0] ?? end;
  for (const node of wanted) {
    const key = keyOf(node);
    const at = left.findIndex((each) => keyOf(each) === key);
    if (at === -1) {
      parent.insertBefore(node, cursor);
      continue;
    }
    const [kept] = left.splice(at, 1) as [ChildNode];
    if (kept === cursor) cursor = kept.nextSibling;
    else parent.insertBefore(kept, cursor);
    morphNode(kept, node, owners);
  }
  for (const node of left) node.remove();
}

function morphNode(kept: ChildNode, wanted: Node, owners: MorphPlace['owners']): void {
  if (kept.nodeType !== kept.ELEMENT_NODE) {
    if (kept.nodeValue !== wanted.nodeValue) kept.nodeValue = wanted.nodeValue;
    return;
  }
  const element = kept as Element;
  morphAttributes(element, wanted as Element);
  if (isKept(element, owners) || element.hasAttribute(HELD)) return;
  if (element.innerHTML === (wanted as Element).innerHTML) return;
  morphList(element, [...element.childNodes], [...wanted.childNodes], { end: null, owners });
}

interface MorphPlace {
  /** What stands behind the list. */
  readonly end: Node | null;
  readonly owners: readonly string[] | undefined;
}

function isKept(element: Element, owners: MorphPlace['owners']): boolean {
  if (!isSlot(element)) return false;
  const owner = partOwner(element);
  return !owners || (owner !== undefined && owners.includes(owner));
}

function morphAttributes(element: Element, wanted: Element): void {
  for (const { name, value } of [...wanted.attributes])
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  // What the editor itself put there is not the module's business.
  const own = /^(data-vt-|contenteditable|spellcheck|role$|aria-label$|aria-multiline)/;
  for (const { name } of [...element.attributes])
    if (!wanted.hasAttribute(name) && !(element.hasAttribute(HELD) && own.test(name)))
      element.removeAttribute(name);
}

function keyOf(node: Node): string {
  if (node.nodeType !== node.ELEMENT_NODE) return node.nodeName;
  const element = node as Element;
  const name = [element.getAttribute('data-slot') ?? element.id, partOwner(element)]
    .filter(Boolean)
    .join(' ');
  return `${element.nodeName} ${name} ${name ? '' : element.className}`;
}
