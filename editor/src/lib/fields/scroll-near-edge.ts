const EDGE = 32;
const STEP = 12;

/** Scrolls what holds the element when a pointer that drags comes near its top or bottom. */
export function scrollNearEdge(element: HTMLElement, clientY: number): void {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (clientY < top + EDGE) scroller.scrollBy({ top: -STEP });
  else if (clientY > bottom - EDGE) scroller.scrollBy({ top: STEP });
}

function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const isScrolled = each.scrollHeight > each.clientHeight;
    if (isScrolled && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return undefined;
}
