import { useEffect } from 'react';

/**
 * Brings the focus back when what had it is gone, such as a file that was deleted: keys would go to the page below, where
 * Delete means something else.
 */
export function useKeptFocus(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent) => {
      if (event.target !== document.body) return;
      event.stopPropagation();
      const dialog = [...document.querySelectorAll<HTMLElement>('[role=dialog]')].at(-1);
      const tile = dialog?.querySelector<HTMLElement>('[role=option][tabindex="0"]');
      (tile ?? dialog)?.focus();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [isOpen]);
}
