import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Makes the buttons of a toolbar one stop of the Tab key, with arrows between them. */
export function useRovingFocus(toolbar: RefObject<HTMLElement | null>) {
  const last = useRef<Element | null>(null);

  const mark = useCallback(
    (current: Element | null) => {
      const buttons = buttonsIn(toolbar.current);
      const stop = buttons.find((button) => button === current) ?? buttons[0];
      last.current = stop ?? null;
      for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
    },
    [toolbar],
  );

  // Buttons come, go and are switched off with what is selected.
  useLayoutEffect(() => mark(last.current));

  return {
    onFocus: ({ target }: FocusEvent) => mark(target),
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      const buttons = buttonsIn(toolbar.current);
      const index = buttons.indexOf(event.target as HTMLButtonElement);
      if (!step || index === -1) return;
      event.preventDefault();
      buttons[step(index, buttons.length)]?.focus();
    },
  };
}

function buttonsIn(toolbar: HTMLElement | null): HTMLButtonElement[] {
  return [...(toolbar?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
}
