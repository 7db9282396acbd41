import { useEffect } from 'react';

/** While it is true, the browser asks before this page is left, and nothing here leaves it unasked. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const hold = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isUnsaved]);
}

/** Asks whoever looks after something on this page whether it would be lost with it. */
export function hasUnsaved(window: Window): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

/** Small dialogs do not say what was typed into them: one with a field may hold something. */
export function hasOpenForm(document: Document): boolean {
  return document.querySelector('[role="dialog"] :is(input, textarea, [contenteditable="true"])') !== null;
}
