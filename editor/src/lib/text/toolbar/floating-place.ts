import { type RefObject, useEffect, useState } from 'react';
import type { MountedRichText } from '../mount-rich-text.ts';
import { type Area, placeBar, widestIn } from './bar-place.ts';

/**
 * Keeps a box beside the selected words, or beside the text while nothing is selected. The text may be in an iframe, also one that is
 * shown smaller or larger than it is, or of which only a part can be seen. Returns whether the box is to be seen.
 */
export function useFloatingPlace(text: MountedRichText, box: RefObject<HTMLElement | null>): boolean {
  const [isShown, setShown] = useState(() => text.state().isFocused);

  useEffect(() => {
    const view = text.host.ownerDocument.defaultView!;
    let frame = 0;
    const place = () => {
      const isIn = text.state().isFocused || isInUse(box.current);
      setShown(isIn);
      if (isIn && box.current) put(box.current, text);
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    later();
    const stops = [text.subscribe(later), text.editor.registerUpdateListener(later)];
    const events = ['scroll', 'resize'] as const;
    const windows = new Set<Window>([view, window]);
    for (const target of windows) {
      for (const event of events) target.addEventListener(event, later, { capture: true, passive: true });
    }
    document.addEventListener('focusin', later);
    document.addEventListener('focusout', later);
    // Panels that open and another zoom move the canvas without a scroll; pictures that come late move the text in it.
    const size = new ResizeObserver(later);
    for (const element of [box.current, text.host, ...shellsOf(view)]) if (element) size.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      for (const target of windows) {
        for (const event of events) target.removeEventListener(event, later, { capture: true });
      }
      document.removeEventListener('focusin', later);
      document.removeEventListener('focusout', later);
      size.disconnect();
    };
  }, [text, box]);

  return isShown;
}

/** Whether somebody is in the toolbar, or in what it has opened: that may stand anywhere in the window. */
function isInUse(box: HTMLElement | null): boolean {
  return box?.contains(document.activeElement) || box?.querySelector('[aria-expanded="true"]') != null;
}

function put(box: HTMLElement, text: MountedRichText): void {
  const { host } = text;
  const view = host.ownerDocument.defaultView!;
  const room = roomOf(view);
  box.style.maxWidth = `${widestIn(room)}px`;
  const words = inShell(wordsOf(text) ?? host.getBoundingClientRect(), view);
  const anchor = text.state().isCollapsed ? inShell(host.getBoundingClientRect(), view) : words;
  const bar = { width: box.offsetWidth, height: box.offsetHeight };
  const { x, y } = placeBar({ bar, anchor, words, room });
  box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/** Where the selected words or the caret are, in the pixels of the page they are in. */
function wordsOf({ host }: MountedRichText): Area | undefined {
  const selection = host.ownerDocument.getSelection();
  if (!selection?.rangeCount) return undefined;
  const range = selection.getRangeAt(0);
  if (!host.contains(range.commonAncestorContainer)) return undefined;
  const rect = range.getBoundingClientRect();
  if (rect.height > 0) return rect;
  // A caret in a line without words has no rectangle.
  const { startContainer: at, startOffset } = range;
  const child = at.childNodes[Math.min(startOffset, at.childNodes.length - 1)];
  const line = [child, at, at.parentElement].find((each) => each?.nodeType === 1) as Element | undefined;
  return line?.getBoundingClientRect();
}

/** What can be seen of the page a text is in, in the shell's pixels. At the sides there may be more room than the page is wide. */
function roomOf(view: Window): Area {
  const { top, bottom } = inShell({ left: 0, top: 0, right: 0, bottom: view.innerHeight }, view);
  let room: Area = {
    left: 0,
    top: Math.max(0, top),
    right: window.innerWidth,
    bottom: Math.min(window.innerHeight, bottom),
  };
  // What scrolls is a window onto the page; what only fits tightly around it cuts off nothing but the page.
  for (const shell of shellsOf(view).filter(doesScroll)) {
    const rect = shell.getBoundingClientRect();
    room = {
      left: Math.max(room.left, rect.left + shell.clientLeft),
      top: Math.max(room.top, rect.top + shell.clientTop),
      right: Math.min(room.right, rect.left + shell.clientLeft + shell.clientWidth),
      bottom: Math.min(room.bottom, rect.top + shell.clientTop + shell.clientHeight),
    };
  }
  return room;
}

const doesScroll = (shell: Element): boolean => /auto|scroll/.test(getComputedStyle(shell).overflow);

/** The frame of a page, and all that is around it in the editor's window. */
function shellsOf(view: Window): HTMLElement[] {
  const shells: HTMLElement[] = [];
  const frame = view === window ? null : (view.frameElement as HTMLElement | null);
  for (let at = frame; at && at !== document.body; at = at.parentElement) shells.push(at);
  return shells;
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
