import type { CanvasRect } from './canvas-door.ts';
import { contentOf, type InstancePlace, isSlot } from './instance-places.ts';

/** Stands for an instance that shows this visitor nothing, outside the layout of the page: shoppers have no such element there. */
export const NOTHING_PERSONAL = 'vt-nothing-personal';

/** Around everything an instance shows; `undefined` when it shows nothing. One that shows this visitor nothing is a line. */
export function rectOfPlace(place: InstancePlace): CanvasRect | undefined {
  if (place.parked) return undefined;
  return unionOf(contentOf(place).flatMap((node) => rectsOf(node)));
}

/** Around the box a slot's content is laid out in. */
export function rectOfSlot(slot: Element): CanvasRect | undefined {
  const own = slot.getBoundingClientRect();
  if (own.width > 0 && own.height > 0) return plain(own);
  // An open part may be all there is in a slot, which has no box either.
  const parent = slot.parentElement;
  if (parent && isSlot(parent)) return rectOfSlot(parent);
  const around = parent?.getBoundingClientRect();
  return around && plain(around);
}

export function unionOf(rects: readonly CanvasRect[]): CanvasRect | undefined {
  const [first, ...others] = rects;
  if (!first) return undefined;
  let { x: left, y: top } = first;
  let right = left + first.width;
  let bottom = top + first.height;
  for (const { x, y, width, height } of others) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

// Elements that are only there to hold others (`display: contents`) have no box of their own.
function rectsOf(node: Node): CanvasRect[] {
  if (node.nodeType !== node.ELEMENT_NODE) return [];
  const element = node as Element;
  const rect = element.getBoundingClientRect();
  if (rect.width > 0 || rect.height > 0) return [plain(rect)];
  if (element.localName === NOTHING_PERSONAL) return lineAt(rect, element.parentElement);
  const isFrame = isSlot(element) || element.nodeName === 'VT-ISLAND';
  return isFrame ? [...element.childNodes].flatMap(rectsOf) : [];
}

// As wide as what stands around it: it has no width of its own.
function lineAt({ y }: DOMRect, parent: Element | null): CanvasRect[] {
  const around = parent && (isSlot(parent) ? rectOfSlot(parent) : parent.getBoundingClientRect());
  return around && around.width > 0 ? [{ x: around.x, y, width: around.width, height: 0 }] : [];
}

function plain({ x, y, width, height }: DOMRect): CanvasRect {
  return { x, y, width, height };
}
