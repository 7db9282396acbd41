import { EARLY_FRAME } from '../app/canvas-address.ts';

/** Only some browsers move a window to another place without loading it anew. */
type Mover = Element & { moveBefore?(node: Node, child: Node | null): void };

/** Puts the window of an address into a place: the one that came along with the editor's page, when it shows just that, else a new one. */
export function placeFrame(place: HTMLElement, address: string): HTMLIFrameElement {
  const early = place.ownerDocument.getElementById(EARLY_FRAME);
  const mover: Mover = place;
  if (early instanceof HTMLIFrameElement && shows(early, address) && mover.moveBefore) {
    early.removeAttribute('id');
    early.removeAttribute('style');
    mover.moveBefore(early, null);
    return early;
  }
  early?.remove();
  const frame = place.ownerDocument.createElement('iframe');
  frame.title = 'The page';
  frame.src = address;
  place.append(frame);
  return frame;
}

// Browsers lead a window back to where it was when somebody left the editor's page, which may have been another page of the shop.
function shows(early: HTMLIFrameElement, address: string): boolean {
  if (early.getAttribute('src') !== address) return false;
  try {
    const { location, performance } = early.ownerDocument.defaultView!;
    const { href } = early.contentWindow!.location;
    if (href !== 'about:blank') return href === new URL(address, location.href).href;
    const [came] = performance.getEntriesByType('navigation');
    return came instanceof PerformanceNavigationTiming && came.type === 'navigate';
  } catch {
    return false;
  }
}

/** Whether what was asked for has come, be it a canvas or not. A window of nothing has nothing to load. */
export function hasLoaded({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    const { location, document } = contentWindow!;
    return location.href !== 'about:blank' && document.readyState === 'complete';
  } catch {
    // The browser's own page for a shop that does not answer: nobody may look into it.
    return true;
  }
}
