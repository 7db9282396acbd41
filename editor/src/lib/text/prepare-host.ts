import { borrowElement } from './borrow-element.ts';
import { adoptTextStyles } from './text-style-sheet.ts';

export interface PreparedHost {
  showPlaceholder(isEmpty: boolean): void;
  restore(html: string): void;
}

interface PrepareHostOptions {
  readonly host: HTMLElement;
  readonly label: string;
  readonly placeholder?: string;
  readonly lang?: string;
}

/** Makes an element ready for formatted text, and knows how to give it back. */
export function prepareHost({ host, label, placeholder, lang }: PrepareHostOptions): PreparedHost {
  const dropStyles = adoptTextStyles(host.ownerDocument);
  const giveBack = borrowElement(
    host,
    {
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-placeholder': placeholder,
      spellcheck: 'true',
      lang,
    },
    ['autocapitalize', 'data-lexical-editor', 'data-vt-placeholder'],
  );
  // The caret shows where one writes, and the editor around it what is written in.
  host.style.outline = 'none';
  return {
    showPlaceholder(isEmpty) {
      if (isEmpty && placeholder) host.setAttribute('data-vt-placeholder', placeholder);
      else host.removeAttribute('data-vt-placeholder');
    },
    restore(html) {
      giveBack();
      host.innerHTML = html;
      dropStyles();
    },
  };
}
