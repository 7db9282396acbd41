import { type FocusEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { changeBetween, mapCaret, rebaseText } from './shared-text.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

export interface SharedText {
  readonly value: string;
  readonly onEdit: (text: string) => void;
  /** Focusing selects everything: for a text that is not one's own, which typing replaces and a second click edits. */
  readonly isReplaced?: boolean;
}

/**
 * Props for an input whose text others may be writing in too. The element keeps its own text, so that the caret can be read before
 * and put back after each change from outside; React writing it would throw the caret to the end.
 */
export function useSharedText({ value, onEdit, isReplaced = false }: SharedText) {
  const element = useRef<TextElement>(null);
  const [first] = useState(value);
  const known = useRef(value);
  const isComposing = useRef(false);
  const keepsSelection = useRef(false);

  useLayoutEffect(() => {
    // An input method loses its place when the text under it is replaced; what came meanwhile is merged when it ends.
    if (isComposing.current || !element.current) return;
    known.current = value;
    showText(element.current, value);
  }, [value]);

  const edit = () => {
    if (isComposing.current || !element.current) return;
    const next = rebaseText(known.current, element.current.value, value);
    known.current = next;
    showText(element.current, next);
    if (next !== value) onEdit(next);
  };

  return {
    ref: element as never,
    defaultValue: first,
    onChange: edit,
    onCompositionStart: () => {
      isComposing.current = true;
    },
    onCompositionEnd: () => {
      isComposing.current = false;
      edit();
    },
    onFocus: ({ currentTarget }: FocusEvent<TextElement>) => {
      if (!isReplaced) return;
      currentTarget.select();
      keepsSelection.current = true;
    },
    onMouseUp: (event: MouseEvent<TextElement>) => {
      if (keepsSelection.current) event.preventDefault();
      keepsSelection.current = false;
    },
    onKeyDown: () => {
      keepsSelection.current = false;
    },
  };
}

function showText(element: TextElement, text: string): void {
  const change = changeBetween(element.value, text);
  if (!change) return;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  element.value = text;
  if (element.ownerDocument.activeElement !== element || selectionStart === null) return;
  element.setSelectionRange(
    mapCaret(selectionStart, change),
    mapCaret(selectionEnd ?? selectionStart, change),
    selectionDirection ?? undefined,
  );
}
