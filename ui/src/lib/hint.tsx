import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import css from './hint.module.css';

/** Milliseconds the pointer rests before a hint comes; at once while one has just been shown. */
const REST = 250;
const GAP = 6;
const ID = 'vt-hint';

interface Shown {
  readonly element: HTMLElement;
  readonly text: string;
}

/** Attributes of an element that says something when it is pointed at or has the keyboard. */
export function hint(text: string, side: 'below' | 'right' = 'below') {
  return { 'data-hint': text, 'data-hint-side': side };
}

/**
 * Shows the hint of whatever is pointed at: one layer and one set of listeners for the whole window. A tooltip of the component library
 * on each button is a component with a dozen hooks and brings along a library for placing things; together that was a tenth of the
 * scripts and most of the work before the first edit.
 */
export function HintLayer() {
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => followHints(setShown), []);
  useLayoutEffect(() => {
    const box = layer.current;
    if (!box || !shown) return;
    box.showPopover();
    const { x, y } = placeBeside(shown.element.getBoundingClientRect(), box, shown.element.dataset.hintSide);
    box.style.translate = `${x}px ${y}px`;
    const { element } = shown;
    const isDescribed = element.hasAttribute('aria-describedby');
    if (!isDescribed) element.setAttribute('aria-describedby', ID);
    return () => {
      if (!isDescribed) element.removeAttribute('aria-describedby');
    };
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={layer} id={ID} role="tooltip" popover="manual" className={css.hint}>
      {shown.text}
    </div>
  );
}

function followHints(show: (shown: Shown | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: HTMLElement | undefined;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  const hide = () => {
    clearTimeout(timer);
    if (!current) return;
    current = undefined;
    hiddenAt = performance.now();
    show(undefined);
  };
  const at = (event: Event) =>
    (event.target as Element | null)?.closest?.<HTMLElement>('[data-hint]') ?? undefined;
  const enter = (event: Event) => {
    const element = at(event);
    if (element === current) return;
    hide();
    const text = element?.dataset.hint;
    if (!element || !text || (event.type === 'focusin' && !element.matches(':focus-visible'))) return;
    const wait = performance.now() - hiddenAt < REST ? 0 : REST;
    timer = setTimeout(() => {
      if (!element.isConnected) return;
      current = element;
      show({ element, text });
    }, wait);
  };
  const key = (event: KeyboardEvent) => event.key === 'Escape' && hide();
  const listeners = [
    ['pointerover', enter],
    ['focusin', enter],
    ['focusout', hide],
    ['pointerdown', hide],
    ['keydown', key as (event: Event) => void],
  ] as const;
  for (const [type, listener] of listeners) document.addEventListener(type, listener, true);
  document.documentElement.addEventListener('pointerleave', hide);
  return () => {
    hide();
    for (const [type, listener] of listeners) document.removeEventListener(type, listener, true);
    document.documentElement.removeEventListener('pointerleave', hide);
  };
}

/** Below or to the right of an element, on the other side where there is no room, and always inside of the window. */
function placeBeside(target: DOMRect, box: HTMLElement, side: string | undefined): { x: number; y: number } {
  const { offsetWidth: width, offsetHeight: height } = box;
  const within = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP));
  if (side === 'right')
    return {
      x: target.right + GAP,
      y: within(target.top + (target.height - height) / 2, window.innerHeight - height),
    };
  const below = target.bottom + GAP;
  return {
    x: within(target.left + (target.width - width) / 2, window.innerWidth - width),
    y: below + height > window.innerHeight ? target.top - GAP - height : below,
  };
}
