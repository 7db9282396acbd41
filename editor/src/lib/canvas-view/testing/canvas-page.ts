import type { CanvasDoor, CanvasRect, CanvasSource } from '../../canvas/canvas-door.ts';

/** A page with one formatted text in each instance, as little of the shop's own canvas as the editor's window needs. */
const main = document.body.appendChild(document.createElement('main'));
main.style.cssText = 'padding:160px 40px 2400px;font:18px/1.5 system-ui';
document.body.style.margin = '0';

let source: CanvasSource | undefined;
const elements = new Map<string, HTMLElement>();
const held = new Set<HTMLElement>();
const listeners = new Set<() => void>();

function draw(): void {
  for (const id of source?.children(undefined, undefined) ?? []) {
    const element = elements.get(id) ?? main.appendChild(document.createElement('div'));
    elements.set(id, element);
    if (!held.has(element)) element.innerHTML = String(source?.node(id)?.props.body ?? '');
  }
  for (const listener of listeners) listener();
}

const rectOf = (element: Element | undefined): CanvasRect | undefined => element?.getBoundingClientRect();

const door: CanvasDoor = {
  document: 'home',
  show(shown) {
    source = shown;
    draw();
  },
  sync: draw,
  rectOf: (id) => rectOf(elements.get(id)),
  measure: () => [],
  ownerOf(node) {
    const owner = [...elements].find(([, element]) => element.contains(node));
    return owner && { id: owner[0] };
  },
  textsOf(id) {
    const element = elements.get(id);
    return element ? [{ path: 'body', kind: 'rich-text', multiline: true, element }] : [];
  },
  complete: async () => {},
  holdText(element) {
    held.add(element);
    element.setAttribute('data-vt-held', '');
    return () => {
      held.delete(element);
      element.removeAttribute('data-vt-held');
    };
  },
  infoOf: () => undefined,
  pictures: () => [],
  nameRevisions() {},
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  audit: async () => [],
  refresh: draw,
};

window.vitrineCanvas = door;
window.parent.postMessage({ kind: 'vitrine-canvas-ready' }, window.location.origin);
