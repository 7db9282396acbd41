import { type RefObject, useEffect, useState } from 'react';
import type { MountedRichText } from '../mount-rich-text.ts';

const GAP = 8;

/**
 * Keeps a box above the selected words, or above the text while nothing is selected; below where there is no room above. The text
 * may be in an iframe, also one that is shown smaller or larger than it is. Returns whether the box is to be seen.
 */
export function useFloatingPlace(text: MountedRichText, box: RefObject<HTMLElement | null>): boolean {
  const [isShown, setShown] = useState(() => text.state().isFocused);

  useEffect(() => {
    const view = text.host.ownerDocument.defaultView!;
    let frame = 0;
    const place = () => {
      const isIn = text.state().isFocused || isInToolbar(document.activeElement);
      setShown(isIn);
      if (isIn && box.current) put(box.current, anchorOf(text), areaOf(view));
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    later();
    const stops = [text.subscribe(later), text.editor.registerUpdateListener(later)];
    const events = ['scroll', 'resize'] as const;
    for (const target of new Set<Window>([view, window])) {
      for (const event of events) target.addEventListener(event, later, { capture: true, passive: true });
    }
    document.addEventListener('focusin', later);
    const size = new ResizeObserver(later);
    if (box.current) size.observe(box.current);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      for (const target of new Set<Window>([view, window])) {
        for (const event of events) target.removeEventListener(event, later, { capture: true });
      }
      document.removeEventListener('focusin', later);
      size.disconnect();
    };
  }, [text, box]);

  return isShown;
}

/** The toolbar, and the menus that belong to it. */
const isInToolbar = (element: Element | null): boolean => element?.closest('[data-text-toolbar]') != null;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function put(box: HTMLElement, anchor: Area, area: Area): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = (anchor.left + anchor.right) / 2;
  const left = Math.min(Math.max(middle - width / 2, area.left + GAP), area.right - width - GAP);
  const above = anchor.top - height - GAP;
  const below = Math.min(anchor.bottom + GAP, area.bottom - height - GAP);
  box.style.transform = `translate(${Math.round(Math.max(left, GAP))}px, ${Math.round(above >= area.top + GAP ? above : below)}px)`;
}

function anchorOf({ host }: MountedRichText): Area {
  const selection = host.ownerDocument.getSelection();
  const range =
    selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const isWithin = range && host.contains(range.commonAncestorContainer);
  const rect = isWithin ? range.getBoundingClientRect() : host.getBoundingClientRect();
  return inShell(rect, host.ownerDocument.defaultView!);
}

/** What of the page can be seen, in the shell's pixels. */
function areaOf(view: Window): Area {
  const seen = inShell({ left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight }, view);
  return {
    left: Math.max(seen.left, 0),
    top: Math.max(seen.top, 0),
    right: Math.min(seen.right, window.innerWidth),
    bottom: Math.min(seen.bottom, window.innerHeight),
  };
}

function inShell(rect: Area, view: Window): Area {
  const frame = view.frameElement as HTMLElement | null;
  if (!frame || view === window) return rect;
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / frame.offsetWidth || 1;
  const x = (value: number) => outer.left + (frame.clientLeft + value) * scale;
  const y = (value: number) => outer.top + (frame.clientTop + value) * scale;
  return { left: x(rect.left), top: y(rect.top), right: x(rect.right), bottom: y(rect.bottom) };
}
